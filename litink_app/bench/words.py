"""Comparing what was read with what was heard: spelling, numbers and contractions aside."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from litink_app.readers.numbers import CARDINALS, TENS
from litink_app.studio.voices.languages.english import g2p
from litink_app.studio.voices.spoken import spoken

_TENS = {value: word for word, value in TENS.items()}
_SAME = (
    (r"\b(\w+?)ours?\b", r"\1or"),
    (r"\b(\w+?)is(e|ed|es|ing|ation)\b", r"\1iz\2"),
    (r"\bgrey", "gray"),
    (r"\btheatre\b", "theater"),
    (r"\bcentre\b", "center"),
    (r"\b(trave|marve|quarre|counse|cance)ll(ed|ing|er|or)", r"\1l\2"),
    (r"\b(any|every|some) (one|body|thing)\b", r"\1\2"),
    (r"\b(to) (day|morrow|night)\b", r"\1\2"),
    (r"\bmister\b", "mr"),
    (r"\bmissis\b|\bmissus\b", "mrs"),
    (r"\bdoctor\b", "dr"),
    (r"\bsaint\b", "st"),
    (r"\bok(ay)?\b", "okay"),
    (r"\bo'er\b", "over"),
    (r"\b(\w+)'s\b", r"\1s"),
    (r"\bgood-?bye?\b", "goodbye"),
    (r"\bdefence\b", "defense"),
    (r"\bploughe?d?\b", "plow"),
    (r"\bclew\b", "clue"),
    (r"\bshew", "show"),
    (r"\bwagg?on", "wagon"),
    (r"\bjewell?e?ry\b", "jewelry"),
)


def plain(text: str) -> list[str]:
    """Lower-case words without marks; numbers in words; American spelling."""
    text = unicodedata.normalize("NFKD", spoken(text)).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"(?<=\d),(?=\d\d\d)", "", text)
    text = re.sub(r"(?<=\d)[.:](?=\d\d\b)", " ", text)
    text = re.sub(r"(\d+)(?:st|nd|rd|th)\b", lambda m: " " + number(int(m[1])) + " ", text)
    text = re.sub(r"\d+", lambda m: " " + number(int(m[0])) + " ", text)
    text = re.sub(r"[-—–/]", " ", text)
    for pattern, same in _SAME:
        text = re.sub(pattern, same, text)
    return re.sub(r"[^a-z ]", "", text).split()


def number(value: int) -> str:
    """A number in words; 1100 to 1999 as years are said."""
    if 1100 <= value < 2000 and value % 100:
        return f"{number(value // 100)} {'o ' if value % 100 < 10 else ''}{number(value % 100)}"
    if value < 20:
        return CARDINALS[value]
    if value < 100:
        return f"{_TENS[value // 10 * 10]} {CARDINALS[value % 10] if value % 10 else ''}".strip()
    if value < 1000:
        return f"{CARDINALS[value // 100]} hundred {number(value % 100) if value % 100 else ''}".strip()
    return f"{number(value // 1000)} thousand {number(value % 1000) if value % 1000 else ''}".strip()


def same_word(first: str, second: str) -> bool:
    return first == second


def same_sound(first: str, second: str) -> bool:
    """Words that nobody could tell apart by ear ("gryphon", "griffin")."""
    return first == second or _sound(first) == _sound(second)


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    return re.sub("[ˈˌː]", "", g2p("american")(word, normalize_text=False))


def errors(said: list[str], heard: list[str], same: Callable[[str, str], bool] = same_word) -> int:
    """Words to insert, drop or change; a word heard as two, or two as one, is no error."""
    rows = [list(range(len(heard) + 1))]
    for i, word in enumerate(said, 1):
        row = [i]
        for j, other in enumerate(heard, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (not same(word, other)))
            if j > 1 and word == heard[j - 2] + other:
                best = min(best, rows[-1][j - 2])
            if i > 1 and said[i - 2] + word == other:
                best = min(best, rows[-2][j - 1])
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
