"""The desk: go on where you were."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import link_button
from litink_app.components.cover import cover
from litink_app.components.feedback import wrong
from litink_app.components.figures import seed
from litink_app.schemas.views import BookCard
from pages.creator.film_options import film_options
from pages.shell import framed
from pages.tiles import book_tile, film_in_the_making, film_tile, make_film_button, reel_ghost, shelf_ghost
from state.auth import AuthState
from state.dashboard import DashboardState


@rx.page(route=routes.DASHBOARD, title="Desk · LitinkAI", on_load=[AuthState.require, DashboardState.load])
@framed("dashboard")
def dashboard() -> rx.Component:
    return rx.el.div(
        rx.cond(DashboardState.error, wrong(DashboardState.error, DashboardState.load)),
        rx.cond(DashboardState.loaded, rx.cond(DashboardState.error, rx.fragment(), _desk()), rx.fragment(reel_ghost(2), shelf_ghost())),
        film_options(),
        class_name="page",
    )


def _desk() -> rx.Component:
    return rx.fragment(
        rx.cond(
            DashboardState.welcome & (DashboardState.sample.id != ""),
            _welcome(DashboardState.sample),
            rx.el.header(
                rx.el.div(rx.el.h1("Your desk"), class_name="grow"),
                link_button("Add a book", routes.LIBRARY, icon_name="plus"),
                class_name="page-head",
            ),
        ),
        rx.cond(
            DashboardState.making,
            _section("Being made now", rx.el.ul(rx.foreach(DashboardState.making, film_in_the_making), class_name="makings")),
        ),
        rx.cond(
            DashboardState.films,
            _section("Your films", rx.el.ul(rx.foreach(DashboardState.films, film_tile), class_name="reel"), routes.FILMS),
        ),
        _section(
            "On your shelf",
            rx.cond(DashboardState.books, rx.el.ul(rx.foreach(DashboardState.books, book_tile), class_name="shelf"), _no_books()),
            routes.LIBRARY,
        ),
    )


def _welcome(book: BookCard) -> rx.Component:
    """The first start: a book is ready, two clicks make a film of it."""
    return rx.el.section(
        rx.el.div(
            rx.el.span("Welcome", rx.cond(AuthState.person.name, f", {AuthState.person.name}", ""), class_name="eyebrow"),
            rx.el.h1("Your first film is two clicks away."),
            rx.el.p(
                rx.el.cite(book.title),
                " is on your shelf. Choose how long the film shall be, and watch it being made: the cast, the pictures, the voices, one after the other.",
            ),
            rx.el.div(make_film_button(book.id), link_button("Read it first", routes.book(book.id), "quiet"), class_name="row wrap"),
            class_name="say",
        ),
        rx.el.div(cover(book.title, book.authors, book.cover_url, seed(book.id)), class_name="held"),
        class_name="welcome stage",
        custom_attrs={"aria-label": "Welcome"},
    )


def _section(title: str, content: rx.Component, more: str = "") -> rx.Component:
    way = rx.el.a("See all", href=more, class_name="link small") if more else rx.fragment()
    return rx.el.section(rx.el.div(rx.el.h2(title), way, class_name="section-head"), content, class_name="section")


def _no_books() -> rx.Component:
    return rx.el.p("No book here yet. ", rx.el.a("Add one", href=routes.LIBRARY, class_name="link"), " to begin.", class_name="soft")
