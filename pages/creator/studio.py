"""The studio of a book: left the outline, in the middle plot and cast, right the film to be made."""

import reflex as rx

from litink_app import routes
from litink_app.components.cover import cover
from litink_app.components.feedback import ghost, ghosts, waiting, wrong
from litink_app.components.figures import seed
from litink_app.schemas.views import ActView, BookCard
from pages.book import book_tabs
from pages.creator.character_card import cast_panel
from pages.creator.lexicon_panel import lexicon_panel
from pages.creator.plot_overview_panel import plot_overview_panel
from pages.creator.script_generation_panel import script_generation_panel
from pages.shell import framed, titled
from state.auth import AuthState
from state.book import BookState
from state.characters import CharacterState
from state.lexicon import LexiconState
from state.plot import PlotState
from state.script_selection import ScriptSelectionState


@rx.page(
    route=routes.STUDIO,
    title=titled(BookState.book.title, "Studio"),
    on_load=[AuthState.require, BookState.load, PlotState.load, CharacterState.load, LexiconState.load, ScriptSelectionState.open_here],
)
@framed("library")
def studio() -> rx.Component:
    return rx.el.div(
        rx.cond(BookState.error, wrong(BookState.error, BookState.load)),
        rx.cond(
            BookState.loaded,
            rx.cond(BookState.book.id, _studio(BookState.book)),
            waiting(ghost("50%", "2.5rem"), *ghosts(5, "100%", "3rem"), class_name="stack"),
        ),
        class_name="page",
    )


def _studio(book: BookCard) -> rx.Component:
    return rx.fragment(
        rx.el.header(
            rx.el.div(cover(book.title, book.authors, book.cover_url, seed(book.id)), class_name="small-cover"),
            rx.el.div(rx.el.h1(book.title), rx.el.p(book.authors, class_name="soft"), class_name="grow"),
            class_name="studio-head",
        ),
        book_tabs(book, "studio"),
        rx.el.div(
            _outline(),
            rx.el.div(plot_overview_panel(), cast_panel(), lexicon_panel(), class_name="stack wide"),
            rx.el.aside(script_generation_panel(), custom_attrs={"aria-label": "New film"}),
            class_name="studio",
        ),
    )


def _outline() -> rx.Component:
    return rx.el.nav(
        rx.el.elements.a("Plot", href="#plot"),
        rx.el.ol(rx.foreach(PlotState.plot.acts, _act)),
        rx.el.elements.a("Cast", href="#cast"),
        rx.el.elements.a("Said right", href="#words"),
        rx.el.elements.a("New film", href="#film"),
        class_name="outline",
        custom_attrs={"aria-label": "Outline"},
    )


def _act(act: ActView) -> rx.Component:
    return rx.el.li(rx.el.span(act.title, class_name="clip"))
