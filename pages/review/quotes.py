"""The quote review: a chapter with every quotation in the colour of its speaker; a click gives it to somebody else."""

from typing import Any

import reflex as rx

from litink_app import routes
from litink_app.components.button import button, icon_button
from litink_app.components.dialog import closes, dialog
from litink_app.components.feedback import ghosts, notice, waiting, wrong
from litink_app.components.figures import plural
from litink_app.schemas.review import Piece, SpokenChapter, SpokenParagraph, Voice
from pages.review.frame import changes, head, sure_words
from pages.shell import framed, titled
from state.auth import AuthState
from state.quote_review import QuoteReviewState


@rx.page(
    route=routes.REVIEW_QUOTES,
    title=titled(QuoteReviewState.chapter.book_title, "Who says what"),
    on_load=[AuthState.require, QuoteReviewState.load],
)
@framed("library")
def review_quotes() -> rx.Component:
    chapter = QuoteReviewState.chapter
    return rx.el.div(
        head(
            QuoteReviewState.book_id,
            chapter.book_title,
            "quotes",
            "Who says what?",
            "Each colour is a voice. A dotted line means we are not sure. Click what is said to change who says it.",
        ),
        rx.cond(QuoteReviewState.error, wrong(QuoteReviewState.error, QuoteReviewState.load)),
        rx.cond(
            QuoteReviewState.loaded,
            rx.cond(chapter.id, _chapter(chapter), rx.cond(QuoteReviewState.error, "", notice("There is no chapter to show yet.", "lamp"))),
            waiting(*ghosts(10, "100%", "1.1rem"), words="Fetching the chapter", class_name="stack"),
        ),
        _asking(QuoteReviewState.chosen),
        class_name="page",
    )


def _chapter(chapter: SpokenChapter) -> rx.Component:
    return rx.el.div(
        rx.el.section(
            _ways(chapter),
            rx.el.div(rx.foreach(chapter.paragraphs[: QuoteReviewState.shown], _paragraph), class_name="text spoken-text"),
            rx.cond(
                rx.Var.create(chapter.paragraphs).to(list).length() > QuoteReviewState.shown,
                button("Show more of it", on_click=QuoteReviewState.more),
            ),
            custom_attrs={"aria-label": "The chapter"},
        ),
        rx.el.aside(
            rx.el.section(
                rx.el.h2("Voices here"),
                rx.cond(
                    chapter.voices,
                    rx.el.ul(rx.foreach(chapter.voices, _voice), class_name="voice-list"),
                    rx.el.p("Nobody who is known speaks in this chapter.", class_name="small soft"),
                ),
                rx.el.p(
                    plural(chapter.quotes, "quotation", "quotations"),
                    rx.cond(chapter.unsure > 0, f", {chapter.unsure} unsure", ""),
                    rx.cond(chapter.corrected > 0, f", {chapter.corrected} corrected by you", ""),
                    ".",
                    class_name="small faint figures",
                ),
                rx.cond(
                    chapter.unsure > 0,
                    button("Next unsure one", "tight", icon_name="circle-help", custom_attrs={"data-finds": ".said.unsure"}),
                ),
                class_name="stack",
            ),
            changes(chapter.changes, QuoteReviewState.forget, "Click a quotation to begin."),
            class_name="stack wide",
        ),
        class_name="review-columns quotes",
    )


def _ways(chapter: SpokenChapter) -> rx.Component:
    def option(one: tuple[str, str]) -> rx.Component:
        return rx.el.option(one[1], value=one[0])

    return rx.el.div(
        icon_button(
            "arrow-left",
            "Previous chapter",
            on_click=QuoteReviewState.open(chapter.previous_id),
            disabled=chapter.previous_id == "",
        ),
        rx.el.select(
            rx.foreach(chapter.chapters, option),
            value=chapter.id,
            on_change=QuoteReviewState.open,
            class_name="input tight",
            custom_attrs={"aria-label": "Chapter"},
        ),
        icon_button("arrow-right", "Next chapter", on_click=QuoteReviewState.open(chapter.next_id), disabled=chapter.next_id == ""),
        class_name="row quote-ways",
    )


def _paragraph(one: SpokenParagraph) -> rx.Component:
    pieces = rx.foreach(one.pieces, _piece)
    return rx.cond(one.kind == "heading", rx.el.h3(pieces), rx.el.p(pieces, class_name=rx.cond(one.kind == "verse", "verse", "")))


def _piece(piece: Piece) -> rx.Component:
    return rx.cond(
        piece.start < 0,
        piece.text,
        rx.fragment(
            rx.el.span(
                piece.text,
                role="button",
                tab_index=0,
                class_name=f"said {piece.sure} voice-{piece.color}",
                on_click=QuoteReviewState.take(piece.start),
                custom_attrs={"data-opens": "who-says", "aria-haspopup": "dialog", "aria-description": f"{_name(piece)}, {piece.sure}"},
            ),
            rx.el.span(_name(piece), rx.cond(piece.sure == "unsure", "?", ""), class_name=f"by-whom voice-{piece.color}"),
        ),
    )


def _name(piece: Piece) -> Any:
    return rx.cond(piece.name, piece.name, "nobody known")


def _voice(voice: Voice) -> rx.Component:
    return rx.el.li(
        rx.el.span(class_name=f"dot voice-{voice.color}", custom_attrs={"aria-hidden": "true"}),
        rx.el.span(voice.name, class_name="grow clip"),
        rx.el.span(voice.quotes, class_name="tiny faint figures"),
    )


def _asking(piece: Piece) -> rx.Component:
    chapter = QuoteReviewState.chapter
    return dialog(
        "who-says",
        "Who says this?",
        rx.el.div(
            rx.el.blockquote(piece.text, class_name=f"serif asked voice-{piece.color}"),
            rx.el.p(
                rx.el.b(_name(piece)),
                rx.cond(piece.addressee, f" to {piece.addressee}", ""),
                ". ",
                piece.why,
                " ",
                sure_words(piece.sure),
                class_name="small soft",
            ),
            rx.el.ul(rx.foreach(chapter.voices, _choice), _nobody(), class_name="speakers"),
            _somebody_else(chapter),
            class_name="stack",
        ),
    )


def _somebody_else(chapter: SpokenChapter) -> rx.Component:
    def option(one: Voice) -> rx.Component:
        return rx.cond(one.quotes == 0, rx.el.option(one.name, value=one.id))

    return rx.el.form(
        rx.el.label("Somebody else", html_for="other-speaker"),
        rx.el.div(
            rx.el.select(
                rx.el.option("Choose …", value=""),
                rx.foreach(chapter.cast, option),
                id="other-speaker",
                name="character",
                class_name="input tight",
            ),
            button("They say it", "tight", type="submit"),
            class_name="row",
        ),
        on_submit=QuoteReviewState.say_other,
        class_name="field",
    )


def _choice(voice: Voice) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(class_name=f"dot voice-{voice.color}", custom_attrs={"aria-hidden": "true"}),
            rx.el.span(voice.name, class_name="grow"),
            type="button",
            class_name=rx.cond(voice.id == QuoteReviewState.chosen.speaker, "at", ""),
            on_click=QuoteReviewState.say(voice.id),
            custom_attrs=closes("who-says"),
        )
    )


def _nobody() -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(class_name="dot voice-0", custom_attrs={"aria-hidden": "true"}),
            rx.el.span("The narrator, or nobody known", class_name="grow"),
            type="button",
            class_name=rx.cond(QuoteReviewState.chosen.speaker == "", "at", ""),
            on_click=QuoteReviewState.say(""),
            custom_attrs=closes("who-says"),
        )
    )
