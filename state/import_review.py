"""The import review: the chapters of a book as they were read, and what a person makes of them."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import reflex as rx
from typing_extensions import TypedDict

from litink_app import routes
from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.review import ImportReview
from litink_app.schemas.views import Paragraph
from litink_app.services import import_review, library
from state.policy import my_id, policy

NOTHING = ImportReview("", "", [], 0, "")
PAGE = 250
"""Paragraphs that are shown at a time."""


class Heading(TypedDict):
    title: str


class ImportReviewState(rx.State):
    review: ImportReview = NOTHING
    loaded: bool = False
    error: str = ""
    _of: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self._of != self.book_id:
            self.review, self.loaded, self._of = NOTHING, False, self.book_id
            yield
        await self._look()
        self.loaded = True
        yield ChapterTextState.begin

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def rename(self, chapter_id: str, title: str) -> None:
        """Only where it is another title: leaving a field is no correction."""
        if any(row.id == chapter_id and row.title != title.strip() for row in self.review.rows):
            await library.rename(my_id(), self.book_id, chapter_id, title)
            await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def set_kind(self, chapter_id: str, kind: str) -> None:
        await library.set_kind(my_id(), self.book_id, chapter_id, kind)
        await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def skip(self, chapter_id: str, skipped: bool) -> None:
        await library.skip(my_id(), self.book_id, chapter_id, skipped)
        await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def join(self, chapter_id: str) -> Any:
        """Join the chapter with the one that follows in the text."""
        row = next((row for row in self.review.rows if row.id == chapter_id), None)
        if row is not None and row.next_id:
            await library.merge(my_id(), self.book_id, row.next_id)
            await self._look()
        return ChapterTextState.show(chapter_id)

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def move(self, chapter_id: str, down: bool) -> None:
        """One place up or down in the order of reading."""
        ids = [row.id for row in self.review.rows]
        at = ids.index(chapter_id) if chapter_id in ids else -1
        before = at + 2 if down else at - 1
        if at >= 0 and before >= 0 and not (down and at + 1 >= len(ids)):
            await library.move(my_id(), self.book_id, chapter_id, ids[before] if before < len(ids) else None)
            await self._look()

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def undo(self) -> Any:
        await library.undo(my_id(), self.book_id)
        await self._look()
        return ChapterTextState.begin

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def read_again(self) -> Any:
        await library.read_again(my_id(), self.book_id)
        return [rx.toast("It is being read again. What you corrected stays."), rx.redirect(routes.book(self.book_id))]

    async def _look(self) -> None:
        try:
            self.review, self.error = await import_review.review(my_id(), self.book_id), ""
        except LitinkError as error:
            self.error = error.message


class ChapterTextState(rx.State):
    """The text of the chosen chapter, in which a new one may begin at any paragraph."""

    chapter: str = ""
    paragraphs: list[Paragraph] = []
    shown: int = PAGE
    place: int = -1
    proposal: str = ""

    if TYPE_CHECKING:
        book_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def begin(self) -> None:
        """Show the chosen chapter, or the first one where it is gone."""
        rows = (await self.get_state(ImportReviewState)).review.rows
        chosen = next((row.id for row in rows if row.id == self.chapter), rows[0].id if rows else "")
        await self._show(chosen)

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def show(self, chapter_id: str) -> None:
        await self._show(chapter_id)

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def more(self) -> None:
        self.shown += PAGE

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def point(self, start: int) -> None:
        """The paragraph with which the new chapter would begin; the same one again lets go of it."""
        here = next((one for one in self.paragraphs[1:] if one.start == start), None)
        self.place = start if here and start != self.place else -1
        self.proposal = " ".join(here.text.split())[:60] if here and here.kind == "heading" else ""

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def split(self, form: Heading) -> Any:
        await library.split(my_id(), self.book_id, self.place, form.get("title", ""))
        return ImportReviewState.load

    async def _show(self, chapter_id: str) -> None:
        self.paragraphs = await import_review.text(my_id(), self.book_id, chapter_id) if chapter_id else []
        self.chapter, self.place, self.shown = chapter_id, -1, PAGE
