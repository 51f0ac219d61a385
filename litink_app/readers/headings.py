"""What a heading says: `CHAPTER XII. The Whale` is a chapter, number 12, called The Whale."""

import re
from enum import IntEnum
from functools import lru_cache
from unicodedata import normalize

from litink_app.readers.blanks import BLANKS
from litink_app.readers.lazily import lazily
from litink_app.readers.numbers import number


class Rank(IntEnum):
    """How a heading stands: parts hold chapters; a bare number is whatever its neighbours say."""

    PART = 0
    CHAPTER = 1
    NUMBER = 2
    FRONT = 3
    STORY = 4
    BACK = 5
    TITLE = 6


class Heading:
    """`word` is the keyword in lower case ("chapter"), `style` how the number is written, `title` what is left."""

    __slots__ = ("number", "rank", "style", "title", "word")

    def __init__(self, rank: Rank, word: str = "", number: int | None = None, style: str = "", title: str = "") -> None:
        self.rank, self.word, self.number, self.style, self.title = rank, word, number, style, title

    def titled(self, title: str) -> "Heading":
        """The same heading with this title."""
        return Heading(self.rank, self.word, self.number, self.style, title)


_PARTS = {
    "part", "book", "volume", "vol", "phase", "partie", "livre", "tome", "teil", "buch", "band", "parte", "libro", "часть", "книга", "том",
    "osa", "deel", "bok", "act", "akt", "acte", "atto",
}  # fmt: skip
_CHAPTERS = {
    "chapter", "chap", "ch", "stave", "canto", "adventure", "letter", "tale", "story", "fable", "lesson", "night", "fytte", "sketch",
    "chapitre", "kapitel", "capítulo", "capitulo", "capitolo", "hoofdstuk", "глава", "rozdział", "kapitola", "luku", "poglavlje", "lettre",
    "scene", "section", "essay", "lecture", "episode", "unit", "module", "day", "year", "brief", "carta",
}  # fmt: skip
_FRONT = {
    "contents", "table of contents", "list of illustrations", "illustrations", "preface", "foreword", "introduction", "introductory",
    "introductory note", "dedication", "epigraph", "title page", "titlepage", "half title", "halftitle", "halftitlepage", "imprint",
    "copyright", "copyright page", "copyright notice", "cover", "about this book", "dramatis personae", "list of characters", "inhalt",
    "inhaltsverzeichnis", "vorwort", "table des matières", "avant-propos", "préface", "prefacio", "prólogo del autor", "índice",
    "prefatory note", "publisher's note", "author's note", "note", "frontispiece", "maps", "map", "table", "etymology", "toc",
    "navigation", "extracts", "list of tables", "list of figures", "figures", "to the reader", "praise", "also by", "half-title", "title",
    "chapters", "the contents", "synopsis", "argument", "目次", "目录", "目錄", "前言", "序",
}  # fmt: skip
_STORY = {
    "prologue", "epilogue", "prelude", "interlude", "finale", "conclusion", "l'envoi", "envoi", "l'envoy", "coda", "overture", "proem",
    "induction", "intermezzo", "postlude", "prolog", "epilog", "épilogue", "prólogo", "epílogo", "afterpiece", "in conclusion", "entr'acte",
    "chapter the last", "the last chapter", "last chapter", "chapter last", "the last", "尾声", "楔子", "序章",
}  # fmt: skip
_BACK = {
    "appendix", "appendices", "notes", "endnotes", "end notes", "footnotes", "index", "glossary", "bibliography", "afterword",
    "acknowledgments", "acknowledgements", "about the author", "about the authors", "transcriber's note", "transcriber's notes", "colophon",
    "uncopyright", "errata", "references", "works cited", "further reading", "list of errata", "note on the text", "credits", "license",
    "licence", "anmerkungen", "nachwort", "anhang", "postface", "index of first lines", "list of endnotes", "the end", "fin", "finis",
    "end of the project gutenberg ebook", "advertisements", "transcriber note", "endnote", "footnote", "addendum", "后记",
}  # fmt: skip
_LEADING = lazily(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", re.UNICODE)
_SEPARATOR = lazily(r"^[\s.:,;—–\-‒―|_*\]\)]+")
_BARE = lazily(r"[\[\(]?\s*(\d{1,4}|[IVXLCDM]+|[ivxlcdm]+)\s*([.:\])—–-]+|\s|$)\s*(.*)", re.DOTALL)
_ORDINAL_FIRST = lazily(r"(?:the\s+)?([\w-]+)\s+(\w+)\b[\s.:,;—–-]*(.*)", re.IGNORECASE | re.DOTALL)
_CHINESE = lazily(r"第\s*([\d０-９〇零一二三四五六七八九十百千两兩]+)\s*([章回节節话話部卷巻編编篇集])\s*[:：、.]?\s*(.*)", re.DOTALL)
_WIDE = lazily("[\uff01-\uff5e\u2160-\u217f\u3000]")
_AROUND = f"_*=~+#|—–- {BLANKS}"
"""Typewriter emphasis and all white space."""
_RANKS = dict.fromkeys(_FRONT, Rank.FRONT) | dict.fromkeys(_BACK, Rank.BACK) | dict.fromkeys(_STORY, Rank.STORY)


def bare(text: str) -> str:
    """The heading without typewriter emphasis around it."""
    return text.strip(_AROUND).replace("\u00a0", " ")


@lru_cache(4096)
def parse(text: str) -> Heading:
    """What this heading says; `Rank.TITLE` where it is only a title."""
    text = bare(normalize("NFKC", text) if not text.isascii() and _WIDE.search(text) else text)
    if not text or len(text) > 400:
        return Heading(Rank.TITLE, title=text)
    return _named(text) or _keyword(text) or _chinese(text) or _ordinal_first(text) or _bare_number(text) or Heading(Rank.TITLE, title=text)


def _clean(title: str) -> str:
    return bare(_SEPARATOR.sub("", title))


def _named(text: str) -> Heading | None:
    first, _, rest = text.partition("\n")
    key = first.lower().strip(" .:[]()").replace("\u2019", "'")
    key = key.removeprefix("the author's ").removeprefix("author's ") if key not in _FRONT else key
    if rank := _RANKS.get(key):
        return Heading(rank, word=key, title=" ".join(text.split()))
    head, separator, _ = first.partition(":")
    if not separator:
        head, separator, _ = first.partition(".")
    if not separator:
        head = key.split(" to the ")[0].split(" by ")[0].split(" from the ")[0].split(" of ")[0]
    word = head.lower().strip()
    word = "appendix" if word.startswith("appendix") and re.fullmatch(r"appendix\s+\w{1,4}", word) else word
    word = word.removeprefix("the ") if word.startswith("the author") else word
    if (rank := _RANKS.get(word)) and word != "the last" and len(text) < 160 and not (rest and len(rest) > 120):
        return Heading(rank, word=word, title=" ".join(text.split()))
    return None


def _keyword(text: str) -> Heading | None:
    found = _LEADING.match(text)
    if not found:
        return None
    word = found[0].lower()
    rank = Rank.PART if word in _PARTS else Rank.CHAPTER if word in _CHAPTERS else None
    if rank is None or not (found[0][0].isupper() or text.islower()):
        return None
    return _numbered(rank, word, text[found.end() :])


def _numbered(rank: Rank, word: str, rest: str) -> Heading | None:
    """The longest number after a keyword: `the Twenty-first`, `one hundred and two`, `XII`, `12`."""
    words = re.split(r"(\s+|(?<=[^\s.:,;—–])(?=[.:,;—–]))", rest.lstrip(" .:\t\n\u00a0-"), maxsplit=12)
    best: Heading | None = None
    for count in range(1, min(len(words), 10) + 1, 2):
        piece = "".join(words[:count])
        if (value := number(piece)) and not piece.rstrip().lower().endswith(" and"):
            title = _clean("".join(words[count:]))
            best = Heading(rank, word, value[0], value[1], title)
    return best


def _chinese(text: str) -> Heading | None:
    found = _CHINESE.match(text) if text.startswith("第") else None
    if not found or not (value := number(found[1])):
        return None
    rank = Rank.PART if found[2] in "部卷巻編编篇集" else Rank.CHAPTER
    return Heading(rank, found[2], value[0], value[1], _clean(found[3]))


def _ordinal_first(text: str) -> Heading | None:
    """`THE FIRST PART`, `Second Book: The Golden Thread`, `Erstes Kapitel`."""
    found = _ORDINAL_FIRST.match(text)
    if not found:
        return None
    word = found[2].lower()
    rank = Rank.PART if word in _PARTS else Rank.CHAPTER if word in _CHAPTERS - {"day", "year", "night", "letter"} else None
    value = number(found[1]) if rank is not None else None
    if rank is None or value is None or value[1] != "word" or not found[2][0].isupper():
        return None
    return Heading(rank, word, value[0], "word", _clean(found[3]))


def _bare_number(text: str) -> Heading | None:
    if (spelled := number(text)) and spelled[1] in {"word", "chinese"}:
        return Heading(Rank.NUMBER, "", spelled[0], spelled[1])
    found = _BARE.match(text)
    if not found or not (value := number(found[1])):
        return None
    title = _clean(found[3])
    if title and not found[2].strip() and (title[0].islower() or value[1] == "roman"):
        return None
    if found[1].islower() and value[1] == "roman" and title:
        return None
    return Heading(Rank.NUMBER, "", value[0], value[1], title)
