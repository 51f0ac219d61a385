"""AudioPanel: what is said, scene by scene, by whom, and where in the book it stands."""

import reflex as rx

from litink_app import routes
from litink_app.components.icons import icon
from litink_app.schemas.views import LineView, SceneView
from state.video_generation import VideoGenerationState


def audio_panel() -> rx.Component:
    return rx.cond(
        VideoGenerationState.scenes,
        rx.el.section(
            rx.el.div(rx.el.h2("Script"), class_name="section-head"),
            rx.el.ol(rx.foreach(VideoGenerationState.scenes, _scene), class_name="script"),
            class_name="section",
        ),
    )


def _scene(scene: SceneView) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h3(f"{scene.number}. {scene.title}"),
            rx.el.p(scene.place, rx.cond(scene.mood, f" · {scene.mood}", ""), class_name="tiny faint"),
            rx.cond(
                scene.sound_url,
                rx.el.audio(
                    src=scene.sound_url, controls=True, preload="none", custom_attrs={"aria-label": f"Sound of scene {scene.number}"}
                ),
            ),
            class_name="heading",
        ),
        rx.el.ol(rx.foreach(scene.lines, _line), class_name="lines"),
    )


def _line(line: LineView) -> rx.Component:
    return rx.el.li(
        rx.el.b(rx.cond(line.speaker, line.speaker, "Narrator"), class_name="speaker", style={"--voice": line.color}),
        rx.el.p(line.text, class_name="serif"),
        rx.el.a(
            icon("quote", 14),
            rx.el.span("Read it in the book", class_name="unseen"),
            href=routes.passage(VideoGenerationState.film.book_id, line.start),
            class_name=rx.cond(line.verbatim, "source verbatim", "source"),
            title=rx.cond(line.verbatim, "Word for word. Read it in the book", "Shortened. Read it in the book"),
        ),
        class_name=f"line-{line.kind}",
    )
