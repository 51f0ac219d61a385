"""The stage: the film when there is one, else the scene that somebody looks at, else the newest picture."""

import reflex as rx

from litink_app.components.button import icon_button
from litink_app.components.cover import title_card
from litink_app.components.feedback import notice
from litink_app.components.figures import duration, seed
from litink_app.schemas.views import SceneView
from state.video_generation import VideoGenerationState


def film_player() -> rx.Component:
    film = VideoGenerationState.film
    return rx.el.section(
        rx.el.div(
            rx.cond(
                VideoGenerationState.shown.number > 0,
                _scene(VideoGenerationState.shown),
                rx.cond(film.film_url, _film(), rx.cond(film.animatic_url, _animatic(), _unmade())),
            ),
            class_name=rx.match(film.aspect, ("9:16", "screen tall"), ("1:1", "screen square"), "screen"),
        ),
        rx.cond(VideoGenerationState.shown.number > 0, _caption(VideoGenerationState.shown)),
        rx.cond(
            film.outdated, rx.el.p("This is the film as it was. The new one takes its place when it is made.", class_name="soft small")
        ),
        rx.cond(film.faults, _faults()),
        rx.cond(
            film.animatic_url,
            rx.el.p(
                "Draft pictures that do not move, and the words to read when they will be said. "
                "Voices, music and motion come with the film.",
                class_name="soft small",
            ),
        ),
        rx.cond(film.film_url, _chapters(), rx.cond(film.animatic_url, _chapters())),
        id="stage",
        class_name="player stage",
        custom_attrs={"aria-label": "Stage"},
    )


def _faults() -> rx.Component:
    return notice(
        rx.el.div(
            rx.el.p(rx.el.b("This film is outside its limits.")),
            rx.foreach(VideoGenerationState.film.faults, lambda fault: rx.el.p(fault)),
        ),
        "lamp",
        "triangle-alert",
    )


def _film() -> rx.Component:
    film = VideoGenerationState.film
    return rx.el.video(
        rx.cond(film.captions_url, rx.el.track(kind="captions", src=film.captions_url, src_lang="en", label="Subtitles")),
        id="film",
        src=film.film_url,
        poster=film.poster_url,
        controls=True,
        plays_inline=True,
        preload="metadata",
    )


def _animatic() -> rx.Component:
    """Bears the film's name for the controls: chapters jump in it too."""
    return rx.el.video(
        id="film", src=VideoGenerationState.film.animatic_url, controls=True, plays_inline=True, muted=True, preload="metadata"
    )


def _scene(scene: SceneView) -> rx.Component:
    return rx.fragment(
        rx.cond(
            scene.picture_url,
            rx.el.img(src=scene.picture_url, alt=f"Scene {scene.number}: {scene.title}"),
            title_card(scene.title, scene.number),
        ),
        rx.cond(scene.sound_url, rx.el.audio(src=scene.sound_url, controls=True, auto_play=True, key=scene.sound_url)),
    )


def _caption(scene: SceneView) -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(f"Scene {scene.number}. {scene.title}"), rx.el.span(f" {scene.place}", class_name="soft"), class_name="grow"),
        icon_button("x", "Back to the film", on_click=VideoGenerationState.show_film),
        class_name="row stage-caption",
    )


def _unmade() -> rx.Component:
    """Nothing to play yet: the newest picture, or the title."""
    film = VideoGenerationState.film
    return rx.cond(
        VideoGenerationState.newest,
        rx.el.img(src=VideoGenerationState.newest, alt="The newest picture", class_name="newest", key=VideoGenerationState.newest),
        title_card(film.title, seed(film.book_id), film.book_title),
    )


def _chapters() -> rx.Component:
    return rx.el.ol(
        rx.foreach(VideoGenerationState.scenes, _chapter),
        class_name="film-chapters",
        custom_attrs={"aria-label": "Scenes of the film"},
    )


def _chapter(scene: SceneView, place: int) -> rx.Component:
    start = VideoGenerationState.starts[place]
    return rx.el.li(
        rx.el.button(
            rx.el.span(duration(start), class_name="figures tiny"),
            rx.el.span(scene.title, class_name="clip"),
            type="button",
            custom_attrs={"data-seek": start, "data-film": "film"},
        )
    )
