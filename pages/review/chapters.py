"""The import review: left the chapters with how sure each is, right the text in which a new one may begin."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import button, icon_button
from litink_app.components.feedback import ghosts, notice, waiting, wrong
from litink_app.components.figures import grouped
from litink_app.components.icons import icon
from litink_app.components.menu import menu
from litink_app.schemas.review import ReviewRow
from litink_app.schemas.views import Paragraph
from pages.review.frame import head, sure_mark, sure_words
from pages.shell import framed, titled
from state.auth import AuthState
from state.import_review import ChapterTextState, ImportReviewState

KINDS = (("front", "Before the book"), ("body", "The book"), ("back", "After the book"))


@rx.page(
    route=routes.REVIEW_CHAPTERS,
    title=titled(ImportReviewState.review.book_title, "Chapters"),
    on_load=[AuthState.require, ImportReviewState.load],
)
@framed("library")
def review_chapters() -> rx.Component:
    return rx.el.div(
        head(
            ImportReviewState.book_id,
            ImportReviewState.review.book_title,
            "chapters",
            "Are these the chapters?",
            "Join, split, name, order and leave out. What you decide here stays, also when the book is read again.",
        ),
        rx.cond(ImportReviewState.error, wrong(ImportReviewState.error, ImportReviewState.load)),
        rx.cond(
            ImportReviewState.loaded,
            rx.cond(
                ImportReviewState.review.rows,
                rx.el.div(_list(), _text(), class_name="import-review"),
                notice("The book is still being read. Its chapters come first.", "lamp"),
            ),
            waiting(*ghosts(8, "100%", "3rem"), words="Fetching the chapters", class_name="stack"),
        ),
        class_name="page",
    )


def _list() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.p(
                rx.cond(ImportReviewState.review.changes > 0, f"Last: you {ImportReviewState.review.last}.", "Nothing corrected yet."),
                class_name="small soft grow",
                role="status",
            ),
            button("Undo", "tight", icon_name="undo-2", on_click=ImportReviewState.undo, disabled=ImportReviewState.review.changes == 0),
            class_name="row review-tools",
        ),
        rx.el.ol(rx.foreach(ImportReviewState.review.rows, _row), class_name="review-rows"),
        rx.el.div(
            button("Read the file again", "quiet tight", icon_name="rotate-cw", on_click=ImportReviewState.read_again),
            rx.el.p("Cast and scenes are found anew, with the chapters as they are here.", class_name="tiny faint"),
            class_name="stack review-again",
        ),
        custom_attrs={"aria-label": "Chapters"},
    )


def _row(row: ReviewRow) -> rx.Component:
    name = rx.cond(row.title, row.title, row.label)
    return rx.el.li(
        sure_mark(row.sure),
        rx.el.div(
            rx.el.input(
                default_value=row.title,
                placeholder=row.label,
                key=f"{row.id}{row.title}",
                name="title",
                class_name="bare serif",
                max_length=300,
                on_focus=ChapterTextState.show(row.id),
                on_blur=lambda title: ImportReviewState.rename(row.id, title),
                custom_attrs={"aria-label": f"Title of {name}", "data-enters": ""},
            ),
            rx.el.div(
                rx.el.span(rx.cond(row.label == row.title, "", row.label), class_name="tiny faint"),
                rx.el.span(grouped(row.words), " words", class_name="tiny faint figures"),
                sure_words(row.sure),
                rx.cond(row.kind == "front", rx.el.span("before the book", class_name="pill")),
                rx.cond(row.kind == "back", rx.el.span("after the book", class_name="pill")),
                rx.cond(row.skipped, rx.el.span("left out", class_name="pill bad")),
                class_name="row wrap facts",
            ),
            class_name="grow",
        ),
        rx.el.div(
            icon_button(
                "arrow-up",
                f"Move {name} up",
                "quiet tight",
                on_click=ImportReviewState.move(row.id, False),
                custom_attrs={"data-moves": "ArrowUp"},
            ),
            icon_button(
                "arrow-down",
                f"Move {name} down",
                "quiet tight",
                on_click=ImportReviewState.move(row.id, True),
                custom_attrs={"data-moves": "ArrowDown"},
            ),
            _menu(row, name),
            class_name="row tightly row-acts",
        ),
        key=row.id,
        class_name=f"review-row kind-{row.kind} {rx.cond(row.skipped, 'skipped', '')} {rx.cond(row.id == ChapterTextState.chapter, 'at', '')}",
        custom_attrs={"data-orders": ""},
    )


def _menu(row: ReviewRow, name: rx.Var[str]) -> rx.Component:
    kinds = [
        rx.cond(row.kind != kind, rx.el.button(icon("tag", 16), f"It is: {label}", on_click=ImportReviewState.set_kind(row.id, kind)))
        for kind, label in KINDS
    ]
    return menu(
        f"More for {name}",
        rx.el.button(icon("book-open", 16), "Show its text", on_click=[ChapterTextState.show(row.id), rx.scroll_to("chapter-text")]),
        rx.cond(
            row.next_id,
            rx.el.button(icon("merge", 16), f"Join with “{row.next_title}”", on_click=ImportReviewState.join(row.id)),
        ),
        *kinds,
        rx.cond(
            row.skipped,
            rx.el.button(icon("eye", 16), "Take it in again", on_click=ImportReviewState.skip(row.id, False)),
            rx.el.button(icon("eye-off", 16), "Leave it out", on_click=ImportReviewState.skip(row.id, True)),
        ),
    )


def _text() -> rx.Component:
    return rx.el.section(
        rx.el.p("Does a chapter begin in here? Click the paragraph with which it begins.", class_name="small soft"),
        rx.el.div(rx.foreach(ChapterTextState.paragraphs[: ChapterTextState.shown], _paragraph), class_name="split-text"),
        rx.cond(
            rx.Var.create(ChapterTextState.paragraphs).to(list).length() > ChapterTextState.shown,
            button("Show more of it", on_click=ChapterTextState.more),
        ),
        id="chapter-text",
        class_name="chapter-text stack",
        custom_attrs={"aria-label": "Text of the chosen chapter"},
    )


def _paragraph(one: Paragraph, number: int) -> rx.Component:
    return rx.fragment(
        rx.cond((one.start == ChapterTextState.place) & (number > 0), _begin()),
        rx.el.div(
            rx.cond(
                number > 0,
                rx.el.button(
                    icon("scissors", 16),
                    rx.el.span(f"Begin a chapter at: {one.text.to(str)[:40]}", class_name="unseen"),  # pyright: ignore[reportAttributeAccessIssue]
                    type="button",
                    title="Begin a chapter here",
                    class_name="cut",
                    on_click=ChapterTextState.point(one.start).stop_propagation,
                ),
            ),
            rx.cond(
                one.kind == "heading",
                rx.el.h3(one.text),
                rx.cond(one.kind == "scene_break", rx.el.hr(), rx.el.p(one.text)),
            ),
            class_name=f"para kind-{one.kind}",
            on_click=ChapterTextState.point(one.start),
        ),
    )


def _begin() -> rx.Component:
    return rx.el.form(
        rx.el.label("Begin a chapter here, called", html_for="new-title", class_name="small"),
        rx.el.input(
            id="new-title",
            name="title",
            default_value=ChapterTextState.proposal,
            placeholder="Title, or nothing",
            max_length=300,
            auto_focus=True,
            class_name="input tight",
        ),
        rx.el.div(
            button("Begin it here", "primary tight", type="submit"),
            button("No", "quiet tight", on_click=ChapterTextState.point(ChapterTextState.place)),
            class_name="row",
        ),
        on_submit=ChapterTextState.split,
        class_name="begin-here",
    )
