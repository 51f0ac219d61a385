"""The table of contents of an EPUB: the navigation document, else the NCX, else the guide of old."""

import posixpath
from xml.etree import ElementTree

from litink_app.errors import Refused
from litink_app.readers.archive import Archive
from litink_app.readers.package import Package, local, tree, unquote

LINES = 5000


class Line:
    """A line of the contents: where it points, and how deep it stands."""

    __slots__ = ("depth", "fragment", "path", "title")

    def __init__(self, title: str, depth: int, path: str, fragment: str) -> None:
        self.title, self.depth, self.path, self.fragment = title, depth, path, fragment


def lines(archive: Archive, found: Package) -> list[Line]:
    """The contents in the order of the book; empty where there are none of use."""
    for path, parse in ((found.nav, _nav), (found.ncx, _ncx)):
        known = archive.find(path) if path else None
        if known is None:
            continue
        try:
            if listed := parse(tree(archive.read(known)), posixpath.dirname(path)):
                return listed[:LINES]
        except (Refused, ElementTree.ParseError):
            continue
    return []


def _target(folder: str, href: str, title: str, depth: int) -> Line:
    path, _, fragment = href.partition("#")
    return Line(" ".join(title.split()), depth, posixpath.normpath(posixpath.join(folder, unquote(path))), unquote(fragment))


def _nav(root: ElementTree.Element, folder: str) -> list[Line]:
    navs = [element for element in root.iter() if local(element) == "nav"]
    marked = [nav for nav in navs if any(key.endswith("type") and "toc" in value.split() for key, value in nav.attrib.items())]
    chosen = (marked or navs[:1])[:1]
    found: list[Line] = []
    for nav in chosen:
        for child in nav:
            if local(child) == "ol":
                _items(child, folder, 0, found)
    return found


def _items(ordered: ElementTree.Element, folder: str, depth: int, found: list[Line]) -> None:
    for item in ordered:
        for child in item:
            name = local(child)
            if name == "a" and child.get("href"):
                found.append(_target(folder, child.get("href", ""), "".join(child.itertext()), depth))
            elif name == "ol" and depth < 12:
                if local(item[0]) != "a":
                    _unlinked(item, folder, depth, found)
                _items(child, folder, depth + 1, found)


def _unlinked(item: ElementTree.Element, folder: str, depth: int, found: list[Line]) -> None:
    """A line without a link stands where the first line under it points."""
    first = next((element for element in item.iter() if local(element) == "a" and element.get("href")), None)
    title = "".join(item[0].itertext())
    if first is not None and title.strip():
        found.append(_target(folder, first.get("href", ""), title, depth))


def _ncx(root: ElementTree.Element, folder: str) -> list[Line]:
    found: list[Line] = []
    for element in root.iter():
        if local(element) == "navMap":
            _points(element, folder, 0, found)
    return found


def _points(parent: ElementTree.Element, folder: str, depth: int, found: list[Line]) -> None:
    for point in parent:
        if local(point) != "navPoint" or depth > 12:
            continue
        label, source = "", ""
        for child in point:
            if local(child) == "navLabel":
                label = "".join(child.itertext())
            elif local(child) == "content":
                source = child.get("src", "")
        if source:
            found.append(_target(folder, source, label, depth))
        _points(point, folder, depth + 1, found)
