"""A chapter as it is read, and where in it the passage stands that somebody pointed at."""

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import dropwhile
from typing import TYPE_CHECKING, Any

import reflex as rx

from litink_app import routes
from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.views import ChapterText, Paragraph
from litink_app.services import library
from state.policy import my_id, policy

NO_CHAPTER = ChapterText("", "", "", "", "", [], "", "", 0, 0)


class ReaderState(rx.State):
    chapter: ChapterText = NO_CHAPTER
    loaded: bool = False
    error: str = ""
    pointed: int = -1

    if TYPE_CHECKING:
        book_id: str
        chapter_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self.chapter.id != self.chapter_id:
            self.chapter, self.loaded = NO_CHAPTER, False
            yield
        try:
            self.chapter, self.error = _headed_once(await library.chapter(my_id(), self.book_id, self.chapter_id)), ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
        self.pointed = _pointed(self.chapter.paragraphs, self.router.url.query_parameters.get("at", ""))
        if self.pointed >= 0:
            yield rx.scroll_to(f"p-{self.pointed}")


class PassageState(rx.State):
    """Leads from a place in a book's text to the chapter that holds it."""

    error: str = ""

    if TYPE_CHECKING:
        book_id: str
        place: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def go(self) -> Any:
        try:
            found = await library.book(my_id(), self.book_id)
        except LitinkError as error:
            self.error = error.message
            return None
        place = _number(self.place)
        holder = next((row for row in found.chapters if row.start <= place < row.end), found.chapters[0] if found.chapters else None)
        after = routes.reader(self.book_id, holder.id, place) if holder else routes.book(self.book_id)
        return rx.redirect(after, replace=True)


def _headed_once(chapter: ChapterText) -> ChapterText:
    """Without the headings of the book that only repeat the title that the page shows."""
    title, label = _bare(chapter.title), _bare(chapter.label)
    body = dropwhile(
        lambda one: one.kind == "heading" and (_bare(one.text).endswith(title) or _bare(one.text) == label), chapter.paragraphs
    )
    return replace(chapter, paragraphs=list(body)) if chapter.title else chapter


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _number(text: str) -> int:
    """The number that the address carries, -1 where it carries none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1


def _pointed(paragraphs: list[Paragraph], at: str) -> int:
    """The `start` of the paragraph that holds the place `at`, -1 where there is none."""
    place = _number(at)
    return next((paragraph.start for paragraph in paragraphs if paragraph.start <= place < paragraph.end), -1)
