"""What the three review pages share: the head with its ways, how sure something is, and the list of corrections."""

from typing import Any

import reflex as rx

from litink_app import routes
from litink_app.components.button import button
from litink_app.components.feedback import pill
from litink_app.components.icons import icon
from litink_app.schemas.review import Change

SURE = {
    "clear": ("clear", "The book itself marks this clearly."),
    "likely": ("likely", "Found by the way it is set; most likely right."),
    "unsure": ("unsure", "The book does not tell this clearly. Please look."),
    "yours": ("yours", "You decided this."),
}


def head(book_id: Any, title: Any, here: str, heading: str, words: Any) -> rx.Component:
    """The way back to the book, what this page is for, and the two pages beside it."""
    ways = (
        ("chapters", "Chapters", routes.review_chapters(book_id), "list-tree"),
        ("cast", "Who is in it", routes.review_cast(book_id), "users"),
        ("quotes", "Who says what", routes.review_quotes(book_id), "message-square-quote"),
    )
    links = [
        rx.el.a(icon(sign, 18), label, href=href, custom_attrs={"aria-current": "page"} if name == here else {})
        for name, label, href, sign in ways
    ]
    return rx.fragment(
        rx.el.nav(
            rx.el.a(icon("arrow-left", 16), rx.cond(title, title, "The book"), href=routes.book(book_id)),
            class_name="crumb",
            custom_attrs={"aria-label": "Back"},
        ),
        rx.el.header(rx.el.h1(heading), rx.el.p(words, class_name="soft"), class_name="review-head"),
        rx.el.nav(*links, class_name="tabs", custom_attrs={"aria-label": "Review"}),
    )


def sure_mark(sure: Any) -> rx.Component:
    """How sure it is: a sign that needs no colour, with the word for those who do not see it."""
    return rx.el.span(
        rx.match(
            sure,
            ("clear", icon("circle-check", 16)),
            ("likely", icon("circle-dot", 16)),
            ("yours", icon("pencil", 15)),
            icon("circle-help", 16),
        ),
        class_name=f"sure {sure}",
        title=_hint(sure),
    )


def sure_words(sure: Any) -> rx.Component:
    kinds = {"clear": "good", "likely": "", "unsure": "lamp", "yours": "creator"}
    return rx.fragment(rx.match(sure, *[(name, pill(word, kinds[name])) for name, (word, _) in SURE.items()], rx.fragment()))


def changes(made: Any, forget: Any, what: str) -> rx.Component:
    """What was corrected, newest first, each with the way back."""

    def row(change: Change) -> rx.Component:
        return rx.el.li(
            rx.el.span(change.words, rx.cond(change.fits, "", " (kept; its words are not in the book now)"), class_name="grow small"),
            button("Take back", "quiet tight", on_click=forget(change.id), custom_attrs={"aria-label": f"Take back: {change.words}"}),
            class_name=rx.cond(change.fits, "change", "change lost"),
        )

    return rx.cond(
        made,
        rx.el.section(
            rx.el.h2("What you corrected"),
            rx.el.ol(rx.foreach(made, row), class_name="changes"),
            rx.el.p("Corrections stay when the book is read again.", class_name="tiny faint"),
            class_name="stack",
        ),
        rx.el.section(rx.el.h2("What you corrected"), rx.el.p(f"Nothing yet. {what}", class_name="small soft"), class_name="stack"),
    )


def _hint(sure: Any) -> Any:
    return rx.match(sure, *[(name, hint) for name, (_, hint) in SURE.items()], "")
