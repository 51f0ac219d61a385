"""The reader: the text first; controls at the edge."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import icon_button
from litink_app.components.dialog import dialog, opens
from litink_app.components.feedback import ghost, ghosts, waiting, wrong
from litink_app.components.field import choice, choices
from litink_app.components.icons import icon
from litink_app.schemas.views import ChapterText, Paragraph
from pages.shell import theme_switch, titled
from state.auth import AuthState
from state.reader import PassageState, ReaderState
from state.theme import ThemeState


@rx.page(route=routes.READER, title=titled(ReaderState.chapter.title, "Reading"), on_load=[AuthState.require, ReaderState.load])
def reader() -> rx.Component:
    return rx.el.div(
        _bar(ReaderState.chapter),
        rx.el.main(
            rx.cond(ReaderState.error, wrong(ReaderState.error, ReaderState.load)),
            rx.cond(ReaderState.loaded, rx.cond(ReaderState.chapter.id, _chapter(ReaderState.chapter)), _ghost()),
            id="main",
            tab_index=-1,
        ),
        _settings(),
        class_name=f"reader size-{ThemeState.size} face-{ThemeState.face} spacing-{ThemeState.spacing}",
    )


@rx.page(route=routes.PASSAGE, title="Finding the place · LitinkAI", on_load=[AuthState.require, PassageState.go])
def passage() -> rx.Component:
    return rx.el.main(rx.cond(PassageState.error, wrong(PassageState.error), _ghost()), id="main", class_name="reader", tab_index=-1)


def _bar(chapter: ChapterText) -> rx.Component:
    return rx.el.header(
        rx.el.a(
            icon("arrow-left"),
            rx.el.span(chapter.book_title, class_name="clip"),
            href=routes.book(ReaderState.book_id),
            class_name="btn quiet back",
        ),
        rx.el.span(rx.cond(chapter.id, f"{chapter.position + 1} of {chapter.count}", ""), class_name="tiny faint figures"),
        rx.el.span(
            icon_button("a-large-small", "How the text looks", custom_attrs=opens("reading")),
            theme_switch(),
            class_name="row tightly",
        ),
        class_name="reader-bar",
    )


def _chapter(chapter: ChapterText) -> rx.Component:
    return rx.fragment(
        rx.el.article(
            rx.el.header(
                rx.cond(chapter.label != chapter.title, rx.el.p(chapter.label, class_name="label")),
                rx.el.h1(rx.cond(chapter.title, chapter.title, chapter.label)),
                class_name="chapter-head",
            ),
            rx.foreach(chapter.paragraphs, _paragraph),
            class_name="text",
        ),
        rx.el.nav(
            rx.cond(chapter.previous_id, _way(chapter.previous_id, "Previous chapter", "arrow-left", "prev"), rx.el.span()),
            rx.cond(chapter.next_id, _way(chapter.next_id, "Next chapter", "arrow-right", "next")),
            class_name="reader-ways",
            custom_attrs={"aria-label": "Chapters"},
        ),
    )


def _paragraph(paragraph: Paragraph) -> rx.Component:
    place = {"id": f"p-{paragraph.start}", "class_name": rx.cond(paragraph.start == ReaderState.pointed, "pointed", "")}
    return rx.fragment(
        rx.match(
            paragraph.kind,
            ("heading", rx.el.h2(paragraph.text, **place)),
            ("quotation", rx.el.blockquote(paragraph.text, **place)),
            ("letter", rx.el.blockquote(paragraph.text, **place)),
            ("verse", rx.el.p(paragraph.text, id=place["id"], class_name="verse")),
            ("list_item", rx.el.p(paragraph.text, id=place["id"], class_name="item")),
            ("table", rx.el.pre(paragraph.text, id=place["id"])),
            ("figure", rx.el.figure(rx.el.img(src=paragraph.image_url, alt=paragraph.text, loading="lazy"), **place)),
            ("caption", rx.el.p(paragraph.text, id=place["id"], class_name="caption")),
            ("footnote", rx.el.p(paragraph.text, id=place["id"], class_name="footnote")),
            ("scene_break", rx.el.hr()),
            rx.el.p(paragraph.text, **place),
        )
    )


def _way(chapter_id: str, label: str, sign: str, rel: str) -> rx.Component:
    face = [icon(sign, 18), rx.el.span(label)]
    return rx.el.a(
        *(face if rel == "prev" else reversed(face)), href=routes.reader(ReaderState.book_id, chapter_id), rel=rel, class_name="btn"
    )


def _settings() -> rx.Component:
    return dialog(
        "reading",
        "How the text looks",
        rx.el.div(
            rx.el.div(
                rx.el.span("Size", class_name="label"),
                rx.el.div(
                    rx.el.button(
                        "A",
                        class_name="btn serif",
                        on_click=ThemeState.resize(-1),
                        title="Smaller",
                        type="button",
                        custom_attrs={"aria-label": "Smaller"},
                    ),
                    rx.el.button(
                        "A",
                        class_name="btn serif bigger",
                        on_click=ThemeState.resize(1),
                        title="Larger",
                        type="button",
                        custom_attrs={"aria-label": "Larger"},
                    ),
                    class_name="row",
                ),
                class_name="field",
            ),
            choices(
                "Letters",
                choice("face", "serif", "Literata", checked=ThemeState.face == "serif", on_change=ThemeState.choose_face("serif")),
                choice("face", "sans", "Public Sans", checked=ThemeState.face == "sans", on_change=ThemeState.choose_face("sans")),
            ),
            choices(
                "Lines",
                *[
                    choice("spacing", value, label, checked=ThemeState.spacing == value, on_change=ThemeState.choose_spacing(value))
                    for value, label in (("close", "Close"), ("even", "Even"), ("open", "Open"))
                ],
            ),
            class_name="stack",
        ),
    )


def _ghost() -> rx.Component:
    return waiting(ghost("60%", "2.5rem"), *ghosts(12, "100%", "1.1rem"), words="Opening the chapter", class_name="text stack")
