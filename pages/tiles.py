"""Books on a shelf and films on a reel, as several pages show them."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import button
from litink_app.components.cover import cover, title_card
from litink_app.components.dialog import opens
from litink_app.components.feedback import ghost, pill, waiting
from litink_app.components.figures import duration, plural, seed
from litink_app.components.progress import bar, ring
from litink_app.schemas.views import ANIMATIC, BookCard, FilmCard
from state.script_selection import ScriptSelectionState


def book_tile(book: BookCard) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                cover(book.title, book.authors, book.cover_url, seed(book.id)),
                rx.cond(book.status == "reading", rx.el.span(ring(book.percent, f"Reading {book.title}"), class_name="veil")),
                class_name="cover-wrap",
            ),
            rx.el.b(book.title, class_name="title"),
            rx.el.span(book.authors, class_name="by clip"),
            rx.match(
                book.status,
                ("reading", pill("being read", "lamp")),
                ("failed", pill("could not be read", "bad")),
                rx.el.span(
                    plural(book.chapters, "chapter", "chapters"),
                    rx.cond(book.films > 0, rx.el.span(" · ", plural(book.films, "film", "films"))),
                    class_name="tiny faint",
                ),
            ),
            href=routes.book(book.id),
        ),
        class_name="book-tile",
    )


def film_tile(film: FilmCard) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                _poster(film),
                rx.el.span(duration(film.seconds), class_name="length figures"),
                rx.cond(film.status == "running", rx.el.span(bar(film.percent, f"Making {film.title}"), class_name="under")),
                class_name="frame",
            ),
            rx.el.b(film.title, class_name="title"),
            rx.cond(film.book_title != film.title, rx.el.span(film.book_title, class_name="by clip")),
            rx.el.span(film.about, class_name="tiny faint"),
            _standing(film),
            href=routes.film(film.id),
        ),
        class_name="film-tile",
    )


def film_in_the_making(film: FilmCard) -> rx.Component:
    """A film that is being made, as the first thing on the desk."""
    return rx.el.li(
        rx.el.a(
            rx.el.span(_poster(film), class_name="frame"),
            rx.el.span(
                rx.el.span(rx.cond(film.book_title != film.title, film.book_title, film.about), class_name="tiny faint clip"),
                rx.el.b(film.title, class_name="serif"),
                bar(film.percent, f"Making {film.title}"),
                rx.el.span(_standing(film), rx.el.span("Watch it being made", class_name="link small"), class_name="row apart wrap"),
                class_name="stack",
            ),
            href=routes.film(film.id),
        ),
        class_name="making-tile stage",
    )


def make_film_button(book_id: str, label: str = "Make a film of it", kind: str = "primary") -> rx.Component:
    """Opens the options of a new film; the page must hold `film_options()`."""
    return button(
        label, kind, icon_name="clapperboard", on_click=ScriptSelectionState.open_for(book_id), custom_attrs=opens("film-options")
    )


def shelf_ghost(count: int = 6) -> rx.Component:
    tiles = [rx.el.div(ghost(kind="cover-ghost"), ghost("80%"), ghost("50%", ".8rem"), class_name="book-tile") for _ in range(count)]
    return waiting(*tiles, words="Fetching your books", class_name="shelf")


def reel_ghost(count: int = 3) -> rx.Component:
    tiles = [rx.el.div(ghost(kind="frame"), ghost("70%"), ghost("40%", ".8rem"), class_name="film-tile") for _ in range(count)]
    return waiting(*tiles, words="Fetching your films", class_name="reel")


def _poster(film: FilmCard) -> rx.Component:
    return rx.cond(film.poster_url, rx.el.img(src=film.poster_url, alt="", loading="lazy"), title_card(film.title, seed(film.book_id)))


def _standing(film: FilmCard) -> rx.Component:
    return rx.fragment(
        rx.match(
            film.status,
            ("done", rx.cond(film.faults, rx.el.span("outside its limits", class_name="pill lamp", title=film.faults))),
            (ANIMATIC, pill("quick look")),
            ("running", pill(f"being made · {film.percent} %", "lamp")),
            ("queued", pill("waiting for its turn")),
            ("paused", pill("paused")),
            ("cancelled", pill("cancelled")),
            pill("stopped by an error", "bad"),
        )
    )
