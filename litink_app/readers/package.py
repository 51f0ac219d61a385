"""The description of an EPUB: container, OPF package, encryption. XML is parsed without entities or network."""

import posixpath
import re
from xml.etree import ElementTree

from litink_app.errors import Refused
from litink_app.readers.archive import Archive
from litink_app.readers.feeds import blanked

_OBFUSCATION = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
_WORDS = {"title", "creator", "language", "date", "publisher", "rights", "identifier", "description", "subject", "source"}
_DRM = "This book is protected by DRM, so it cannot be read here. Please bring a copy without DRM, for example from the shop's own download page."


class Item:
    """A file that the package names."""

    __slots__ = ("id", "media_type", "path", "properties")

    def __init__(self, name: str, path: str, media_type: str, properties: str) -> None:
        self.id, self.path, self.media_type, self.properties = name, path, media_type, properties


class Package:
    """What the OPF file says."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.metadata: dict[str, list[str]] = {}
        self.items: dict[str, Item] = {}
        self.spine: list[tuple[str, bool]] = []
        self.ncx = self.nav = self.cover = self.direction = ""


def unquote(text: str) -> str:
    """Without percent signs that stand for other signs."""
    if "%" not in text:
        return text
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), text.encode()).decode("utf-8", "replace")


def tree(data: bytes) -> ElementTree.Element:
    """A small XML file of the book, entities never resolved; what is not well-formed is mended."""
    try:
        return ElementTree.fromstring(blanked(data))  # noqa: S314
    except ElementTree.ParseError:
        return _mended(blanked(data))


def _mended(data: bytes) -> ElementTree.Element:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
        if root is not None:
            etree.strip_tags(root, etree.Entity)
            return ElementTree.fromstring(etree.tostring(root))  # noqa: S314
    except (etree.XMLSyntaxError, ElementTree.ParseError):
        pass
    raise Refused("This book's own description is damaged beyond reading.")


def local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def refuse_drm(archive: Archive) -> None:
    """Locked chapters are refused with words that help; fonts that are only obfuscated do not matter."""
    place = archive.find("META-INF/encryption.xml")
    if archive.find("META-INF/rights.xml") or archive.find("META-INF/license.lcpl"):
        raise Refused(_DRM)
    if place is None:
        return
    for element in tree(archive.read(place)).iter():
        if local(element) == "EncryptedData":
            methods = {child.get("Algorithm", "") for child in element.iter() if local(child) == "EncryptionMethod"}
            if not methods & _OBFUSCATION:
                raise Refused(_DRM)


def package(archive: Archive) -> Package:
    """The package that the container names, or any that there is."""
    path = ""
    if container := archive.find("META-INF/container.xml"):
        found = [element.get("full-path", "") for element in tree(archive.read(container)).iter() if local(element) == "rootfile"]
        path = next((known for name in found if (known := archive.find(unquote(name)))), "")
    path = path or next((name for name in archive.entries if name.lower().endswith(".opf")), "")
    if not path:
        raise Refused("This is not a readable EPUB: it has no package file.")
    return _parsed(tree(archive.read(path)), posixpath.dirname(path))


def _parsed(root: ElementTree.Element, folder: str) -> Package:
    found = Package(folder)
    cover = ""
    for element in root.iter():
        name = local(element)
        if name in _WORDS and element.text:
            found.metadata.setdefault(name, []).append(" ".join(element.text.split()))
        elif name == "item":
            _item(found, element)
        elif name == "itemref":
            found.spine.append((element.get("idref", ""), element.get("linear", "yes") != "no"))
        elif name == "spine":
            found.ncx, found.direction = element.get("toc", ""), element.get("page-progression-direction", "")
        elif name == "meta" and element.get("name") == "cover":
            cover = element.get("content", "")
    if not found.cover and cover in found.items and found.items[cover].media_type.startswith("image/"):
        found.cover = found.items[cover].path
    found.ncx = _ncx(found)
    return found


def _item(found: Package, element: ElementTree.Element) -> None:
    path = posixpath.normpath(posixpath.join(found.folder, unquote(element.get("href", "").partition("#")[0])))
    item = Item(element.get("id", ""), path, element.get("media-type", ""), element.get("properties", ""))
    found.items.setdefault(item.id, item)
    words = item.properties.split()
    found.nav = path if "nav" in words else found.nav
    found.cover = path if "cover-image" in words else found.cover


def _ncx(found: Package) -> str:
    """The path of the NCX: the one that the spine names, or any."""
    if found.ncx in found.items:
        return found.items[found.ncx].path
    return next((item.path for item in found.items.values() if item.media_type == "application/x-dtbncx+xml"), "")
