"""The cast review: everybody in the book; one click opens what may be corrected of them."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import button
from litink_app.components.dialog import dialog, opens
from litink_app.components.feedback import ghosts, notice, waiting, wrong
from litink_app.components.field import choice, choices
from litink_app.components.figures import plural
from litink_app.components.icons import icon
from litink_app.schemas.review import CastEntry
from litink_app.schemas.views import VoiceChoice
from pages.creator.voice_choice import hear_button, unheard, voice_words
from pages.review.frame import changes, head
from pages.shell import framed, titled
from state.auth import AuthState
from state.cast_review import CastReviewState

FIRST = 24
GENDERS = (("female", "Woman or girl"), ("male", "Man or boy"), ("neutral", "Neither"), ("unknown", "Not known"))
LEVELS = (("main", "Main"), ("supporting", "Supporting"), ("minor", "Minor"))


@rx.page(
    route=routes.REVIEW_CAST,
    title=titled(CastReviewState.review.book_title, "Cast"),
    on_load=[AuthState.require, CastReviewState.load],
)
@framed("library")
def review_cast() -> rx.Component:
    return rx.el.div(
        head(
            CastReviewState.book_id,
            CastReviewState.review.book_title,
            "cast",
            "Who is in it?",
            "Names of one person are joined by rule. Where a rule was wrong, say so: scripts, voices and films follow.",
        ),
        rx.cond(CastReviewState.error, wrong(CastReviewState.error, CastReviewState.load)),
        rx.cond(
            CastReviewState.loaded,
            rx.el.div(
                _people(),
                rx.el.aside(changes(CastReviewState.review.changes, CastReviewState.forget, "Choose somebody to begin.")),
                class_name="review-columns",
            ),
            waiting(*ghosts(8, "100%", "3rem"), words="Fetching the cast", class_name="stack"),
        ),
        _editor(CastReviewState.chosen),
        class_name="page",
    )


def _people() -> rx.Component:
    cast = CastReviewState.review.cast
    count = rx.Var.create(cast).to(list).length()
    return rx.el.section(
        rx.cond(
            cast,
            rx.el.ul(rx.foreach(rx.cond(CastReviewState.everybody, cast, cast[:FIRST]), _person), class_name="cast-rows"),
            rx.cond(
                CastReviewState.review.status == "reading",
                notice("The book is being understood. The cast comes in a moment.", "lamp"),
                rx.el.p("Nobody was found by name.", class_name="soft"),
            ),
        ),
        rx.cond(
            CastReviewState.everybody,
            rx.fragment(),
            rx.cond(count > FIRST, button(f"Show all {count}", on_click=CastReviewState.show_everybody)),
        ),
        class_name="stack",
        custom_attrs={"aria-label": "Cast"},
    )


def _person(person: CastEntry) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                person.name.to(str)[0],  # pyright: ignore[reportAttributeAccessIssue]
                class_name=f"avatar voice-{person.color}",
                custom_attrs={"aria-hidden": "true"},
            ),
            rx.el.span(
                rx.el.b(person.name),
                rx.cond(person.aliases, rx.el.span("also ", person.aliases.join(", "), class_name="tiny faint clip")),  # pyright: ignore[reportAttributeAccessIssue]
                class_name="grow stack tightly",
            ),
            rx.el.span(
                rx.cond(person.level == "main", rx.el.span("main", class_name="pill creator")),
                rx.el.span(rx.cond(person.quotes > 0, plural(person.quotes, "line", "lines"), "silent"), class_name="tiny faint figures"),
                icon("chevron-right", 16),
                class_name="row",
            ),
            type="button",
            on_click=CastReviewState.choose(person.id),
            custom_attrs=opens("person"),
        ),
    )


def _editor(person: CastEntry) -> rx.Component:
    return dialog(
        "person",
        person.name,
        rx.cond(
            person.id,
            rx.el.div(
                _name(person),
                choices("Gender", *[_tile("gender", value, label, person.gender, CastReviewState.set_gender) for value, label in GENDERS]),
                choices("Part", *[_tile("level", value, label, person.level, CastReviewState.set_importance) for value, label in LEVELS]),
                _voice(person),
                _aliases(person),
                _joining(person),
                class_name="stack wide",
            ),
            waiting(*ghosts(4, "100%", "3rem"), words="Looking them up", class_name="stack"),
        ),
    )


def _tile(name: str, value: str, label: str, now: rx.Var[str] | str, handler: rx.event.EventType) -> rx.Component:
    return choice(name, value, label, checked=now == value, on_change=handler(value))


def _name(person: CastEntry) -> rx.Component:
    return rx.el.form(
        rx.el.label("Name", html_for="person-name"),
        rx.el.div(
            rx.el.input(id="person-name", name="name", default_value=person.name, key=person.name, max_length=80, class_name="input tight"),
            button("Rename", "tight", type="submit"),
            class_name="row",
        ),
        on_submit=CastReviewState.rename,
        class_name="field",
    )


def _voice(person: CastEntry) -> rx.Component:
    return rx.el.div(
        rx.el.label("Voice", html_for="person-voice"),
        rx.el.div(
            rx.el.select(
                rx.cond(person.voice == "", rx.el.option("Chosen by gender, age and part", value="")),
                rx.foreach(CastReviewState.voices, _voice_option),
                id="person-voice",
                value=person.voice,
                on_change=CastReviewState.set_voice,
                class_name="input tight grow",
            ),
            hear_button(person.voice),
            class_name="row",
        ),
        unheard(person.voice),
        class_name="field",
    )


def _voice_option(voice: VoiceChoice) -> rx.Component:
    return rx.el.option(voice_words(voice), value=voice.id)


def _aliases(person: CastEntry) -> rx.Component:
    def row(alias: str) -> rx.Component:
        return rx.el.li(
            rx.el.span(alias, class_name="grow"),
            button(
                "Somebody else",
                "quiet tight",
                icon_name="split",
                on_click=CastReviewState.split_off(alias),
                custom_attrs={"aria-label": f"{alias} is somebody else"},
            ),
        )

    return rx.cond(
        person.aliases,
        rx.el.div(
            rx.el.span("Also called", class_name="label"),
            rx.el.ul(rx.foreach(person.aliases, row), class_name="aliases"),
            class_name="field",
        ),
    )


def _joining(person: CastEntry) -> rx.Component:
    def option(other: CastEntry) -> rx.Component:
        return rx.cond(other.id != person.id, rx.el.option(other.name, value=other.id))

    return rx.el.form(
        rx.el.label("Is the same person as", html_for="person-same"),
        rx.el.div(
            rx.el.select(
                rx.el.option("Choose …", value=""),
                rx.foreach(CastReviewState.review.cast, option),
                id="person-same",
                name="into",
                key=person.id,
                required=True,
                class_name="input tight",
            ),
            button("Join", "tight", icon_name="merge", type="submit"),
            class_name="row",
        ),
        rx.el.p("The two become one, with all their lines. It can be taken back.", class_name="hint"),
        on_submit=CastReviewState.join,
        class_name="field",
    )
