"""A film: while it is made, a page to watch; afterwards, a place to see it."""

import reflex as rx

from litink_app import routes
from litink_app.components.feedback import ghost, waiting, wrong
from litink_app.components.icons import icon
from pages.creator.audio_panel import audio_panel
from pages.creator.film_player import film_player
from pages.creator.images_panel import images_panel
from pages.creator.video_production_panel import controls, video_production_panel
from pages.shell import framed, titled
from state.auth import AuthState
from state.own_media import OwnMediaState
from state.video_generation import VideoGenerationState


@rx.page(
    route=routes.FILM,
    title=titled(VideoGenerationState.film.title, "Film"),
    on_load=[AuthState.require, VideoGenerationState.load, OwnMediaState.load],
)
@framed("films")
def film() -> rx.Component:
    return rx.el.div(
        rx.cond(VideoGenerationState.error, wrong(VideoGenerationState.error, VideoGenerationState.load)),
        rx.cond(VideoGenerationState.trouble, wrong(VideoGenerationState.trouble, VideoGenerationState.load)),
        rx.cond(VideoGenerationState.loaded, rx.cond(VideoGenerationState.film.id, _film()), _ghost()),
        class_name="page film-page",
    )


def _film() -> rx.Component:
    film = VideoGenerationState.film
    return rx.fragment(
        rx.el.header(
            rx.el.div(
                rx.el.p(rx.el.a(icon("arrow-left", 16), film.book_title, href=routes.book(film.book_id)), class_name="crumb"),
                rx.el.h1(film.title),
                class_name="grow",
            ),
            controls(),
            class_name="page-head",
        ),
        rx.el.div(film_player(), video_production_panel(), class_name="cinema"),
        images_panel(),
        audio_panel(),
    )


def _ghost() -> rx.Component:
    return waiting(ghost("40%", "2.5rem"), ghost(kind="frame big"), words="Fetching the film", class_name="stack")
