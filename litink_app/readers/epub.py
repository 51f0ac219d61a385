"""EPUB 2 and 3: spine, contents, pictures. DRM is refused, obfuscated fonts are ignored."""

import posixpath

from litink_app.errors import Refused
from litink_app.readers import gutenberg, images, kinds, language
from litink_app.readers.archive import Archive, Misleading
from litink_app.readers.draft import Draft, Entry, Picture, Piece
from litink_app.readers.feeds import feed
from litink_app.readers.markup import Markup
from litink_app.readers.package import Package, package, refuse_drm, unquote
from litink_app.readers.toc import Line, lines

FIGURES = 3000
TEXT_BYTES = 64 << 20
Places = dict[str, tuple[int, int, dict[str, int]]]


def read(data: bytes, name: str) -> Draft:
    """The draft of an EPUB file."""
    archive = Archive(data)
    refuse_drm(archive)
    described = package(archive)
    draft = _described(described, name)
    if archive.cut:
        draft.warnings.append("The end of the file is missing; what is there was read.")
    places = _chapters(archive, described, draft)
    draft.entries = _entries(lines(archive, described), places)
    draft.illustrate = lambda: _pictures(archive, described, draft)
    gutenberg.strip_pieces(draft)
    if not any(piece.text for piece in draft.pieces):
        draft.warnings.append("This book holds no text, only pictures.")
    sample = " ".join(piece.text for piece in draft.pieces[:200])
    draft.language = draft.language or language.detect(sample)
    draft.direction = language.direction(draft.language, sample)
    return draft


def _described(found: Package, name: str) -> Draft:
    words = found.metadata
    kept = {key: "; ".join(values) for key, values in words.items() if key not in {"title", "creator", "language"}}
    return Draft(
        title=next(iter(words.get("title", [])), "") or name.rsplit(".", 1)[0],
        authors=tuple(dict.fromkeys(words.get("creator", []))),
        language=next(iter(words.get("language", [])), ""),
        metadata={"format": "epub"} | kept,
    )


def _chapters(archive: Archive, found: Package, draft: Draft) -> Places:
    """Read the spine; gives for each file its first and last piece and its anchors."""
    places: Places = {}
    spent = 0
    for path, linear in _spine(archive, found):
        known = archive.find(path)
        if path in places or (not linear and path == found.nav):
            continue
        if known is None:
            draft.warnings.append(f"A part of the book is missing from the file: {posixpath.basename(path)[:80]}")
            continue
        spent += archive.entries[known].size
        if spent > TEXT_BYTES:
            raise Refused("This book holds more text than can be read safely.")
        places[path] = _file(archive, known, path, draft)
    if not places:
        raise Refused("This EPUB names no chapters that are in the file.")
    return places


def _spine(archive: Archive, found: Package) -> list[tuple[str, bool]]:
    """Paths in reading order; an entry that names no known item is matched by file name, and without a spine all texts count."""
    by_name = {posixpath.basename(item.path).lower(): item.path for item in found.items.values()}
    by_name |= {name.rsplit(".", 1)[0]: path for name, path in by_name.items()}
    order: list[tuple[str, bool]] = []
    for idref, linear in found.spine:
        if item := found.items.get(idref):
            order.append((item.path, linear))
        elif path := by_name.get(idref.lower()):
            order.append((path, linear))
    if order:
        return order
    texts = [item.path for item in found.items.values() if "html" in item.media_type]
    return [
        (path, True) for path in texts or sorted(name for name in archive.entries if name.lower().endswith((".xhtml", ".html", ".htm")))
    ]


def _file(archive: Archive, known: str, path: str, draft: Draft) -> tuple[int, int, dict[str, int]]:
    first = len(draft.pieces)
    try:
        data = archive.read(known)
    except Misleading:
        raise
    except Refused as error:
        draft.warnings.append(f"{posixpath.basename(path)[:80]}: {error.message}")
        return first, first, {}
    if path.lower().endswith(".svg") or images.sniff(data[:16]):
        draft.pieces.append(Piece("", kinds.FIGURE, file=path, figure=path))
        return first, first, {}
    sink = Markup(draft.pieces, path)
    feed(sink, data)
    for piece in draft.pieces[first:]:
        if piece.figure:
            piece.figure = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(piece.figure.partition("#")[0])))
    if len(draft.pieces) > first:
        draft.pieces[first].opens = True
    return first, len(draft.pieces) - 1, sink.anchors


def _entries(found: list[Line], places: Places) -> list[Entry]:
    """Contents lines as pieces; a path that the spine does not know is matched by its file name."""
    by_name = {posixpath.basename(path).lower(): path for path in places}
    entries: list[Entry] = []
    for line in found:
        path = line.path if line.path in places else by_name.get(posixpath.basename(line.path).lower(), "")
        if path in places and line.title:
            first, last, anchors = places[path]
            entries.append(Entry(line.title, line.depth, min(anchors.get(line.fragment, first), max(first, last))))
    return entries


def _pictures(archive: Archive, found: Package, draft: Draft) -> None:
    """Load the pictures that the text shows, and the cover."""
    spent = 0
    for piece in draft.pieces:
        if not piece.figure or piece.figure in draft.figures:
            continue
        picture = _picture(archive, piece.figure, piece.alt)
        spent += len(picture.data) if picture else 0
        if picture is None or spent > images.ALL_BYTES or len(draft.figures) >= FIGURES:
            draft.warnings.append(f"A picture could not be taken over: {posixpath.basename(piece.figure)[:80]}")
            piece.figure = ""
            continue
        draft.figures[piece.figure] = picture
    draft.warnings = draft.warnings[:50]
    draft.cover = draft.figures.get(found.cover) or (_picture(archive, found.cover, "Cover") if found.cover else None)


def _picture(archive: Archive, path: str, alt: str) -> Picture | None:
    known = archive.find(path)
    try:
        return images.figure(path, archive.read(known), alt) if known else None
    except Refused:
        return None
