"""The public front page: one sentence, one moving sample, one button, how it works, what holds."""

import reflex as rx

from litink_app import routes
from litink_app.components.brand import wordmark
from litink_app.components.button import link_button
from litink_app.components.icons import icon
from pages.shell import public
from state.auth import AuthState

PASSAGES = (
    ("Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do.", "hero-1"),
    ("Suddenly a White Rabbit with pink eyes ran close by her.", "hero-2"),
    ("In another moment down went Alice after it, never once considering how in the world she was to get out again.", "hero-3"),
)
PROMISES = (
    (
        "quote",
        "Every line points back to the page",
        "A line of the script, a shot, a subtitle: each keeps the passage it came from. One click and you read it there.",
    ),
    (
        "shield-check",
        "Nothing is lost",
        "Close the tab, stop the machine, pull the plug. The film goes on from the last finished step, and no step is paid twice.",
    ),
    (
        "receipt-text",
        "The price first",
        "You see what a film costs and how long it takes before you start it. Made on your own machine it costs nothing.",
    ),
    (
        "key-round",
        "No key needed",
        "Voices, pictures, moving lips and music come with it. There is no other account to open and nothing to plug in.",
    ),
)


@rx.page(
    route=routes.HOME,
    title="LitinkAI: give it a book, watch the film",
    description="LitinkAI makes films with a cast of voices out of books.",
)
@public
def home() -> rx.Component:
    return rx.fragment(_opening(), _way(), _promises(), _closing(), _foot())


def _opening() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h1("Give it a book.", rx.el.br(), rx.el.em("Watch the film.")),
            rx.el.p(
                "LitinkAI finds out who is speaking, casts a voice for each, draws the scenes and cuts them into a film. On your own machine."
            ),
            rx.el.div(_begin(), rx.el.elements.a("How it works", href="#way", class_name="btn quiet large"), class_name="row wrap"),
            class_name="say",
        ),
        _sample(),
        class_name="opening",
    )


def _begin() -> rx.Component:
    return rx.cond(
        AuthState.signed_in,
        link_button("Go to your desk", routes.DASHBOARD, "primary large"),
        link_button("Make your first film", routes.SIGN_UP, "primary large"),
    )


def _sample() -> rx.Component:
    """A page whose lit sentence is the picture beside it; a switch without script holds it still."""
    return rx.el.figure(
        rx.el.input(type="checkbox", id="hold", class_name="unseen", custom_attrs={"aria-label": "Hold the sample still"}),
        rx.el.div(
            rx.el.span("Chapter I", class_name="eyebrow"),
            rx.el.p("Down the Rabbit-Hole", class_name="serif heading"),
            rx.el.p(_lit(0), " The day was hot, and made her feel very sleepy and stupid. ", _lit(1)),
            rx.el.p(_lit(2)),
            rx.el.p("The rabbit-hole went straight on like a tunnel for some way, and then dipped suddenly down."),
            class_name="leaf",
            lang="en",
        ),
        rx.el.div(
            *[_still(number) for number in range(len(PASSAGES))],
            rx.el.label(icon("pause", 18), icon("play", 18), html_for="hold", class_name="hold", custom_attrs={"aria-hidden": "true"}),
            class_name="screen",
        ),
        rx.el.figcaption("A page of Alice in Wonderland, and the film that LitinkAI makes of it.", class_name="unseen"),
        class_name="sample",
    )


def _lit(number: int) -> rx.Component:
    return rx.el.span(PASSAGES[number][0], class_name=f"lit at-{number}")


def _still(number: int) -> rx.Component:
    words, picture = PASSAGES[number]
    return rx.el.div(
        rx.el.img(src=f"/art/{picture}.webp", alt="", width="1280", height="720", loading="eager" if number == 0 else "lazy"),
        rx.el.p(words, class_name="subtitle", custom_attrs={"aria-hidden": "true"}),
        class_name=f"still at-{number}",
    )


def _way() -> rx.Component:
    return rx.el.section(
        rx.el.h2("From page to picture"),
        rx.el.ol(
            _step("It reads", "Chapters, scenes, and who says what to whom, with the place in the book for each.", _reading()),
            _step("It casts", "The people of the book are found, their names joined, a voice given to each. You may recast.", _casting()),
            _step(
                "It draws", "A paper theatre for every scene, lit for its hour and its weather, with the same faces throughout.", _drawing()
            ),
            _step("It cuts", "Voices, moving lips, music and subtitles in one film with chapters. Yours to download.", _cutting()),
            class_name="steps",
        ),
        id="way",
        class_name="way",
    )


def _step(title: str, text: str, vignette: rx.Component) -> rx.Component:
    return rx.el.li(rx.el.div(vignette, class_name="vignette", custom_attrs={"aria-hidden": "true"}), rx.el.h3(title), rx.el.p(text))


def _reading() -> rx.Component:
    return rx.el.p(
        "“",
        rx.el.mark("Oh dear! I shall be too late!"),
        "” thought it over afterwards",
        rx.el.span("White Rabbit", class_name="tag"),
        class_name="serif quoted",
    )


def _casting() -> rx.Component:
    people = (("A", "Alice"), ("W", "White Rabbit"), ("D", "Dinah"))
    return rx.el.ul(
        *[
            rx.el.li(
                rx.el.span(letter, class_name="avatar"), rx.el.span(name), rx.el.span(*[rx.el.i() for _ in range(9)], class_name="wave")
            )
            for letter, name in people
        ],
        class_name="voices",
    )


def _drawing() -> rx.Component:
    return rx.el.div(*[rx.el.img(src=f"/art/hero-{n}.webp", alt="", loading="lazy") for n in (1, 2, 3)], class_name="fan")


def _cutting() -> rx.Component:
    lanes = ("shots", "speech", "music")
    return rx.el.div(*[rx.el.div(*[rx.el.i() for _ in range(5)], class_name=f"lane {lane}") for lane in lanes], class_name="lanes")


def _promises() -> rx.Component:
    tiles = [rx.el.div(icon(sign, 22), rx.el.h3(title), rx.el.p(text), class_name="promise") for sign, title, text in PROMISES]
    return rx.el.section(rx.el.h2("What you can count on"), rx.el.div(*tiles, class_name="promises"), class_name="way")


def _closing() -> rx.Component:
    return rx.el.section(
        rx.el.h2("A sample book is waiting. The film is two clicks away."),
        _begin(),
        class_name="closing stage",
    )


def _foot() -> rx.Component:
    return rx.el.footer(
        wordmark(),
        rx.el.nav(
            rx.el.a("How good is it", href=routes.HOW_GOOD),
            rx.el.a("Sign in", href=routes.SIGN_IN),
            rx.el.elements.a("API", href=routes.API_DOCS),
            class_name="row",
            custom_attrs={"aria-label": "More"},
        ),
        class_name="foot",
    )
