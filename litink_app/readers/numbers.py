"""Numbers as books write them: digits of any script, Roman, spelled in words, cardinal or ordinal, Chinese."""

import re
import unicodedata

from litink_app.readers.lazily import lazily

_ROMAN = lazily(r"(?=[mdclxvi])m{0,3}(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINAL_DIGITS = lazily(r"(\d+)(?:st|nd|rd|th|er|re|ère|ème|e|º|ª|o|a)", re.IGNORECASE)
CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_FOREIGN = {
    "premier": 1, "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
    "erstes": 1, "erster": 1, "erste": 1, "zweites": 2, "zweiter": 2, "zweite": 2, "drittes": 3, "dritter": 3, "dritte": 3,
    "viertes": 4, "vierter": 4, "vierte": 4, "fünftes": 5, "fünfter": 5, "fünfte": 5,
    "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4, "cuarta": 4,
    "primo": 1, "prima": 1, "secondo": 2, "terzo": 3, "terza": 3, "quarto": 4, "quarta": 4, "un": 1, "eins": 1, "uno": 1,
}  # fmt: skip
_WORDS = (
    {word: value for value, word in enumerate(CARDINALS)}
    | {word: value for value, word in enumerate(_ORDINALS)}
    | TENS
    | {word[:-1] + "ieth": value for word, value in TENS.items()}
    | _FOREIGN
)
_CHINESE = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2, "廿": 20, "卅": 30}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}


def number(token: str) -> tuple[int, str] | None:
    """The value of a number and how it is written (arabic, roman, word, chinese); None where it is no number."""
    token = unicodedata.normalize("NFKC", token).strip(" .:,;)(-–—_*[]")
    if not token or len(token) > 40:
        return None
    if token.isdecimal():
        return (int(token), "arabic") if len(token) <= 4 else None
    if found := _ORDINAL_DIGITS.fullmatch(token):
        return int(found[1]), "arabic"
    if _ROMAN.fullmatch(token):
        return _roman(token.lower()), "roman"
    if (spelled := _spelled(token.lower())) is not None:
        return spelled, "word"
    chinese = _chinese(token)
    return None if chinese is None else (chinese, "chinese")


def _roman(token: str) -> int:
    total = 0
    for here, after in zip(token, [*token[1:], ""], strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if after and _ROMAN_VALUES[after] > value else value
    return total


def _spelled(token: str) -> int | None:
    """`twenty-one`, `one hundred and third`, `the first`."""
    words = [word for word in re.split(r"[\s-]+", token) if word not in {"the", "and", "le", "la", "das", "der", "die"}]
    if not words or len(words) > 5:
        return None
    total = 0
    for word in words:
        if word in {"hundred", "hundredth"}:
            total = max(total, 1) * 100
        elif word in _WORDS:
            total += _WORDS[word]
        else:
            return None
    return total


def _chinese(token: str) -> int | None:
    total, digit = 0, 0
    for sign in token:
        if sign in _CHINESE:
            digit = digit * 10 + _CHINESE[sign] if _CHINESE[sign] < 20 else _CHINESE[sign]
        elif sign in _CHINESE_UNITS:
            total, digit = total + max(digit, 1) * _CHINESE_UNITS[sign], 0
        else:
            return None
    return total + digit
