"""Written English into words as they are spoken: numerals, dates, abbreviations, initials, money, old spellings.

Plain cardinals, years, decimals, percentages and single sums of money are read by the phoneme lexicon itself.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from litink_app.studio.voices import roman
from litink_app.studio.voices.tables import (
    ABBREVIATIONS,
    CARDINAL_BEFORE,
    ELISIONS,
    FRACTIONS,
    MONTHS,
    ORDINAL_BEFORE,
    ORDINALS,
    TITLES,
    UNITS,
)

_ROMAN = roman.NUMERAL
_NO_NUMERALS = roman.LETTERS | {"DI", "LI", "MI"}
_MONTH = "|".join([*MONTHS.values(), *MONTHS])
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def ordinal(number: int) -> str:
    """3 → "third"; beyond ninety-nine in digits, which the lexicon reads."""
    if number in ORDINALS:
        return ORDINALS[number]
    if number < 100:
        return f"{ORDINALS[number // 10 * 10].removesuffix('ieth')}y-{ORDINALS[number % 10]}"
    return f"{number}th"


def _plural(amount: str, names: tuple[str, str]) -> str:
    return names[0] if amount == "1" else names[1]


def _time(match: re.Match[str]) -> str:
    hour, minute, half = int(match[1]), int(match[2]), match[3]
    if hour > 24 or minute > 59:
        return match[0]
    words = f"{hour} o'clock" if not minute and not half else f"{hour}" if not minute else f"{hour} {'oh ' if minute < 10 else ''}{minute}"
    return f"{words} {' '.join(half.upper())} M" if half else words


def _day_month(match: re.Match[str]) -> str:
    return f"the {ordinal(int(match[1]))} of {_month(match[2])}" if 0 < int(match[1]) < 32 else match[0]


def _month_day(match: re.Match[str]) -> str:
    return f"{_month(match[1])} the {ordinal(int(match[2]))}" if 0 < int(match[2]) < 32 else match[0]


def _month(name: str) -> str:
    return MONTHS.get(name, name)


_COINS = {"l": ("pound", "pounds"), "s": ("shilling", "shillings"), "d": ("penny", "pence")}


def _old_money(match: re.Match[str]) -> str:
    parts = [f"{amount} {_plural(amount, _COINS[coin])}" for coin, amount in match.groupdict().items() if amount]
    return " ".join([*parts[:-1], "and", parts[-1]]) if len(parts) > 2 else " ".join(parts)


def _fraction(match: re.Match[str]) -> str:
    upper, lower = int(match[1]), int(match[2])
    if not 0 < upper < lower or lower not in FRACTIONS:
        return f"{upper} over {lower}"
    return f"{match[1]} {FRACTIONS[lower]}{'s' if upper > 1 else ''}".replace("1 half", "one half").replace("halfs", "halves")


def _cardinal_numeral(match: re.Match[str]) -> str:
    return f"{match[1]} {roman.value(match[2])}" if match[2] else match[0]


def _ordinal_numeral(match: re.Match[str]) -> str:
    return f"{match[1]} the {ordinal(roman.value(match[2]))}" if match[2] else match[0]


def _lone_numeral(match: re.Match[str]) -> str:
    return match[0] if match[0] in _NO_NUMERALS else str(roman.value(match[0]))


def _capitals(match: re.Match[str]) -> str:
    return match[0].lower() if re.search(r"[AEIOUY]", match[0]) else match[0]


def _title(match: re.Match[str]) -> str:
    return f"{TITLES[match[1]]} "


def _abbreviation(match: re.Match[str]) -> str:
    ends = match.end() == len(match.string) or bool(re.match(r"[”\"')\]]*$", match.string[match.end() :]))
    return ABBREVIATIONS[match[1]] + ("." if ends else "")


def _elision(match: re.Match[str]) -> str:
    return ELISIONS[match[0].lower()]


Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

_RULES: tuple[Rule, ...] = (
    (re.compile(r"(?<![\d,.])\d(?:[,.]?\d){36,}"), lambda m: " ".join(re.findall(r"\d", m[0]))),
    (re.compile(r"\[(?:\d+|\w|Illustration[^\]]*|Footnote[^\]]*)\]"), ""),
    (re.compile(r"[_*^~|\\•†‡§¶™®©]+"), " "),
    (re.compile(r"\s*(?:--+|—+|―|–(?=\s)|(?<=\s)-(?=\s))\s*"), " — "),
    (re.compile(r"\.\s?\.\s?\.(?:\s?\.)?"), "…"),
    (re.compile(r"\b(\d{1,2})[:.](\d{2})\s?(?:([ap])\.?\s?m\b\.?)", re.I), _time),
    (re.compile(r"\b(\d{1,2}):(\d{2})()\b"), _time),
    (re.compile(r"\b(\d{1,2}) ([ap])\.?\s?m\b\.?", re.I), lambda m: f"{m[1]} {m[2].upper()} M"),
    (re.compile(rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b\.?"), _day_month),
    (re.compile(rf"\b({_MONTH})\b\.? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"), _month_day),
    (re.compile(r"£\s?(?P<l>[\d,]+) (?P<s>\d+)s\.?(?: (?P<d>\d+)d\b\.?)?"), _old_money),
    (re.compile(r"\b(?P<s>\d+)s\. (?P<d>\d+)d\b\.?"), _old_money),
    (re.compile(rf"([£$€])({_NUMBER}) (hundred|thousand|million|billion)"), lambda m: f"{m[2]} {m[3]} {_SUMS[m[1]]}"),
    (re.compile(rf"({_NUMBER})\s?°\s?([CF])?\b"), lambda m: f"{m[1]} degrees{ {'C': ' Celsius', 'F': ' Fahrenheit'}.get(m[2] or '', '') }"),
    (re.compile(rf"(?<![\w.])({_NUMBER})\s?({_UNIT})(?![\w'])"), lambda m: f"{m[1]} {_plural(m[1], UNITS[m[2]])}"),
    (re.compile(r"([¼½¾⅓⅔])"), lambda m: f" {_GLYPHS[m[1]]} "),
    (re.compile(r"(?<![\w./])(\d{1,2})/(\d{1,2})(?![\w./])"), _fraction),
    (re.compile(r"(?<=\d)\s?[-–]\s?(?=\d)"), " to "),
    (re.compile(rf"\b((?i:{_alternatives(CARDINAL_BEFORE)})) (?!I\b)({_ROMAN})(?![\w'])"), _cardinal_numeral),
    (re.compile(rf"\b({_alternatives(word.capitalize() for word in CARDINAL_BEFORE)}) (I)(?![\w'])"), _cardinal_numeral),
    (re.compile(rf"\b((?i:{_alternatives(ORDINAL_BEFORE)})) (?!I\b)({_ROMAN})(?![\w'])"), _ordinal_numeral),
    (re.compile(rf"\b({_alternatives(ORDINAL_BEFORE)}) (I)(?=[,.;:!?)]| of\b|$)"), _ordinal_numeral),
    (re.compile(rf"(?<![\w.'])(?=[IVXLCDM]{{2}}){_ROMAN}(?![\w'])"), _lone_numeral),
    (re.compile(rf"\b({_alternatives(TITLES)})\.? (?=[A-Z])"), _title),
    (re.compile(r"\bNos?\. ?(?=\d)"), "number "),
    (re.compile(rf"(?<![\w.'])({_alternatives(ABBREVIATIONS)})(?!\w)"), _abbreviation),
    (re.compile(r"\b([A-HJ-Z])\.(?=[ -]?[A-Z])"), r"\1 "),
    (re.compile(r"\b(?!(?:USA|NASA|DNA|HMS|BBC|TNT|RNA|ATP|UK|EU|AM|PM)\b)[A-Z][A-Z'’]+[A-Z]\b"), _capitals),
    (re.compile(r"\b(?:ME|MY|WE|HE|IT|IS|AT|ON|TO|DO|GO|NO|SO|OF|OR|AN|AS|BE|BY|IF|IN|UP)\b"), lambda m: m[0].lower()),
    (re.compile(rf"(?<![\w])(?:{_alternatives(ELISIONS)})(?!\w)", re.I), _elision),
    (re.compile(r"[“”„«»\"]|(?<!\w)'|(?<=[^\w\s])'(?!\w)"), ""),
    (re.compile(r" ?& ?"), " and "),
    (re.compile(r" ?= ?"), " equals "),
    (re.compile(r"(?<=\d) ?× ?(?=\d)"), " times "),
    (re.compile(r"\s+"), " "),
    (re.compile(r" ([,.;:!?…])"), r"\1"),
)
_SUMS = {"£": "pounds", "$": "dollars", "€": "euros"}
_GLYPHS = {"¼": "a quarter", "½": "a half", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds"}


def spoken(text: str) -> str:
    """The text with everything spelled as it is said; sentence punctuation stays, for it shapes the melody."""
    text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return text.strip()


_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‒": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u200b": None, "\ufeff": None})
