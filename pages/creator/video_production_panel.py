"""VideoProductionPanel: the stages as a quiet line, the time, the cost, and what can be done about it."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import button, link_button
from litink_app.components.dialog import closes, dialog, opens
from litink_app.components.feedback import pill, wrong
from litink_app.components.figures import day, duration, ticking
from litink_app.components.icons import icon
from litink_app.components.menu import menu
from litink_app.components.progress import bar
from litink_app.schemas.views import ANIMATIC, StageView
from pages.creator.film_downloads import download_button, download_dialog
from state.lexicon import LexiconState
from state.video_generation import VideoGenerationState


def video_production_panel() -> rx.Component:
    film = VideoGenerationState.film
    return rx.el.aside(
        rx.match(
            film.status,
            ("done", _finished()),
            (ANIMATIC, _animatic()),
            (
                "failed",
                rx.fragment(wrong(rx.cond(film.message, film.message, "A step failed again and again.")), _line()),
            ),
            _underway(),
        ),
        class_name="production",
        custom_attrs={"aria-label": "Production"},
    )


def controls() -> rx.Component:
    film = VideoGenerationState.film
    return rx.el.div(
        rx.match(
            film.status,
            (
                "running",
                rx.fragment(button("Pause", "", icon_name="pause", on_click=VideoGenerationState.pause), _cancel_button()),
            ),
            ("queued", _cancel_button()),
            ("paused", rx.fragment(button("Go on", "primary", icon_name="play", on_click=VideoGenerationState.resume), _cancel_button())),
            ("failed", button("Retry from there", "primary", icon_name="rotate-cw", on_click=VideoGenerationState.retry)),
            ("cancelled", button("Go on after all", "", icon_name="rotate-cw", on_click=VideoGenerationState.retry)),
            (ANIMATIC, button("Make the film", "primary", icon_name="clapperboard", on_click=VideoGenerationState.make)),
            ("done", download_button()),
            rx.fragment(),
        ),
        menu(
            "More",
            rx.cond(
                film.status == "done",
                rx.el.button(icon("mic", 18), "Speak anew where voices changed", type="button", on_click=LexiconState.renew(film.id)),
            ),
            rx.el.button(icon("trash-2", 18), "Delete the film", class_name="bad", type="button", custom_attrs=opens("delete-film")),
        ),
        _cancel_dialog(),
        _delete_dialog(),
        download_dialog(),
        class_name="row",
    )


def _underway() -> rx.Component:
    film = VideoGenerationState.film
    running = film.status == "running"
    return rx.fragment(
        rx.el.div(
            rx.el.p(f"{film.percent}", rx.el.small(" %"), class_name="percent serif figures"),
            rx.match(
                film.status,
                ("paused", pill("paused")),
                ("queued", pill("waiting for its turn")),
                ("cancelled", pill("cancelled")),
                rx.fragment(),
            ),
            class_name="row apart",
        ),
        bar(film.percent, "The film"),
        rx.el.dl(
            rx.el.div(rx.el.dt("Elapsed"), rx.el.dd(ticking(film.elapsed, "up", running))),
            rx.cond(
                running,
                rx.el.div(
                    rx.el.dt("Left, about"),
                    rx.el.dd(rx.cond(film.seconds_left, ticking(film.seconds_left, "down", running), "…")),
                ),
            ),
            rx.el.div(rx.el.dt("Cost so far"), rx.el.dd(rx.cond(film.cost, film.cost, "none"))),
            class_name="clocks",
        ),
        rx.el.p(film.message, class_name="small soft now", role="status", custom_attrs={"aria-live": "polite"}),
        _line(),
        rx.match(
            film.status,
            ("paused", rx.el.p("What is made stays. It goes on when you say so.", class_name="tiny faint")),
            ("cancelled", rx.el.p("What is made stays. You can still go on.", class_name="tiny faint")),
            rx.el.p("You may close this page; the film goes on.", class_name="tiny faint"),
        ),
    )


def _line() -> rx.Component:
    return rx.el.ol(rx.foreach(VideoGenerationState.stages, _stage), class_name="line", custom_attrs={"aria-label": "Stages"})


def _stage(stage: StageView) -> rx.Component:
    return rx.el.li(
        rx.el.span(stage.label),
        rx.cond(
            stage.status == "done",
            icon("check", 16),
            rx.cond(stage.total > 0, rx.el.span(f"{stage.done} of {stage.total}", class_name="figures")),
        ),
        class_name=f"is-{stage.status}",
    )


def _finished() -> rx.Component:
    film = VideoGenerationState.film
    facts = (
        ("Length", duration(film.seconds)),
        ("Style", film.style),
        ("Shape", film.aspect),
        ("Made", day(film.created)),
        ("Made in", duration(film.made_in)),
        ("Cost", rx.cond(film.cost, film.cost, "nothing")),
    )
    changed = rx.cond(film.changed_in > 0, rx.el.div(rx.el.dt("Last change in"), rx.el.dd(duration(film.changed_in))))
    return rx.fragment(
        rx.el.dl(*[rx.el.div(rx.el.dt(name), rx.el.dd(value)) for name, value in facts], changed, class_name="facts"),
        rx.el.div(
            rx.el.span("Speed", class_name="small"),
            *[
                rx.el.button(
                    label,
                    class_name="btn quiet tight",
                    type="button",
                    custom_attrs={"data-speed": rate, "data-film": "film", "aria-pressed": str(rate == "1").lower()},
                )
                for rate, label in (("0.75", "¾×"), ("1", "1×"), ("1.25", "1¼×"), ("1.5", "1½×"))
            ],
            class_name="row speed",
        ),
        link_button("Make another", routes.studio(film.book_id), icon_name="clapperboard"),
    )


def _animatic() -> rx.Component:
    film = VideoGenerationState.film
    facts = (("Length", duration(film.seconds)), ("Style", film.style), ("Shape", film.aspect), ("Made in", duration(film.elapsed)))
    return rx.fragment(
        rx.el.h2("A quick look", class_name="serif"),
        rx.el.dl(*[rx.el.div(rx.el.dt(name), rx.el.dd(value)) for name, value in facts], class_name="facts"),
        rx.el.p(
            "Change a line, or give a scene a picture of your own, and the quick look is made anew. When it pleases you, make the film.",
            class_name="small soft",
        ),
    )


def _cancel_button() -> rx.Component:
    return button("Cancel", "quiet", custom_attrs=opens("cancel-film"))


def _cancel_dialog() -> rx.Component:
    return dialog(
        "cancel-film",
        "Stop making this film?",
        rx.el.p("What is finished stays and is not paid again should you go on later.", class_name="soft"),
        foot=rx.fragment(
            button("Stop it", "danger", on_click=VideoGenerationState.cancel, custom_attrs=closes("cancel-film")),
            button("Let it go on", "quiet", custom_attrs=closes("cancel-film")),
        ),
    )


def _delete_dialog() -> rx.Component:
    return dialog(
        "delete-film",
        "Delete this film?",
        rx.el.p("The film, its pictures and its sound go. The book stays. This cannot be undone.", class_name="soft"),
        foot=rx.fragment(
            button("Delete the film", "danger", on_click=VideoGenerationState.remove, custom_attrs=closes("delete-film")),
            button("Keep it", "quiet", custom_attrs=closes("delete-film")),
        ),
    )
