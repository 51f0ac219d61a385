"""What a finished film can be taken away as: what is there is a link, the rest is made when asked for."""

import reflex as rx

from litink_app.components.button import button, plain_link_button, spinner
from litink_app.components.dialog import dialog, opens
from litink_app.components.feedback import ghosts, waiting, wrong
from litink_app.components.progress import bar
from litink_app.schemas.export import ExportView
from state.film_exports import FilmExportState


def download_button() -> rx.Component:
    return button("Download", "primary", icon_name="download", on_click=FilmExportState.load, custom_attrs=opens("download-film"))


def download_dialog() -> rx.Component:
    return dialog(
        "download-film",
        "Take the film with you",
        rx.cond(FilmExportState.error, wrong(FilmExportState.error, FilmExportState.load)),
        rx.cond(FilmExportState.trouble, wrong(FilmExportState.trouble, FilmExportState.load)),
        rx.cond(
            FilmExportState.loaded,
            rx.el.ul(rx.foreach(FilmExportState.forms, _form), class_name="forms", custom_attrs={"aria-live": "polite"}),
            waiting(*ghosts(6, "100%", "2.75rem"), words="Looking what there is", class_name="stack"),
        ),
    )


def _form(form: ExportView) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(form.label),
            rx.el.p(form.hint, class_name="tiny faint"),
            rx.cond(form.message, rx.el.p(form.message, class_name="small bad")),
            rx.cond(form.status == "making", bar(form.percent, form.label)),
            class_name="grow",
        ),
        rx.match(
            form.status,
            ("ready", plain_link_button("Save", form.url, "tight", icon_name="download", download=True, aria_label=f"Save: {form.label}")),
            (
                "making",
                rx.el.span(spinner(), rx.cond(form.percent > 0, f"{form.percent} %", "waiting"), class_name="row figures small soft"),
            ),
            ("failed", _make(form, "Try again")),
            _make(form, "Make it"),
        ),
        class_name="form-row",
    )


def _make(form: ExportView, label: str) -> rx.Component:
    return button(label, "quiet tight", on_click=FilmExportState.make(form.name), aria_label=f"{label}: {form.label}")
