"""Understanding a book without a model: fast, by rules and measured features. Entry: `understand`."""

from litink_app.schemas.book import Book, Span
from litink_app.schemas.understanding import Quote, Understanding
from litink_app.understanding.looks import looks
from litink_app.understanding.portraits import Ensemble, ensemble
from litink_app.understanding.relations import relations
from litink_app.understanding.scenes import scenes
from litink_app.understanding.speakers import evidence_of
from litink_app.understanding.story import Story, tell
from litink_app.understanding.terms import objectives, terms


def understand(book: Book) -> Understanding:
    """Sentences, cast, quotations with speakers, scenes, terms of a book. Deterministic."""
    story = tell(book)
    cast = ensemble(book, story, looks(book, story))
    return Understanding(
        sentences=tuple(Span(story.tokens.starts[line.first], story.tokens.ends[line.last - 1]) for line in story.sentences),
        characters=cast.characters,
        mentions=cast.mentions,
        quotes=_quotes(book, story, cast),
        scenes=tuple(scenes(book, story, cast.ids)),
        terms=terms(book, story),
        objectives=objectives(book),
        relations=relations(story, cast.ids),
        warnings=_warnings(book),
    )


def _quotes(book: Book, story: Story, cast: Ensemble) -> tuple[Quote, ...]:
    turns = {number: turn for turn in story.turns for number in turn.quotes}
    order = {id(turn): place for place, turn in enumerate(story.turns)}
    return tuple(
        Quote(
            quotation.start,
            quotation.end,
            book.text[quotation.start : quotation.end],
            cast.ids.get(turns[number].speaker if turns[number].speaker is not None else -1),
            cast.ids.get(turns[number].addressee if turns[number].addressee is not None else -1),
            round(turns[number].confidence, 3),
            evidence_of(turns[number], story.turns, order[id(turns[number])], story.entities),
            story.tags[number].manner,
        )
        for number, quotation in enumerate(story.quotations)
    )


def _warnings(book: Book) -> tuple[str, ...]:
    if book.language and not book.language.lower().startswith("en"):
        return (f"The cast and the speakers were found by rules for English; the book is in {book.language}.",)
    return ()
