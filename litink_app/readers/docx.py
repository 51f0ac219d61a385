"""Word documents: paragraphs with their styles, tables, notes and pictures. Macros and embedded objects are never looked at."""

import posixpath
import re
from xml.etree.ElementTree import Element, ParseError

from litink_app.errors import Refused
from litink_app.readers import images, kinds, language
from litink_app.readers.archive import Archive
from litink_app.readers.draft import Draft, Piece
from litink_app.readers.lazily import lazily
from litink_app.readers.package import local, tree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEADING = lazily(r"(?:heading|überschrift|titre|título|rubrik|kop)\s*(\d)", re.IGNORECASE)
_BREAK = lazily(r"[\s*#~•·—–\-_=+⁂✦❦.]+")


def read(data: bytes, name: str) -> Draft:
    """The draft of a DOCX file."""
    archive = Archive(data)
    if archive.find("EncryptedPackage"):
        raise Refused("This document is locked with a password; please save it without one.")
    draft = Draft(metadata={"format": "docx"})
    body = _part(archive, "word/document.xml")
    if body is None:
        raise Refused("This is not a readable Word document.")
    walk = _Walk(draft, _styles(archive), _relations(archive), archive)
    for element in body.iter(f"{_W}body"):
        walk.children(element)
    _notes(archive, walk)
    _describe(archive, draft, name)
    sample = " ".join(piece.text for piece in draft.pieces[:200])
    draft.language = draft.language or language.detect(sample)
    draft.direction = language.direction(draft.language, sample)
    return draft


def _part(archive: Archive, path: str) -> Element | None:
    known = archive.find(path)
    if known is None:
        return None
    try:
        return tree(archive.read(known))
    except ParseError as error:
        raise Refused("This document is damaged beyond reading.") from error


def _styles(archive: Archive) -> dict[str, tuple[str, int]]:
    """Style id to its name and outline level (0 = none)."""
    root = _part(archive, "word/styles.xml")
    found: dict[str, tuple[str, int]] = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        name = style.find(f"{_W}name")
        label = name.get(f"{_W}val", "") if name is not None else ""
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        numbered = _HEADING.match(label)
        level = int(numbered[1]) if numbered else 1 + int(outline.get(f"{_W}val", "9")) if outline is not None else 0
        found[style.get(f"{_W}styleId", "")] = (label.lower(), level if level <= 6 else 0)
    return found


def _relations(archive: Archive) -> dict[str, str]:
    root = _part(archive, "word/_rels/document.xml.rels")
    inside = (one for one in (root if root is not None else ()) if one.get("TargetMode") != "External")
    return {one.get("Id", ""): posixpath.normpath(posixpath.join("word", one.get("Target", "").lstrip("/"))) for one in inside}


class _Walk:
    """Goes through the body once and lays pieces."""

    def __init__(self, draft: Draft, styles: dict[str, tuple[str, int]], relations: dict[str, str], archive: Archive) -> None:
        self.draft, self.styles, self.relations, self.archive = draft, styles, relations, archive
        self.count = 0

    def children(self, parent: Element) -> None:
        for element in parent:
            name = local(element)
            if name == "p":
                self.paragraph(element)
            elif name == "tbl":
                self.table(element)
            elif name in {"sdt", "sdtContent", "ins", "smartTag", "customXml"}:
                self.children(element)

    def paragraph(self, element: Element) -> None:
        text = _text(element)
        self.pictures(element)
        if not text.strip():
            return
        self.count += 1
        style, level = self.style(element)
        kind = self.kind(style, level, text, element)
        lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        apart = kind in {kinds.VERSE, kinds.HEADING}
        self.draft.pieces.append(Piece(("\n" if apart else " ").join(lines), kind, level, "word/document.xml", offset=self.count))

    def style(self, element: Element) -> tuple[str, int]:
        """Name and heading level, the paragraph's own word first."""
        own = element.find(f"{_W}pPr/{_W}outlineLvl")
        named = element.find(f"{_W}pPr/{_W}pStyle")
        style, level = self.styles.get(named.get(f"{_W}val", "") if named is not None else "", ("", 0))
        if own is not None and own.get(f"{_W}val", "9").isdigit() and int(own.get(f"{_W}val", "9")) < 6:
            level = 1 + int(own.get(f"{_W}val", "9"))
        return style, level

    @staticmethod
    def kind(style: str, level: int, text: str, element: Element) -> str:
        if level:
            return kinds.HEADING
        if len(text) < 60 and _BREAK.fullmatch(text):
            return kinds.SCENE_BREAK
        if "caption" in style:
            return kinds.CAPTION
        if "quote" in style:
            return kinds.QUOTATION
        if any(word in style for word in ("verse", "poem", "poetry")) or text.count("\n") >= 2:
            return kinds.VERSE
        return kinds.LIST_ITEM if element.find(f"{_W}pPr/{_W}numPr") is not None else kinds.PARAGRAPH

    def pictures(self, element: Element) -> None:
        for blip in element.iter():
            if local(blip) not in {"blip", "imagedata"}:
                continue
            path = self.relations.get(blip.get(f"{_R}embed", "") or blip.get(f"{_R}id", ""), "")
            known = self.archive.find(path) if path else None
            figure = images.figure(path, self.archive.read(known)) if known else None
            if figure is not None and len(self.draft.figures) < 2000:
                self.draft.figures[path] = figure
                self.draft.pieces.append(Piece("", kinds.FIGURE, file="word/document.xml", offset=self.count, figure=path))

    def table(self, element: Element) -> None:
        rows = [[" ".join(_text(cell).split()) for cell in row.findall(f"{_W}tc")] for row in element.iter(f"{_W}tr")]
        text = "\n".join("\t".join(cell for cell in row if cell) for row in rows if any(row))
        if text:
            self.draft.pieces.append(Piece(text, kinds.TABLE, file="word/document.xml", offset=self.count))


def _text(element: Element) -> str:
    """The words of a paragraph; deleted ones and field codes are not among them."""
    parts: list[str] = []
    for one in element.iter():
        name = local(one)
        if name == "t":
            parts.append(one.text or "")
        elif name in {"tab", "ptab"}:
            parts.append(" ")
        elif name in {"br", "cr"}:
            parts.append("\n")
        elif name == "noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _notes(archive: Archive, walk: _Walk) -> None:
    for name in ("footnotes", "endnotes"):
        root = _part(archive, f"word/{name}.xml")
        for note in root if root is not None else ():
            text = " ".join(_text(note).split())
            if text and note.get(f"{_W}type") is None:
                walk.draft.pieces.append(Piece(text, kinds.FOOTNOTE, file=f"word/{name}.xml"))


def _describe(archive: Archive, draft: Draft, name: str) -> None:
    core = _part(archive, "docProps/core.xml")
    words = {local(one): (one.text or "").strip() for one in core} if core is not None else {}
    first = draft.pieces[0] if draft.pieces else None
    styled = next((piece.text for piece in draft.pieces[:5] if piece.level == 1), "")
    draft.title = words.get("title") or (" ".join(styled.split()) if first else "") or name.rsplit(".", 1)[0]
    draft.authors = (words["creator"],) if words.get("creator") else ()
    draft.language = words.get("language", "")
