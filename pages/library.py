"""The library: drop a book anywhere, see it being read, find it on the shelf."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import busy_button, button
from litink_app.components.dialog import dialog, opens
from litink_app.components.feedback import empty, wrong
from litink_app.components.field import area, field
from litink_app.components.icons import icon
from pages.search_panel import search_panel
from pages.shell import framed
from pages.tiles import book_tile, shelf_ghost
from state.auth import AuthState
from state.library import LibraryState

ACCEPTED = ".epub,.pdf,.docx,.html,.htm,.xhtml,.md,.markdown,.txt,.text"


@rx.page(route=routes.LIBRARY, title="Library · LitinkAI", on_load=[AuthState.require, LibraryState.load])
@framed("library")
def library() -> rx.Component:
    return rx.el.div(
        rx.el.header(
            rx.el.div(
                rx.el.h1("Library"),
                rx.el.p("EPUB, PDF, Word, HTML, Markdown or plain text. Drop a book anywhere on this page."),
                class_name="grow",
            ),
            rx.el.div(
                button("Paste text or an address", "quiet", icon_name="clipboard-paste", custom_attrs=opens("add-words")),
                _add_button(),
                class_name="row wrap last-first",
            ),
            class_name="page-head",
        ),
        _uploads(),
        rx.cond(LibraryState.books, search_panel()),
        rx.cond(LibraryState.error, wrong(LibraryState.error, LibraryState.load)),
        rx.cond(
            LibraryState.loaded,
            rx.cond(LibraryState.books, _shelf(), rx.cond(LibraryState.error, rx.fragment(), _no_books())),
            shelf_ghost(8),
        ),
        _drop_veil(),
        _words_dialog(),
        class_name="page",
    )


def _add_button() -> rx.Component:
    """The uploader in `assets/litink.js` sends the file in pieces and presses the hidden button when the book is there."""
    return rx.fragment(
        rx.el.input(
            type="file",
            id="book-files",
            accept=ACCEPTED,
            multiple=True,
            hidden=True,
            custom_attrs={"data-upload": f"{routes.API}/books/uploads"},
        ),
        button("Add a book", "primary", icon_name="plus", custom_attrs={"data-picks": "book-files"}),
        rx.el.button("Look again", id="library-changed", on_click=LibraryState.load, hidden=True, type="button", tab_index=-1),
    )


def _words_dialog() -> rx.Component:
    busy = LibraryState.busy == "text"
    return dialog(
        "add-words",
        "Add words without a file",
        rx.el.div(
            rx.cond(LibraryState.problem, wrong(LibraryState.problem)),
            rx.el.form(
                field(
                    "Address", "address", type="url", placeholder="https://", required=True, hint="A page, an article or a book on the web."
                ),
                busy_button("Fetch it", "Fetching", busy, "", type="submit"),
                on_submit=LibraryState.add_address,
                class_name="stack",
            ),
            rx.el.hr(class_name="rule"),
            rx.el.form(
                field("Title", "title", max_length=120, required=True),
                area("Text", "text", rows="9", required=True, max_length=200_000),
                busy_button("Put it on the shelf", "Taking it in", busy, "", type="submit"),
                on_submit=LibraryState.add_text,
                class_name="stack",
            ),
            class_name="stack wide",
        ),
    )


def _uploads() -> rx.Component:
    """Filled by the uploader: one line for each file on its way."""
    return rx.el.div(id="uploads", class_name="uploads", custom_attrs={"aria-live": "polite"})


def _drop_veil() -> rx.Component:
    return rx.el.div(
        rx.el.div(icon("book-down", 40), rx.el.p("Let go to put it on your shelf", class_name="serif")),
        id="drop-veil",
        class_name="drop-veil",
        custom_attrs={"aria-hidden": "true"},
    )


def _shelf() -> rx.Component:
    return rx.el.ul(rx.foreach(LibraryState.books, book_tile), class_name="shelf")


def _no_books() -> rx.Component:
    return empty(
        "An empty shelf",
        "Add a book of your own, or begin with the one that comes with LitinkAI.",
        button("Add a book", "primary", icon_name="plus", custom_attrs={"data-picks": "book-files"}),
        busy_button("Take the sample book", "Fetching it", LibraryState.busy == "sample", "", on_click=LibraryState.add_sample),
        art="/art/empty-shelf.svg",
    )
