"""Project Gutenberg's header, credits and licence: taken off the text and kept as metadata."""

import re

from litink_app.readers.draft import Draft
from litink_app.readers.lazily import lazily

_START = lazily(
    r"^[ \t]*\*\*\*\s*START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*(?:\n[^\n*]{0,80}\*\*\*)?[^\n]*\n", re.MULTILINE | re.IGNORECASE
)
_SMALL = lazily(r"^\*END[* ]*THE SMALL PRINT[^\n]*\n", re.MULTILINE | re.IGNORECASE)
_END = lazily(
    r"^[ \t]*(?:\*\*\*\s*END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg(?:'s|’s)?\b|\*{3} START: FULL LICENSE)",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = lazily(
    r"^(Title|Author|Authors|Translator|Editor|Illustrator|Language|Release Date|Posting Date|Subject):[ \t]*(.+(?:\n[ \t]+\S.*)*)",
    re.MULTILINE,
)
_CREDIT = lazily(
    r"\s*(?:(?:Produced|Transcribed|Prepared|Scanned|Digitized) by|E-?text (?:prepared|produced|scanned) by|This e-?text was (?:produced|prepared)|"
    r"HTML version|Updated? editions?)[^\n]*(?:\n(?!\s*\n)[^\n]*)*\n",
    re.IGNORECASE,
)
_LANGUAGES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl", "portuguese": "pt", "latin": "la",
    "finnish": "fi", "swedish": "sv", "danish": "da", "norwegian": "no", "russian": "ru", "polish": "pl", "chinese": "zh", "japanese": "ja",
    "greek": "el", "hungarian": "hu", "czech": "cs", "esperanto": "eo", "tagalog": "tl", "arabic": "ar", "hebrew": "he",
}  # fmt: skip


def strip(text: str) -> tuple[int, int, dict[str, str]]:
    """`text[start:end]` is the book itself; the rest is metadata. Without such a frame it is the whole text and nothing."""
    start, end, metadata = 0, len(text), dict[str, str]()
    opening = _START.search(text, 0, 40_000) or _SMALL.search(text, 0, 60_000)
    if opening:
        start = opening.end()
        metadata = _fields(text[: opening.start()]) | {"header": text[: opening.end()].strip()}
    if (closing := _END.search(text, start)) and (opening or closing.start() > 0.5 * len(text)):
        end = closing.start()
        metadata["licence"] = text[end:].strip()
    while (credit := _CREDIT.match(text, start, end)) and credit.end() < end:
        metadata["credits"] = (metadata.get("credits", "") + "\n" + credit[0].strip()).strip()
        start = credit.end()
    return start, end, metadata


def strip_pieces(draft: Draft) -> None:
    """The same for a book that is already in pieces."""
    pieces = draft.pieces
    opening = next((index for index, piece in enumerate(pieces[:80]) if _named(piece.text) and _START.search(piece.text + "\n")), None)
    search = range(opening + 1 if opening is not None else len(pieces) // 2, len(pieces))
    closing = next((index for index in search if _named(pieces[index].text[:200]) and _END.match(pieces[index].text)), None)
    if opening is None and closing is None:
        return
    first = 0 if opening is None else opening + 1
    header = "\n\n".join(piece.text for piece in pieces[:first])
    draft.metadata |= _fields(header) | ({"header": header} if header else {})
    if closing is not None:
        draft.metadata["licence"] = "\n\n".join(piece.text for piece in pieces[closing:])
    last = len(pieces) if closing is None else closing
    while first < last and (pieces[first].text == "" or _CREDIT.fullmatch(pieces[first].text + "\n")):
        first += 1
    _cut(draft, first, last)


def _named(text: str) -> bool:
    return "GUTENBERG" in text or "Gutenberg" in text


def _cut(draft: Draft, first: int, last: int) -> None:
    draft.pieces = draft.pieces[first:last]
    kept = [entry for entry in draft.entries if first <= entry.piece < last]
    for entry in kept:
        entry.piece -= first
    draft.entries = kept
    draft.title = draft.metadata.get("title", "") or draft.title
    if author := draft.metadata.get("author"):
        draft.authors = draft.authors or (author,)


def language(name: str) -> str:
    """The code of a language that is named in English; codes stay as they are."""
    first = name.strip().lower().split(",")[0].split("/")[0].strip()
    return _LANGUAGES.get(first, first if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]+)*", first) else "")


def _fields(header: str) -> dict[str, str]:
    return {name.lower(): " ".join(value.split()) for name, value in _FIELD.findall(header)}
