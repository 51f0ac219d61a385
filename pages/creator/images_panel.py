"""ImagesPanel: the scenes as a contact sheet that fills with pictures, each ready to be looked at and heard."""

import reflex as rx

from litink_app.components.figures import duration
from litink_app.components.icons import icon
from litink_app.schemas.views import ANIMATIC, SceneView
from pages.creator.own_media_panel import coming_lines, music_button, own_media_dialog, scene_button
from state.video_generation import REELS, VideoGenerationState


def images_panel() -> rx.Component:
    return rx.el.section(
        rx.el.div(rx.el.h2("Scenes"), rx.cond(VideoGenerationState.scenes, music_button()), class_name="section-head"),
        coming_lines(),
        rx.cond(
            VideoGenerationState.scenes,
            rx.el.ol(
                *[rx.foreach(getattr(VideoGenerationState, f"reel_{number}"), _scene) for number in range(REELS)],
                class_name="sheet",
                custom_attrs={"aria-live": "polite", "aria-relevant": "text"},
            ),
            rx.el.p(
                rx.cond(
                    VideoGenerationState.film.outdated,
                    "The change waits for its turn. The scenes are back in a moment.",
                    "The script comes first. The scenes appear here as soon as it is written.",
                ),
                class_name="soft",
            ),
        ),
        own_media_dialog(),
        class_name="section",
    )


def _scene(scene: SceneView) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.cond(
                    scene.picture_url,
                    rx.el.img(src=scene.picture_url, alt="", loading="lazy"),
                    rx.el.span(f"{scene.number}", class_name="serif number"),
                ),
                rx.cond(scene.sound_url, rx.el.span(icon("play", 18), class_name="can-play")),
                rx.el.span(duration(scene.seconds), class_name="length figures"),
                class_name="frame",
            ),
            rx.el.span(f"{scene.number}. {scene.title}", class_name="name clip"),
            rx.el.span(_standing(scene), class_name="tiny faint"),
            type="button",
            on_click=VideoGenerationState.show_scene(scene.number),
            class_name="look",
            custom_attrs={"aria-current": rx.cond(VideoGenerationState.shown.number == scene.number, "true", "false")},
        ),
        scene_button(scene),
        class_name=f"scene is-{scene.status}",
    )


def _standing(scene: SceneView) -> rx.Component:
    return rx.fragment(
        rx.match(
            scene.status,
            ("waiting", rx.cond(VideoGenerationState.film.status == ANIMATIC, "in the quick look", "waiting")),
            ("drawing", "being drawn"),
            ("voicing", "being spoken"),
            ("filming", "being filmed"),
            ("failed", "stopped by an error"),
            rx.match(
                scene.own,
                ("picture", "your picture"),
                ("clip", rx.cond(scene.held, f"your clip: {scene.held}", "your clip")),
                rx.cond(scene.place, scene.place, "done"),
            ),
        )
    )
