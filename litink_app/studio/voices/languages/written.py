"""Written text into words as they are spoken, for the languages that are read by rule: a table of what is said for what, per language."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from litink_app.studio.voices import roman

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‒": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u200b": None, "\ufeff": None}
)
_LONGEST = 12
"""Figures of a number that is still said as one; longer ones are said figure by figure."""

_BACK = 80
"""Signs in which the word before a numeral is looked for."""


@dataclass(frozen=True)
class Written:
    """How a language says what is not written as words.

    `abbreviations` are written with their point where they have one; `numeral` says a Roman numeral after the word before it
    ("Luis", 14); `numbered` are the words after which one letter is a numeral too; `no_numerals` are words in capitals that look like some; `ordinals` are marks after figures with
    what they say; `letters` are the names of a to z.
    """

    abbreviations: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]
    signs: Mapping[str, str]
    cardinal: Callable[[int], str]
    numeral: Callable[[str, int], str]
    numbered: frozenset[str]
    no_numerals: frozenset[str]
    ordinals: Mapping[str, Callable[[int], str]]
    letters: str
    decimal: str
    until: str
    own: tuple[tuple[re.Pattern[str], str], ...] = ()
    before_noun: Mapping[str, str] = field(default_factory=dict[str, str])

    def spoken(self, text: str) -> str:
        """The text with everything spelled as it is said; marks that shape the melody stay."""
        text = unicodedata.normalize("NFC", text).translate(_PLAIN)
        for pattern, said in self._rules:
            text = pattern.sub(said, text)
        return text.strip()

    def unending(self, *final: str) -> frozenset[str]:
        """The words before whose point no sentence ends, which is all abbreviations but the `final` ones."""
        return frozenset(
            part.removesuffix(".") for word in self.abbreviations.keys() - set(final) for part in word.split() if part.endswith(".")
        )

    @cached_property
    def _rules(self) -> tuple[tuple[re.Pattern[str], "str | Callable[[re.Match[str]], str]"], ...]:
        marks = _any(self.ordinals)
        return (
            (re.compile(r"\[(?:\d+|\w|(?:Ilus|Illus|Nota|Note)[^\]]*)\]"), ""),
            (re.compile(r"[_*^~|\\•†‡¶™®©]+"), " "),
            (re.compile(r"\s*(?:--+|—+|―|–(?!\d)|(?<!\w)-(?=[\w¿¡«“])|(?<=[^\W\d])-(?!\w)|(?<=[.,;:!?…»”])-|(?<=\s)-(?=\s))\s*"), " — "),
            (re.compile(r"\.\s?\.\s?\.(?:\s?\.)?"), "…"),
            *self.own,
            (re.compile(rf"(?<![\w.])({_any(self.abbreviations)})(?!\w)"), self._abbreviation),
            (re.compile(rf"\b({_any(self.numbered)})\.? ({roman.NUMERAL})(?![\w'])", re.I), self._after_word),
            (re.compile(rf"(?<![\w.'])(?=[IVXLCDM]{{2}})({roman.NUMERAL})(?![\w'])"), self._lone),
            (re.compile(rf"(?<![\w.,])(\d{{1,{_LONGEST}}})\.?({marks})(?!\w)"), lambda m: self.ordinals[m[2]](int(m[1]))),
            (re.compile(r"([£$€])\s?(\d[\d.,]*\d|\d)"), r"\2 \1"),
            (re.compile(r"(?<!\w)(\d{1,2}) ?[:h] ?(\d{2})(?!\w)"), self._time),
            (re.compile(r"(?<=\d)\s?[-–]\s?(?=\d)"), f" {self.until} "),
            (re.compile(rf"(\d)\s?({_any(self.units)})(?!\w)"), self._unit),
            (
                re.compile(r"(?<![\w.,])(\d{1,3})(?:[. ](\d{3}))(?:[. ](\d{3}))?(?:[. ](\d{3}))?(?!\d)"),
                lambda m: "".join(g or "" for g in m.groups()),
            ),
            (re.compile(r"(?<!\d)(\d++),(\d+)"), lambda m: f"{self._figures(m[1])} {self.decimal} {self._figures(m[2])}"),
            (re.compile(r"(?<!\d)(\d++)(?= ([^\W\d_]))"), lambda m: self._counted(m[1])),
            (re.compile(r"\d+"), lambda m: f" {self._figures(m[0])} "),
            (re.compile(rf"({_any(self.signs)})"), lambda m: f" {self.signs[m[1]]} "),
            (re.compile(r"\b([A-Z])\.(?=[ -]?[A-Z])"), lambda m: f"{self._letter(m[1])} "),
            (re.compile(r"\b[B-DF-HJ-NP-TV-XZ]{2,5}\b"), lambda m: " ".join(map(self._letter, m[0]))),
            (re.compile(r"[“”„«»\"‹›<>\[\]{}]|(?<!\w)'(?=\W|$)"), " "),
            (re.compile(r"\s+"), " "),
            (re.compile(r" ([,.;:!?…)])"), r"\1"),
            (re.compile(r"^[ —,;:.]+(?=\w)"), ""),
            (re.compile(r"—(?: ?[,;:.])|(?:[,;:] ?)—"), "—"),
        )

    def _abbreviation(self, match: re.Match[str]) -> str:
        ends = match[1].endswith(".") and bool(re.match(r"[”\"')\]»]*\s*$", match.string[match.end() :]))
        return self.abbreviations[match[1]] + ("." if ends else "")

    def _after_word(self, match: re.Match[str]) -> str:
        return f"{match[1]} {self.numeral(match[1].lower(), roman.value(match[2]))}" if match[2].isupper() else match[0]

    def _lone(self, match: re.Match[str]) -> str:
        if match[1] in self.no_numerals:
            return match[1]
        before = re.findall(r"\w+", match.string[max(0, match.start() - _BACK) : match.start()])
        return self.numeral(before[-1].lower() if before else "", roman.value(match[1]))

    def _time(self, match: re.Match[str]) -> str:
        hour, minute = int(match[1]), int(match[2])
        return f"{hour} {minute or ''}" if hour < 25 and minute < 60 else match[0]

    def _unit(self, match: re.Match[str]) -> str:
        one, many = self.units[match[2]]
        alone = match[1] == "1" and not match.string[max(0, match.start() - 1) : match.start()].isdigit()
        return f"{match[1]} {one if alone else many}"

    def _counted(self, figures: str) -> str:
        words = self._figures(figures).split()
        return " ".join([*words[:-1], self.before_noun.get(words[-1], words[-1])])

    def _figures(self, figures: str) -> str:
        if len(figures) > _LONGEST or (figures[0] == "0" and len(figures) > 1):
            return " ".join(self.cardinal(int(figure)) for figure in figures)
        return self.cardinal(int(figures))

    def _letter(self, letter: str) -> str:
        return self.letters.split()[ord(letter.lower()) - ord("a")]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
