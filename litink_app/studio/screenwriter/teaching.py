"""Books that teach: what a scene shows instead of people. Terms become labels on a figure, lists become cards, years a timeline."""

import re
from collections.abc import Sequence

from litink_app.schemas.book import Block, BlockKind
from litink_app.schemas.script import ScriptLine, ScriptStyle
from litink_app.schemas.understanding import Quote, Span, Term, Understanding
from litink_app.studio.gazetteer import named
from litink_app.studio.screenwriter.figures import FIGURES

MOST = 6
LIST_WORDS = 3
"""Longer parts are clauses, not names."""

FEW_QUOTES, FEW_TERMS = 0.04, 3
FEW_PLACES = 2
_MARKUP = re.compile(r"\{:|!\[|\]\(|#{2,}|\\|\[\d+\]:|</?\w+>|^\d+\.\s|^\[|https?:|\^|\(i\.e$|…\W*$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\?\s*$|\b(?:main|left|right|center|top|bottom) (?:image|panel|diagram)\b|\bcut away to show\b|\bimage\b|\btranslucent\b|\b(?:first|second|third|last) (?:box|panel)\b|\bsplit in half\b|^by the end of (?:this|the) (?:section|chapter|unit)|\bwatch this\b|\b(?:figure|table|image|diagram|illustration|photo)\b.{0,40}"
    r"\b(?:shows?|shown|labell?ed|above|below|left|right)\b|\bis labell?ed\b|\b(?:illustrated|shown|depicted|summari[sz]ed|listed) (?:in|here|below|above)\b|\bsee (?:the )?(?:figure|table|image|diagram|illustration|photo|box|link|chapter|section|appendix|previous|next|following)\b|^which of the following|click|\bqr code\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:^|\b(?:are|is|include|includes|including|called|such as|namely|of)\b|:)\s*((?:[^,.;:]{3,40},\s+){2,}(?:and|or)\s+[^,.;:]{3,40})"
)
_COUNTED = re.compile(
    r"^(?:there are )?(?:two|three|four|five|six|seven|several|many) [\w ]{2,24} (?:are|exist|can be)\b[^:]*$", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:in|by|since|from|until|around)\s+((?:1[0-9]|20)\d\d)\b")
_TURNS = re.compile(r"\bcycle\b|\bthen\b.*\bthen\b|\bstages?\b|\bsteps?\b|\bprocess\b", re.IGNORECASE)
_AGAINST = re.compile(r"\bwhereas\b|\bin contrast\b|\bunlike\b|\bon the other hand\b|\bcompared (?:to|with)\b", re.IGNORECASE)


def is_teaching(found: Understanding, quotes: Sequence[Quote], sentences: Sequence[Span], style: ScriptStyle) -> bool:
    """Whether a chapter explains rather than tells: it defines terms, or is asked to be explained, and hardly anybody speaks."""
    return (len(found.terms) >= FEW_TERMS or style is ScriptStyle.EXPLAINER) and len(quotes) <= max(2, FEW_QUOTES * len(sentences))


def is_said(text: str) -> bool:
    """Whether a sentence can be spoken: not markup, not a pointer to a figure, not an exercise."""
    return not _MARKUP.search(text) and not _FURNITURE.search(text)


def heading_at(text: str, blocks: Sequence[Block], at: int, otherwise: str) -> str:
    """The last heading before a place, plain."""
    before = [block for block in blocks if block.kind is BlockKind.HEADING and block.start <= at]
    found = " ".join(text[before[-1].start : before[-1].end].split()) if before else ""
    title = re.search(r'title:\s*"([^"]+)"', found)
    return title.group(1) if title else found.strip("#*- ") or otherwise


_FILE = re.compile(r"^[\w-]*\d[\w-]*$|^(?:untitled|document|chapter)\W*\d*$", re.IGNORECASE)


def titled(title: str, heading: str) -> str:
    """The title of a book, or its first heading where the title is but the name of a file."""
    return heading if heading and _FILE.match(title) else title


