"""Words that were broken at the end of a line, made whole again, hyphens that belong kept."""

import re
from collections import Counter
from collections.abc import Iterable

from litink_app.readers.lazily import lazily

HYPHENS = ("\x02", "\ufffe", "\u00ad", "-", "\u2010")
_WORD = lazily(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST = lazily(r"[^\W\d_]*(?:[-‐][^\W\d_]+)*$")
_SOFT = lazily(r"([\w-]+)([\x02\ufffe\u00ad])\s*([\w-]+)")


def vocabulary(lines: Iterable[str]) -> Counter[str]:
    """Words of the book, to tell a hyphen that belongs from one that only ended a line; empty where no line ends in one."""
    kept = list(lines)
    breaks = any(_broken(line) or "\x02" in line or "\ufffe" in line for line in kept)
    return Counter(_WORD.findall("\n".join(kept).lower())) if breaks else Counter()


def joined(lines: list[str], words: Counter[str]) -> str:
    """The lines as one, single spaces between words."""
    parts: list[str] = []
    for line in lines:
        if parts and _broken(parts[-1]) and line[:1].isalpha():
            head, _, last = parts[-1].rpartition(" ")
            parts[-1:] = [head, _whole(last, line, words)] if head else [_whole(last, line, words)]
        else:
            parts.append(line)
    text = " ".join(part for part in parts if part)
    if "\x02" in text or "\ufffe" in text or "\u00ad" in text:
        text = _SOFT.sub(lambda found: _whole(found[1] + found[2], found[3], words), text)
        text = re.sub(r"[\x02\ufffe\u00ad]", "", text)
    return " ".join(text.split())


def _broken(text: str) -> bool:
    return len(text) > 1 and text.endswith(HYPHENS) and text[-2].isalpha()


def _whole(text: str, line: str, words: Counter[str]) -> str:
    """Join a word that was broken at the end of a line; keep the hyphen where the book writes it so elsewhere."""
    head, tail = _LAST.search(text[:-1]), _WORD.match(line)
    before, after = (head[0] if head else "").lower(), (tail[0] if tail else "").lower()
    plain, hyphened = words[before + after], words[f"{before}-{after}"] + words[f"{before}‐{after}"]
    separate = not plain and min(words[before], words[after]) >= 2 and min(len(before), len(after)) >= 3 and text[-1] != "\u00ad"
    keeps = hyphened > plain or (hyphened == plain and (separate or not words))
    return text[:-1] + ("-" if keeps else "") + line
