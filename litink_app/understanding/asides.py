"""Speech in other languages without what the narrator puts into it: "—Abra —gritó Lucía—. ¡Pronto!", « Moi, dit Pierre, je viens »."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from litink_app.understanding.quotations import Quotation, Style
from litink_app.understanding.words.tongues import Tongue

_ABBREVIATED = r"(?:\b(?:M|Mr|Mme|Mlle|Dr|Sr|Sra|Srta|D)\.)"


def without_asides(text: str, found: list[Quotation], tongue: Tongue) -> Iterator[Quotation]:
    """Each quotation in as many pieces as the narrator leaves of it."""
    for quotation in found:
        asides = list(aside(tongue).finditer(text, quotation.start + 1, quotation.end)) if tongue.saying else []
        if not asides:
            yield quotation
            continue
        starts = [quotation.start, *(match.end() for match in asides)]
        ends = [*(match.start() for match in asides), quotation.end]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
            if piece := _piece(text, start, end):
                yield replace(quotation, start=piece[0], end=piece[1], closed=quotation.style is Style.DASH, continued=number > 0)


def _piece(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not any(sign.isalnum() for sign in piece):
        return None
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def verbs(tongue: Tongue) -> str:
    """The verbs of saying as a pattern: "dit", "dit-il"."""
    return rf"(?:{'|'.join(sorted(tongue.saying, key=len, reverse=True))})(?:-\w+)*(?![\w'’])"


@cache
def aside(tongue: Tongue) -> re.Pattern[str]:
    """Between dashes, or after a comma from a verb of saying to the next mark."""
    said = verbs(tongue)
    dashes = rf"\s[—–](?:(?=[^\W\d_A-ZÀ-Ý])|\s(?={said}))[^—–\n]*(?:[—–][.,;:…]*|$|(?=\n))"
    commas = rf"(?<=[,!?…»])\s+{said}(?:{_ABBREVIATED}|[^,.;:!?—–«»\n])*(?:[,.;:]|$|(?=\n))"
    return re.compile(f"{dashes}|{commas}")
