"""One book: what it holds, who is in it, and what can be made of it."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import button, link_button
from litink_app.components.cover import cover
from litink_app.components.dialog import closes, dialog, opens
from litink_app.components.feedback import ghost, ghosts, notice, waiting, wrong
from litink_app.components.figures import grouped, plural, seed
from litink_app.components.icons import icon
from litink_app.components.progress import bar
from litink_app.schemas.views import BookCard, CastRow, ChapterRow
from pages.creator.film_options import film_options
from pages.shell import framed, titled
from pages.tiles import make_film_button
from state.auth import AuthState
from state.book import BookState


@rx.page(route=routes.BOOK, title=titled(BookState.book.title, "Book"), on_load=[AuthState.require, BookState.load])
@framed("library")
def book() -> rx.Component:
    return rx.el.div(
        rx.cond(BookState.error, wrong(BookState.error, BookState.load)),
        rx.cond(BookState.loaded, rx.cond(BookState.book.id, _book(BookState.book)), _ghost()),
        film_options(),
        _delete_dialog(),
        class_name="page",
    )


def book_tabs(book: BookCard, here: str) -> rx.Component:
    """The lives of a book. Only what can be done with it now is there."""
    tabs = (("book", "Book", routes.book(book.id), "book-open"), ("studio", "Studio", routes.studio(book.id), "drama"))
    links = [
        rx.el.a(icon(sign, 18), label, href=href, custom_attrs={"aria-current": "page"} if name == here else {})
        for name, label, href, sign in tabs
    ]
    return rx.el.nav(*links, class_name="tabs", custom_attrs={"aria-label": "This book"})


def _book(book: BookCard) -> rx.Component:
    return rx.fragment(
        rx.el.header(
            rx.el.div(cover(book.title, book.authors, book.cover_url, seed(book.id)), class_name="book-cover"),
            rx.el.div(
                rx.el.h1(book.title),
                rx.el.p(book.authors, class_name="soft"),
                _state(book),
                class_name="grow stack",
            ),
            class_name="book-head",
        ),
        rx.cond(BookState.chapters, _contents(book)),
    )


def _state(book: BookCard) -> rx.Component:
    return rx.fragment(
        rx.match(
            book.status,
            (
                "reading",
                rx.el.div(
                    rx.el.p("Being read: chapters first, then who is in it and who speaks.", class_name="small soft"),
                    bar(book.percent, "Reading the book"),
                    class_name="stack",
                ),
            ),
            ("failed", _failed(book)),
            rx.fragment(
                rx.el.p(plural(book.chapters, "chapter", "chapters"), " · ", grouped(book.words), " words", class_name="small faint"),
                rx.cond(BookState.silence, rx.el.p(BookState.silence, class_name="small soft")),
                rx.el.div(
                    make_film_button(book.id),
                    link_button("Read", routes.reader(book.id, BookState.chapters[0].id), icon_name="book-open"),
                    button("Take off the shelf", "quiet", icon_name="trash-2", custom_attrs=opens("delete-book")),
                    class_name="row wrap",
                ),
            ),
        )
    )


def _failed(book: BookCard) -> rx.Component:
    return rx.fragment(
        wrong(book.message),
        rx.el.div(
            button("Read it again", icon_name="rotate-cw", on_click=BookState.read_again),
            button("Take it off the shelf", "danger", custom_attrs=opens("delete-book")),
            class_name="row wrap",
        ),
    )


def _contents(book: BookCard) -> rx.Component:
    return rx.fragment(
        book_tabs(book, "book"),
        rx.foreach(BookState.warnings, lambda warning: notice(warning, "lamp", "info")),
        rx.el.div(
            rx.el.section(
                _headed("Chapters", "Review the chapters", routes.review_chapters(book.id)),
                rx.el.ol(rx.foreach(BookState.chapters, _chapter), class_name="contents"),
                class_name="stack",
            ),
            rx.el.aside(
                _headed("Who is in it", "Review", routes.review_cast(book.id)),
                rx.cond(
                    BookState.cast,
                    rx.el.ul(rx.foreach(BookState.cast, _person), class_name="people"),
                    rx.el.p("Nobody was found by name.", class_name="soft small"),
                ),
                rx.cond(
                    BookState.more_people > 0,
                    rx.el.a(f"and {BookState.more_people} more", href=routes.review_cast(book.id), class_name="link small"),
                ),
                rx.cond(BookState.cast, rx.el.a("Who says what", href=routes.review_quotes(book.id), class_name="link small")),
                class_name="stack",
            ),
            class_name="book-columns",
        ),
    )


def _headed(heading: str, label: str, href: rx.Var[str] | str) -> rx.Component:
    return rx.el.div(rx.el.h2(heading), rx.el.a(label, href=href, class_name="link small"), class_name="section-head")


def _chapter(chapter: ChapterRow) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(rx.cond((chapter.title == "") | (chapter.title == chapter.label), "", chapter.label), class_name="label"),
            rx.el.span(rx.cond(chapter.title, chapter.title, chapter.label), class_name="serif name"),
            rx.cond(
                chapter.confidence < 0.6, rx.el.span("unsure", class_name="pill", title="The book does not mark this clearly as a chapter")
            ),
            rx.el.span(f"{chapter.minutes} min", class_name="minutes figures"),
            href=routes.reader(BookState.book.id, chapter.id),
        ),
        class_name=f"kind-{chapter.kind}",
    )


def _person(person: CastRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(person.name.to(str)[0], class_name="avatar", custom_attrs={"aria-hidden": "true"}),  # pyright: ignore[reportAttributeAccessIssue]
        rx.el.div(
            rx.el.b(person.name),
            rx.cond(person.aliases, rx.el.span(person.aliases, class_name="tiny faint clip")),
            class_name="grow stack tightly",
        ),
        rx.el.span(rx.cond(person.quotes > 0, plural(person.quotes, "line", "lines"), "silent"), class_name="tiny faint figures"),
    )


def _delete_dialog() -> rx.Component:
    return dialog(
        "delete-book",
        "Take this book off the shelf?",
        rx.el.p("The book, its plot and its cast go; films made of it stay. This cannot be undone.", class_name="soft"),
        foot=rx.fragment(
            button("Delete the book", "danger", on_click=BookState.remove, custom_attrs=closes("delete-book")),
            button("Keep it", "quiet", custom_attrs=closes("delete-book")),
        ),
    )


def _ghost() -> rx.Component:
    return waiting(
        rx.el.div(
            ghost(kind="cover-ghost book-cover"),
            rx.el.div(ghost("60%", "2.5rem"), ghost("30%"), ghost("20rem", "2.5rem"), class_name="grow stack"),
            class_name="book-head",
        ),
        *ghosts(6, "100%", "2.75rem"),
        words="Fetching the book",
        class_name="stack",
    )