def figure_of(lines: Sequence[ScriptLine], terms: Sequence[Term], around: str) -> dict[str, str]:
    """The notes of a scene's picture: `form`, `items`, `figure` where one is drawn, and `steps`, the items shown after each line."""
    texts = [line.text for line in lines]
    places, told = _places(texts)
    if len(places) >= FEW_PLACES and sum(bool(_YEAR.search(text)) for text in texts) < 2:
        return {"form": "map", "items": "|".join(places), "steps": _joined(told)}
    drawn = _drawn(" ".join(texts), around)
    if drawn and (labels := _labels(texts, drawn, terms)) and len(labels[0]) > 1:
        return {"form": "figure", "figure": drawn, "items": "|".join(labels[0]), "steps": _joined(labels[1])}
    items, steps = _items(texts, terms)
    return {"form": _form(texts), "items": "|".join(items), "steps": _joined(steps), **({"figure": drawn} if drawn else {})}


def _places(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    """Places of the earth in the order in which they are said, and how many are known after each line."""
    found = [named(" ".join(texts[: i + 1])) for i in range(len(texts))]
    return (found[-1] if found else [])[:MOST], [min(MOST, len(known)) for known in found]


def _joined(steps: Sequence[int]) -> str:
    return "|".join(str(step) for step in steps)


def _drawn(said: str, around: str) -> str:
    """The figure whose words are said most, of equals the first; else the one that the chapter is about."""
    for text in (said, around):
        called = {
            name: [one.start() for one in re.finditer(rf"\b(?:{words})", text, re.IGNORECASE)] for name, (words, _) in FIGURES.items()
        }
        known = [name for name, places in called.items() if places]
        if known:
            return max(known, key=lambda name: (len(called[name]), -called[name][0]))
    return ""


def _labels(texts: Sequence[str], drawn: str, terms: Sequence[Term]) -> tuple[list[str], list[int]]:
    """Names of parts in the order in which they are said, and how many are known after each line."""
    found: list[str] = []
    steps: list[int] = []
    for text in texts:
        known = [(match.start(), name) for name in FIGURES[drawn][1] if (match := re.search(rf"\b{re.escape(name)}", text, re.IGNORECASE))]
        found += [name for _, name in sorted(known) if name not in found]
        steps.append(min(MOST, len(found)))
    return found[:MOST], steps


def _items(texts: Sequence[str], terms: Sequence[Term]) -> tuple[list[str], list[int]]:
    items: list[str] = []
    steps: list[int] = []
    for text in texts:
        items += [item for item in _of_line(text, terms) if item not in items]
        steps.append(min(MOST, len(items)))
    return items[:MOST], steps


def _of_line(text: str, terms: Sequence[Term]) -> list[str]:
    if _COUNTED.match(text):
        return []
    listed = _LIST.search(text)
    parts = re.split(r",\s*(?:and|or)?\s*|\s+(?:and|or)\s+", listed.group(1)) if listed else []
    parts = [item for part in parts if (item := re.sub(r"^to\s+", "", part.strip())) and item.lower() not in _FILLERS]
    if parts and all(len(part.split()) <= LIST_WORDS for part in parts):
        return [_plain(part).capitalize() for part in parts]
    year = _YEAR.search(text)
    if year:
        return [f"{year.group(1)}: {_short(text)}"]
    known = sorted((match.start(), term.text) for term in terms if (match := re.search(rf"\b{re.escape(term.text)}", text, re.IGNORECASE)))
    return [f"{_plain(known[0][1]).capitalize()}: {_short(text)}"] if known else [_short(text)]


_FILLERS = frozenset(
    {"for instance", "for example", "in fact", "however", "therefore", "in addition", "as well", "that is", "in turn", "etc"}
)
"""What stands between commas in lists and names nothing."""


def _plain(text: str) -> str:
    return re.sub(r"[|:\[\]*_]", " ", text).strip(" .,;")


def _short(text: str, most: int = 120) -> str:
    """The sentence, or as many of its clauses as a card holds."""
    plain = " ".join(_plain(text).split())
    if len(plain) <= most:
        return plain
    cut = max(plain.rfind(mark, 30, most) for mark in (", ", "; ", " which ", " that ", " and "))
    return plain[: cut if cut > 0 else plain.rfind(" ", 0, most)].rstrip(" ,;") + ("" if cut > 0 else " …")


def _form(texts: Sequence[str]) -> str:
    if sum(bool(_YEAR.search(text)) for text in texts) > 1:
        return "timeline"
    whole = " ".join(texts)
    if _AGAINST.search(whole):
        return "compare"
    return "cycle" if _TURNS.search(whole) and len(texts) > 2 else "list"
