"""AudioPanel: what is said, scene by scene, by whom, and where in the book it stands; each scene can be heard on the stage."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import busy_button
from litink_app.components.dialog import dialog, opens
from litink_app.components.feedback import wrong
from litink_app.components.field import area
from litink_app.components.icons import icon
from litink_app.schemas.views import LineView, SceneView
from state.script_line import ScriptLineState
from state.video_generation import VideoGenerationState


def audio_panel() -> rx.Component:
    return rx.cond(
        VideoGenerationState.scenes,
        rx.el.section(
            rx.el.div(rx.el.h2("Script"), class_name="section-head"),
            rx.el.ol(rx.foreach(VideoGenerationState.scenes, _scene), class_name="script"),
            _edit_dialog(),
            class_name="section",
        ),
    )


def _scene(scene: SceneView) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h3(f"{scene.number}. {scene.title}"),
            rx.el.p(scene.place, rx.cond((scene.place != "") & (scene.mood != ""), " · ", ""), scene.mood, class_name="tiny faint"),
            rx.el.button(
                icon("play", 14),
                rx.el.span(f"Hear scene {scene.number}", class_name="unseen"),
                type="button",
                class_name="source",
                title="Hear it on the stage",
                on_click=[VideoGenerationState.show_scene(scene.number), rx.scroll_to("stage")],
            ),
            class_name="heading",
        ),
        rx.el.ol(rx.foreach(scene.lines, _line), class_name="lines"),
    )


def _line(line: LineView) -> rx.Component:
    return rx.el.li(
        rx.el.b(rx.cond(line.speaker, line.speaker, "Narrator"), class_name="speaker", style={"--voice": line.color}),
        rx.el.p(line.text, class_name="serif"),
        rx.el.span(_edit_button(line), _source_link(line), class_name="row tightly"),
        class_name=f"line-{line.kind}",
    )


def _source_link(line: LineView) -> rx.Component:
    return rx.el.a(
        icon("quote", 14),
        rx.el.span("Read it in the book", class_name="unseen"),
        href=routes.passage(VideoGenerationState.film.book_id, line.start),
        class_name=rx.cond(line.verbatim, "source verbatim", "source"),
        title=rx.cond(line.verbatim, "Word for word. Read it in the book", "Shortened. Read it in the book"),
    )


def _edit_button(line: LineView) -> rx.Component:
    """Only a film that is not being made can be changed."""
    return rx.cond(
        VideoGenerationState.following,
        rx.fragment(),
        rx.el.button(
            icon("pencil", 14),
            rx.el.span("Change this line", class_name="unseen"),
            type="button",
            class_name="source",
            title="Change this line",
            on_click=ScriptLineState.take(VideoGenerationState.film.id, line.id),
            custom_attrs=opens("edit-line"),
        ),
    )


def _edit_dialog() -> rx.Component:
    return dialog(
        "edit-line",
        rx.match(
            ScriptLineState.speaker,
            ("", "A line"),
            ("Narrator", "A line of the narrator"),
            f"A line of {ScriptLineState.speaker}",
        ),
        rx.el.form(
            rx.cond(ScriptLineState.error, wrong(ScriptLineState.error)),
            area(
                "What is said",
                "text",
                default_value=ScriptLineState.text,
                key=ScriptLineState.text,
                rows="4",
                required=True,
                max_length=1000,
            ),
            rx.el.p("Its scene is spoken and filmed anew, and the film joined again. Nothing else is touched.", class_name="small soft"),
            busy_button("Speak it anew", "Starting", ScriptLineState.busy, type="submit"),
            on_submit=ScriptLineState.change,
            class_name="stack",
        ),
    )
