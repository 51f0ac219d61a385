"""Understanding a book without a model: fast, by rules and measured features. Entry: `understand`."""

from collections.abc import Iterator

from litink_app.schemas.book import Book, Span
from litink_app.schemas.understanding import Quote, Understanding
from litink_app.understanding.abroad import understand_abroad
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
    if story.tongue is not None:
        return understand_abroad(book, story, story.tongue)
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
    )


def _quotes(book: Book, story: Story, cast: Ensemble) -> tuple[Quote, ...]:
    return tuple(sorted(_spoken(book, story, cast), key=lambda quote: quote.start))


def _spoken(book: Book, story: Story, cast: Ensemble) -> Iterator[Quote]:
    for place, turn in enumerate(story.turns):
        evidence = evidence_of(turn, story.turns, place, story.entities)
        speaker = cast.ids.get(turn.speaker) if turn.speaker is not None else None
        addressee = cast.ids.get(turn.addressee) if turn.addressee is not None else None
        for number in turn.quotes:
            start, end = story.quotations[number].start, story.quotations[number].end
            manner = story.tags[number].manner
            yield Quote(start, end, book.text[start:end], speaker, addressee, round(turn.confidence, 3), evidence, manner)
