"""Where a speaker takes a breath: paragraphs, sentences, and the clauses of sentences that are too long for one breath."""

import re
from dataclasses import dataclass

from litink_app.studio.voices.languages.language import Language

_END = re.compile(r"[.!?…]+[”’»\"')\]]*(?=\s+\S)")
_CLAUSE = re.compile(r"(?<=[;:—,])\s+|(?<=—)|\s+(?=(?:and|but|or|which|who|that|when|while|because|as|for|so)\s)")
_PAUSES = {".": 0.34, "!": 0.36, "?": 0.4, "…": 0.5, ":": 0.28, ";": 0.22, "—": 0.2, ",": 0.12}
_PARAGRAPH = 0.7


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words as written, and the silence in seconds that follows."""

    text: str
    pause: float


def sentences(text: str, language: Language) -> list[Sentence]:
    """The sentences of a text in order; an empty line ends a paragraph, the point of an abbreviation ends none, unless somebody begins to speak."""
    found: list[Sentence] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        parts = _split(" ".join(paragraph.split()), language)
        found += [Sentence(part, pause_after(part)) for part in parts[:-1]]
        found += [Sentence(part, _PARAGRAPH) for part in parts[-1:]]
    return found


def clauses(text: str, limit: int) -> list[str]:
    """A sentence cut at its clauses into pieces of at most `limit` characters where it has clauses, else at words."""
    pieces: list[str] = []
    for part in _CLAUSE.split(text):
        if pieces and len(pieces[-1]) + len(part) < limit:
            pieces[-1] = f"{pieces[-1]} {part}".strip()
        else:
            pieces += _at_words(part, limit)
    return [piece for piece in pieces if piece]


def pause_after(text: str) -> float:
    """Seconds of silence that the last mark of a sentence asks for."""
    marks = [mark for mark in text[-3:] if mark in _PAUSES]
    return _PAUSES[marks[-1]] if marks else 0.1


def _split(paragraph: str, language: Language) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in _END.finditer(paragraph):
        if _ends(paragraph, match, language):
            parts.append(paragraph[start : match.end()].strip())
            start = match.end()
    parts.append(paragraph[start:].strip())
    return [part for part in parts if part]


def _ends(paragraph: str, match: re.Match[str], language: Language) -> bool:
    following = paragraph[match.end() :].lstrip()[:1]
    if following.islower() or (following.isdigit() and match[0] == "."):
        return match[0][0] != "." and not following.islower()
    if match[0] != ".":
        return True
    word = re.split(r"[\s(“\"'‘—]", paragraph[: match.start()])[-1]
    if following in '“"‘«':
        return word not in language.titles
    initial = len(word) == 1 and word.isupper() and word != "I"
    return not (initial or word in language.abbreviations or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word))


def _at_words(part: str, limit: int) -> list[str]:
    pieces = [""]
    for word in part.split():
        if pieces[-1] and len(pieces[-1]) + len(word) + 1 > limit:
            pieces.append(word)
        else:
            pieces[-1] = f"{pieces[-1]} {word}".strip()
    return pieces
