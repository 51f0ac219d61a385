"""All films of a person."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import link_button
from litink_app.components.feedback import empty, wrong
from pages.shell import framed
from pages.tiles import film_tile, reel_ghost
from state.auth import AuthState
from state.films import FilmsState


@rx.page(route=routes.FILMS, title="Films · LitinkAI", on_load=[AuthState.require, FilmsState.load])
@framed("films")
def films() -> rx.Component:
    return rx.el.div(
        rx.el.header(rx.el.div(rx.el.h1("Films"), class_name="grow"), class_name="page-head"),
        rx.cond(FilmsState.error, wrong(FilmsState.error, FilmsState.load)),
        rx.cond(
            FilmsState.loaded,
            rx.cond(FilmsState.films, _reel(), rx.cond(FilmsState.error, rx.fragment(), _none())),
            reel_ghost(6),
        ),
        class_name="page",
    )


def _reel() -> rx.Component:
    return rx.el.ul(rx.foreach(FilmsState.films, film_tile), class_name="reel")


def _none() -> rx.Component:
    return empty(
        "No film yet",
        "Open a book and choose “Make a film of it”. You will see every scene as it is drawn.",
        link_button("To the library", routes.LIBRARY, "primary"),
        art="/art/empty-reel.svg",
    )
