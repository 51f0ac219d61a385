"""Looking for words or a scene in all books of the shelf; each hit leads to its place in the reader."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import busy_button, button
from litink_app.components.feedback import wrong
from litink_app.components.icons import icon
from litink_app.schemas.answer import Hit
from state.search import SearchState


def search_panel() -> rx.Component:
    return rx.el.section(
        rx.el.form(
            icon("search", 18),
            rx.el.input(
                type="search",
                name="query",
                id="search-books",
                class_name="input",
                placeholder="Words, a scene, a question",
                max_length=400,
                required=True,
                custom_attrs={"aria-label": "Search in your books"},
            ),
            busy_button("Search", "Searching", SearchState.busy, "quiet", type="submit"),
            on_submit=SearchState.look,
            class_name="search-books",
            role="search",
        ),
        rx.cond(SearchState.error, wrong(SearchState.error)),
        rx.cond(SearchState.asked, _found()),
        class_name="search",
    )


def _found() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.cond(
                SearchState.hits,
                rx.el.h2("Passages for “", SearchState.asked, "”"),
                rx.el.h2("Nothing in your books is near “", SearchState.asked, "”"),
            ),
            button("Clear", "tight", on_click=SearchState.clear, type="reset"),
            class_name="row apart",
        ),
        rx.el.ol(rx.foreach(SearchState.hits, _hit), class_name="hits"),
        custom_attrs={"aria-live": "polite"},
    )


def _hit(hit: Hit) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(hit.text, class_name="words serif"),
            rx.el.small(hit.book_title, class_name="faint"),
            href=routes.passage(hit.book_id, hit.start),
        )
    )
