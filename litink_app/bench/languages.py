"""How well each language is spoken: held-out prose read back by Whisper base, English in the same run.

Needs the English novels of the corpus beside the repository, and a folder named by LITINK_BENCH_PROSE with a book of each language as
plain text: `es.txt` (Project Gutenberg 2000, *Don Quijote*), `fr.txt` (14155, *Madame Bovary*), `it.txt` (52484, *Pinocchio*).
"""

import os
import random
import re
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from litink_app.bench.litbank import HOME
from litink_app.bench.voices import Reading, onsets, prose, read_aloud
from litink_app.bench.words import errors, plain, same_sound
from litink_app.errors import Refused
from litink_app.studio.voices.languages import LANGUAGES, Language
from litink_app.studio.voices.sentences import sentences

SENTENCES = 40
BOOKS = Path(os.environ.get("LITINK_BENCH_PROSE", HOME.parent / "prose"))


def run(chosen: str = "", count: int = SENTENCES, seed: int = 20) -> dict[str, Any]:
    """Words heard wrong, by language; `chosen` is the code of one, "" for all."""
    wanted = [LANGUAGES[chosen]] if chosen else list(LANGUAGES.values())
    return {language.code: _measured(language, count, seed) for language in wanted}


def _measured(language: Language, count: int, seed: int) -> dict[str, Any]:
    texts = prose(count, seed) if language.code == "en" else held_out(language, count, seed)
    with tempfile.TemporaryDirectory(prefix="litink-bench-") as folder:
        readings = list(read_aloud(texts, Path(folder), language.code))
    said, heard = ([_plain(language)(text) for text in spoken] for spoken in ([r.text for r in readings], [r.heard for r in readings]))
    return {"sentences": len(readings), "words": sum(map(len, said)), **_rates(language, said, heard, readings), **onsets(readings)}


def _rates(language: Language, said: Sequence[list[str]], heard: Sequence[list[str]], readings: Sequence[Reading]) -> dict[str, Any]:
    wrong, words = defaultdict[str, int](int), defaultdict[str, int](int)
    by_sound = 0
    for one, other, reading in zip(said, heard, readings, strict=True):
        wrong[reading.voice] += errors(one, other, _same_letters)
        words[reading.voice] += len(one)
        by_sound += errors(one, other, same_sound if language.code == "en" else _same_sound(language))
    return {
        "word_error_rate": round(sum(wrong.values()) / sum(words.values()), 4),
        "word_error_rate_by_sound": round(by_sound / sum(words.values()), 4),
        "by_voice": {voice: round(wrong[voice] / words[voice], 4) for voice in sorted(words)},
    }


def held_out(language: Language, count: int, seed: int) -> list[str]:
    """Sentences of 6 to 30 words from the second half of the language's book."""
    book = BOOKS / f"{language.code}.txt"
    if not book.is_file():
        raise Refused(f"There is no {book}: name a folder with a book of each language by LITINK_BENCH_PROSE.")
    text = book.read_text(encoding="utf-8")
    half = text[len(text) // 2 : len(text) * 9 // 10]
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", half)]
    found = [one.text for part in parts for one in sentences(part, language)]
    whole = [text for text in found if 6 <= len(text.split()) <= 30 and text[0].isupper() and text[-1] in ".!?"]
    return random.Random(seed).sample(whole, count)


def _plain(language: Language) -> Callable[[str], list[str]]:
    """Words without marks, figures in words, as the language reads them."""
    if language.code == "en":
        return plain

    def words(text: str) -> list[str]:
        said = " ".join(token.text for token in language.tokens(text, language.accents[0]) if token.text[0].isalpha())
        return said.lower().replace("'", " ").replace("-", " ").split()

    return words


def _same_letters(one: str, other: str) -> bool:
    return one == other or _bare(one) == _bare(other)


def _same_sound(language: Language) -> Callable[[str, str], bool]:
    """Words that nobody could tell apart by ear: “vert” and “verre”."""

    def sound(word: str) -> str:
        return "".join(token.phonemes for token in language.tokens(word, language.accents[0])).translate(_MARKS)

    return lambda one, other: _same_letters(one, other) or sound(one) == sound(other)


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in letters if letter.isalpha())


_MARKS = str.maketrans("", "", "ˈˌː")
