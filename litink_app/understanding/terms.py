"""Key terms with the sentence that defines them, and stated learning objectives, of books that explain."""

import re
from collections import Counter
from collections.abc import Iterator

from litink_app.schemas.book import Book, Span
from litink_app.schemas.understanding import Term
from litink_app.understanding.sentences import Sentence
from litink_app.understanding.story import Story
from litink_app.understanding.words import listed
from litink_app.understanding.words.grammar import ADJECTIVES, FUNCTION, PRONOUNS

SPOKEN_SHARE = 0.12
LONGEST = 4
MOST = 400
BE = frozenset(("is", "are"))
NAMING = frozenset(("called", "termed", "named"))
KNOWN = re.compile(r"\b(?:is|are)\s+(?:also\s+|commonly\s+|often\s+|sometimes\s+)?(?:known as|referred to as|defined as)\b")
CALLING = listed("he she they we i you it so who to has have had")
"""Before "called" these make it an act, not a name: "they called"."""

STRICTLY = BE | frozenset((",", "often", "also", "structure", "process", "sometimes", "commonly"))
GLOSSARY = 5
"""A book that lists so many terms names its own: then only plain definitions add to them."""

MEANING = frozenset(("refers", "means", "denotes"))
DETERMINERS = frozenset(("a", "an", "the", "any", "one"))
VAGUE = listed(
    """
    example examples result results reason reasons way ways case cases part parts type types kind kinds thing things one ones number amount step steps term terms word name figure table chapter section answer question purpose goal
    role function functions difference person people man woman idea point problem fact time way process form forms group groups area most many some other others body
    """
)
GLOSSED = re.compile(r"(?m)^(?P<term>[^\W\d_][\w ’'()/-]{1,60}?)\s*\n?:\s+(?P<meaning>[a-zA-Z(][^\n]{12,600})$")
ABLE = re.compile(
    r"(?:able to|objectives?|you (?:will|should) (?:learn|know|understand))\b[^.\n]{0,40}:?\s*$", re.IGNORECASE | re.MULTILINE
)
ITEM = re.compile(r"^[\s*•·▪◦‣o-]*(?:\d+[.)]\s*)?(?P<verb>[^\W\d_]+)\b[^\n]*", re.MULTILINE)
BLOOM = listed(
    """
    analyze analyse apply appraise arrange assess calculate categorize cite classify compare compute construct contrast convert create critique deduce define demonstrate derive describe design determine develop diagram differentiate
    discuss distinguish draw enumerate estimate evaluate examine explain express find formulate give identify illustrate indicate infer interpret investigate judge justify know label learn list locate match measure
    model name order organize outline perform plan predict prepare prove provide recall recognize recognise relate report review select show sketch solve state summarize summarise trace translate understand use write
    """
)


def terms(book: Book, story: Story) -> tuple[Term, ...]:
    """The most used first by place; nothing for a book that mostly tells or talks."""
    if sum(story.quoted) > SPOKEN_SHARE * (len(story.tokens.words) + 1) or _is_tale(story):
        return ()
    counts = Counter(story.tokens.lower)
    found: dict[str, Term] = {}
    for match in GLOSSED.finditer(book.text):
        found.setdefault(
            _plain(match["term"]), Term(match["term"].strip(), match["meaning"].strip(), match.start("meaning"), match.end("meaning"))
        )
    glossed = len(found) >= GLOSSARY
    for sentence in story.sentences:
        for first, last in _defined(book.text, story, sentence, STRICTLY if glossed else None):
            if _is_term(story, first, last, counts):
                start, end = story.tokens.starts[first], story.tokens.ends[last - 1]
                whole = Span(story.tokens.starts[sentence.first], story.tokens.ends[sentence.last - 1])
                text = " ".join(book.text[start:end].split())
                found.setdefault(_plain(text), Term(text, " ".join(book.text[whole.start : whole.end].split()), whole.start, whole.end))
    return tuple(sorted(found.values(), key=lambda term: term.start))[:MOST]


def _is_tale(story: Story) -> bool:
    """Somebody acts here: he, she and I stand in every other sentence."""
    persons = sum(story.tokens.lower.count(word) for word in ("he", "she", "i", "his", "her", "my"))
    return persons > 0.03 * (len(story.tokens.words) + 1)


def _plain(text: str) -> str:
    words = " ".join(text.lower().split())
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _defined(text: str, story: Story, sentence: Sentence, before: frozenset[str] | None) -> Iterator[tuple[int, int]]:
    """Token ranges of what a sentence defines: "A cell is …", "… are called organelles"; `before` are the words that may lead to "called"."""
    tokens = story.tokens
    first = sentence.first + (tokens.lower[sentence.first] in DETERMINERS)
    for index in range(first + 1, min(first + LONGEST + 1, sentence.last - 1)):
        word, following = tokens.lower[index], tokens.lower[index + 1]
        if (word in BE and following in DETERMINERS) or word in MEANING:
            yield first, index
        if word in BE or not tokens.is_word(index):
            break
    span = text[tokens.starts[sentence.first] : tokens.ends[sentence.last - 1]]
    for index in range(sentence.first + 2, sentence.last - 1):
        if tokens.lower[index] in NAMING and (tokens.lower[index - 1] in before if before else tokens.lower[index - 1] not in CALLING):
            yield _following(story, index + 1 + (tokens.words[index + 1] in ("“", '"')), sentence.last)
    for match in KNOWN.finditer(span):
        yield _following(story, tokens.at(tokens.starts[sentence.first] + match.end()), sentence.last)


def _following(story: Story, first: int, last: int) -> tuple[int, int]:
    """The noun phrase that begins at `first`."""
    tokens = story.tokens
    if first < last and tokens.lower[first] in DETERMINERS:
        first += 1
    end = first
    while (
        end < last
        and end - first < LONGEST
        and tokens.is_word(end)
        and (tokens.lower[end] not in FUNCTION or tokens.lower[end] in ADJECTIVES)
    ):
        end += 1
    return first, end


def _is_term(story: Story, first: int, last: int, counts: Counter[str]) -> bool:
    words = story.tokens.lower[first:last]
    if not words or any(word in PRONOUNS or (word in FUNCTION and word not in ADJECTIVES and word != "of") for word in words):
        return False
    if words[-1] in VAGUE or words[0] in VAGUE or words[-1] in ADJECTIVES or words[-1].endswith("ly"):
        return False
    return all(len(word) > 2 or word == "of" for word in words) and counts[words[-1]] > 1


def objectives(book: Book) -> tuple[Span, ...]:
    """The listed aims that follow "you will be able to:" or "Objectives"."""
    found: list[Span] = []
    for head in ABLE.finditer(book.text):
        at = head.end()
        while match := ITEM.match(book.text, _past_blank(book.text, at)):
            if match["verb"].lower() not in BLOOM:
                break
            found.append(Span(match.start("verb"), match.end()))
            at = match.end()
    return tuple(found)


def _past_blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
