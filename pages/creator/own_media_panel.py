"""A picture or clip of one's own for a scene, music of one's own for the film: one dialog for both."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import busy_button, button
from litink_app.components.dialog import dialog, opens
from litink_app.components.feedback import wrong
from litink_app.components.icons import icon
from litink_app.components.progress import bar
from litink_app.schemas.own_media import MUSIC, ComingView
from litink_app.schemas.run import RunStatus
from litink_app.schemas.views import ANIMATIC, SceneView
from state.own_media import OwnMediaState
from state.video_generation import VideoGenerationState

PICTURES = "image/png,image/jpeg,image/webp,image/gif,video/mp4,video/quicktime,video/webm,video/x-matroska,.mkv"
SOUNDS = "audio/*,.mp3,.wav,.flac,.ogg,.opus,.m4a"


def scene_button(scene: SceneView) -> rx.Component:
    """Only a film that is not being made can be changed."""
    return rx.cond(
        VideoGenerationState.following,
        rx.fragment(),
        rx.el.button(
            icon("image-up", 16),
            rx.el.span(f"A picture or clip of your own for scene {scene.number}", class_name="unseen"),
            type="button",
            class_name="own-here",
            title="A picture or clip of your own",
            on_click=OwnMediaState.take(VideoGenerationState.film.id, scene.number),
            custom_attrs=opens("own-media"),
        ),
    )


def music_button() -> rx.Component:
    return rx.cond(
        VideoGenerationState.following,
        rx.fragment(),
        button(
            rx.cond(VideoGenerationState.film.own_music, "Your music", "Music of your own"),
            "quiet tight",
            icon_name="music",
            on_click=OwnMediaState.take(VideoGenerationState.film.id, MUSIC),
            custom_attrs=opens("own-media"),
        ),
    )


def own_media_dialog() -> rx.Component:
    music = OwnMediaState.scene == MUSIC
    return dialog(
        "own-media",
        rx.cond(music, "Music of your own", f"Scene {OwnMediaState.scene}: a picture or clip of your own"),
        rx.el.div(
            rx.cond(OwnMediaState.error, wrong(OwnMediaState.error)),
            rx.cond(OwnMediaState.there.kind, _there(), rx.el.p(rx.cond(music, MUSIC_WORDS, SCENE_WORDS), class_name="soft")),
            rx.el.div(
                rx.foreach(OwnMediaState.coming, lambda one: rx.cond(one.scene == OwnMediaState.scene, _coming(one))),
                class_name="uploads",
                custom_attrs={"aria-live": "polite"},
            ),
            rx.el.div(
                id="own-uploads",
                key=f"{OwnMediaState.scene} {OwnMediaState.there.url}",
                class_name="uploads",
                custom_attrs={"aria-live": "polite"},
            ),
            _chooser(),
            rx.el.p(
                rx.cond(
                    music,
                    rx.cond(
                        VideoGenerationState.film.status == ANIMATIC,
                        "It is heard in the film; a quick look is silent.",
                        "The music is mixed anew; no scene is touched.",
                    ),
                    rx.cond(
                        VideoGenerationState.film.status == ANIMATIC,
                        "The quick look is made anew with it.",
                        "Only this scene is filmed anew, and the film joined again.",
                    ),
                ),
                class_name="tiny faint",
            ),
            class_name="stack",
        ),
        class_name="own-media",
    )


MUSIC_WORDS = "It takes the place of the composed music: cut or repeated to the film's length, and quieter while somebody speaks."
SCENE_WORDS = (
    "The scene is then shown over it, filling the frame: a picture with a slow move of the camera, a clip without its sound. "
    "A clip that is shorter than the scene holds its last picture. Speech and captions stay."
)


def coming_lines() -> rx.Component:
    """Files on their way into the film, and those that were refused; seen without the dialog too."""
    return rx.el.div(rx.foreach(OwnMediaState.coming, _coming), class_name="uploads", custom_attrs={"aria-live": "polite"})


def _coming(one: ComingView) -> rx.Component:
    failed = one.status == RunStatus.FAILED
    return rx.el.div(
        rx.el.b(one.name, class_name="clip"),
        rx.el.span(
            rx.cond(one.scene == MUSIC, "your music", f"for scene {one.scene}"),
            " · ",
            rx.cond(failed, one.message, f"being prepared, {one.percent} %"),
            class_name="said faint figures",
        ),
        button(rx.cond(failed, "Dismiss", "Cancel"), "quiet tight", on_click=OwnMediaState.put_away(one.scene)),
        rx.cond(failed, rx.fragment(), bar(one.percent, one.name)),
        class_name=rx.cond(failed, "upload failed", "upload"),
    )


def _there() -> rx.Component:
    there = OwnMediaState.there
    return rx.el.figure(
        rx.match(
            there.kind,
            ("picture", rx.el.img(src=there.url, alt="Your picture")),
            ("clip", rx.el.video(src=there.url, controls=True, muted=True, plays_inline=True, preload="metadata")),
            rx.el.audio(src=there.url, controls=True),
        ),
        rx.el.figcaption(
            rx.el.span(there.name, class_name="clip grow small"),
            busy_button(
                rx.cond(there.kind == "sound", "Composed music again", "Drawn picture again"),
                "Taking it back",
                OwnMediaState.busy,
                "tight",
                on_click=OwnMediaState.take_back,
            ),
            class_name="row",
        ),
    )


def _chooser() -> rx.Component:
    """The uploader sends the file in pieces and presses the hidden button when it is there, or was refused."""
    music = OwnMediaState.scene == MUSIC
    return rx.fragment(
        rx.el.input(
            type="file",
            id="own-file",
            accept=rx.cond(music, SOUNDS, PICTURES),
            hidden=True,
            custom_attrs={
                "data-upload": f"{routes.API}/films/{VideoGenerationState.film.id}/media/uploads",
                "data-place": f"?scene={OwnMediaState.scene}",
                "data-lines": "own-uploads",
                "data-after": "own-sent",
            },
        ),
        rx.el.button(
            icon("upload", 22),
            rx.el.b("Choose a file"),
            rx.el.span(
                rx.cond(music, "MP3, WAV, OGG, FLAC or the sound of an MP4", "JPEG, PNG, WebP, GIF, MP4, WebM or MKV"),
                class_name="tiny faint",
            ),
            type="button",
            class_name="drop-here",
            custom_attrs={"data-picks": "own-file"},
        ),
        rx.el.button("Look again", id="own-sent", on_click=OwnMediaState.sent, hidden=True, type="button", tab_index=-1),
    )
