"""Words that were broken at the end of a line, made whole again, hyphens that belong kept."""

import re
from collections import Counter
from collections.abc import Iterable

from litink_app.readers.lazily import lazily

HYPHENS = ("\x02", "\ufffe", "\u00ad", "-", "\u2010")
_WORD = lazily(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST = lazily(r"[^\W\d_]*(?:[-‐][^\W\d_]+)*$")
_WITHIN = lazily(r"[^\W\d_][-‐]?\Z")
_GOES_ON = lazily(r"[-‐]?[^\W\d_]")
FEW = 64
_SOFT = lazily(r"([\w-]+)([\x02\ufffe\u00ad])\s*([\w-]+)")


class Vocabulary:
    """How often a book has a word, to tell a hyphen that belongs from one that only ended a line; false where no line ends in one."""

    def __init__(self, lines: Iterable[str]) -> None:
        kept = list(lines)
        breaks = any(_broken(line) or "\x02" in line or "\ufffe" in line for line in kept)
        self._text = "\n".join(kept).lower() if breaks else ""
        self._typeset = "‐" in self._text
        self._known: dict[str, int] = {}

    def __bool__(self) -> bool:
        return _WORD.search(self._text) is not None

    def __getitem__(self, word: str) -> int:
        """The first few words are looked for one by one, then all are counted together."""
        if word not in self._known:
            if len(self._known) < FEW:
                self._known[word] = self._count(word)
            elif len(self._known) == FEW:
                self._known = {"": 0, **Counter(_WORD.findall(self._text))}
        return self._known.get(word, 0)

    def _count(self, word: str) -> int:
        text, found = self._text, 0
        place = text.find(word) if _WORD.fullmatch(word) and ("‐" not in word or self._typeset) else -1
        while place >= 0:
            end = place + len(word)
            found += not _WITHIN.search(text[max(0, place - 2) : place]) and not _GOES_ON.match(text, end)
            place = text.find(word, end)
        return found


def joined(lines: list[str], words: Vocabulary) -> str:
    """The lines as one, single spaces between words."""
    if not any(line.endswith(HYPHENS) for line in lines[:-1]):
        return _spaced(" ".join(lines), words)
    parts: list[str] = []
    for line in lines:
        if parts and _broken(parts[-1]) and line[:1].isalpha():
            head, _, last = parts[-1].rpartition(" ")
            parts[-1:] = [head, _whole(last, line, words)] if head else [_whole(last, line, words)]
        else:
            parts.append(line)
    return _spaced(" ".join(part for part in parts if part), words)


def _spaced(text: str, words: Vocabulary) -> str:
    """Single spaces, and no sign of a break inside the line."""
    if "\x02" in text or "\ufffe" in text or "\u00ad" in text:
        text = _SOFT.sub(lambda found: _whole(found[1] + found[2], found[3], words), text)
        text = re.sub(r"[\x02\ufffe\u00ad]", "", text)
    return " ".join(text.split())


def _broken(text: str) -> bool:
    return len(text) > 1 and text.endswith(HYPHENS) and text[-2].isalpha()


def _whole(text: str, line: str, words: Vocabulary) -> str:
    """Join a word that was broken at the end of a line; keep the hyphen where the book writes it so elsewhere."""
    head, tail = _LAST.search(text[:-1]), _WORD.match(line)
    before, after = (head[0] if head else "").lower(), (tail[0] if tail else "").lower()
    plain, hyphened = words[before + after], words[f"{before}-{after}"] + words[f"{before}‐{after}"]
    long = min(len(before), len(after)) >= 3 and text[-1] != "\u00ad"
    separate = not plain and not hyphened and long and min(words[before], words[after]) >= 2
    keeps = hyphened > plain or (hyphened == plain and (separate or not words))
    return text[:-1] + ("-" if keeps else "") + line
