"""The sandbox: whatever a file is made to do, it ends in a book or in one clear sentence, soon, and the caller lives."""

import io
import json
import struct
import time
import zipfile
import zlib
from array import array
from pathlib import Path

import psutil
import pytest

from litink_app.errors import Refused
from litink_app.readers import kinds, read, registry, sandbox, wire, words
from litink_app.readers.assemble import lay
from litink_app.schemas.book import BlockKind, Chapter, ChapterKind
from tests.readers.made import CONTAINER, NAV_ITEM, chapter, docx, epub, inside, opf, page, prose, zipped


def kept(folder: Path, data: bytes, name: str = "book.epub") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def book_with(body: str, **more: str | bytes) -> bytes:
    files: dict[str, str | bytes] = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": opf(["c.xhtml"]), "OPS/c.xhtml": body}
    return zipped(files | {name.replace("__", "/"): data for name, data in more.items()})


def lied_about(data: bytes, name: bytes, size: int) -> bytes:
    """The same ZIP, its directory claiming another unpacked size for one entry."""
    place = data.index(b"PK\x01\x02")
    while data[place + 46 : place + 46 + len(name)] != name:
        place = data.index(b"PK\x01\x02", place + 4)
    return data[: place + 24] + struct.pack("<I", size) + data[place + 28 :]


def overlapping() -> bytes:
    """Two directory entries over the same bytes."""
    data = bytearray(zipped({"META-INF/container.xml": CONTAINER, "a": "x" * 100, "b": "x" * 100}))
    first = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def with_symlink() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        link = zipfile.ZipInfo("OPS/book.opf")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return target.getvalue()


def many(count: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        for number in range(count):
            archive.writestr(f"{number}", "")
    return target.getvalue()


LAUGHS = "<!DOCTYPE html [" + "<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"

HOSTILE: dict[str, tuple[bytes, str]] = {
    "a bomb of zeros": (
        zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": opf(["c.xhtml"]), "OPS/c.xhtml": b"0" * (40 << 20)}),
        "unpacks",
    ),
    "a lie about a size": (lied_about(book_with(chapter("Chapter 1", 4000)), b"OPS/c.xhtml", 10), "does not match|damaged"),
    "overlapping entries": (overlapping(), "does not match"),
    "a symbolic link": (with_symlink(), "links"),
    "too many entries": (many(20_001), "parts"),
    "a name that climbs out": (zipped({"META-INF/container.xml": CONTAINER, "../../x": "y"}), "outside"),
    "an absolute name": (zipped({"META-INF/container.xml": CONTAINER, "/etc/x": "y"}), "outside"),
    "a name of another drive": (zipped({"META-INF/container.xml": CONTAINER, "C:\\x": "y"}), "outside"),
    "a very long name": (zipped({"META-INF/container.xml": CONTAINER, "n" * 5000: "y"}), "name"),
    "deep nesting": (book_with("<html><body>" + "<div>" * 200_000 + "x"), "deep|unpacks"),
    "deep nesting, hardly packed": (book_with("<html><body>" + "".join(f"<div id='x{n * 7919}'>" for n in range(60_000))), "deep"),
    "no package": (zipped({"META-INF/container.xml": CONTAINER}), "package"),
    "an empty archive": (b"PK\x05\x06" + b"\0" * 18, "archive"),
    "garbage after the magic": (b"PK\x03\x04META-INF/container.xml" + bytes(range(256)) * 40, "."),
    "a package of nothing": (zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": b"\0\0"}), "description is damaged"),
    "a package of strange names": (zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": b"<a><x:b></a>"}), "description|chapters"),
    "a text of blank lines in wide letters": ("\n \n\t\n".encode("utf-16"), "no words"),
    "a damaged PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged|text"),
}


@pytest.mark.parametrize("case", list(HOSTILE))
def test_hostile_files_are_refused_in_words(case: str, tmp_path: Path) -> None:
    data, words = HOSTILE[case]
    path = kept(tmp_path, data, "book.pdf" if "PDF" in case else "book.epub")

    with pytest.raises(Refused, match=words):
        book = read(path)
        assert book.text, "This book holds no text."
        pytest.fail(f"accepted: {book.text[:80]}")

    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["container", "package", "chapter", "contents"])
def test_entities_are_never_expanded_and_nothing_outside_is_read(place: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;]>'
    for evil in (outside, LAUGHS):
        reference = "&e;" if evil is outside else "&a11;"
        files = {
            "META-INF/container.xml": (evil if place == "container" else "") + CONTAINER.partition("?>")[2],
            "OPS/book.opf": (evil if place == "package" else "") + opf(["c.xhtml"], extra=NAV_ITEM).partition("?>")[2],
            "OPS/c.xhtml": (evil if place == "chapter" else "")
            + page(f"<h1>One</h1><p>before {reference if place == 'chapter' else ''} after</p>{prose()}").partition("?>")[2],
            "OPS/nav.xhtml": (evil if place == "contents" else "")
            + page(f"<nav><ol><li><a href='c.xhtml'>One {reference if place == 'contents' else ''}</a></li></ol></nav>"),
        }
        before = time.process_time()
        try:
            book = read(kept(tmp_path, zipped(files)))
            assert "secret words" not in book.text + str(book.chapters) and "hahaha" not in book.text
            assert len(book.text) < 20_000
        except Refused:
            pass
        assert time.process_time() - before < 5


def test_a_cover_with_scripts_is_made_harmless_and_a_flood_of_pixels_is_left_out(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()"><script>x()</script><foreignObject/><image xlink:href="http://evil.example/x.png"/><rect style="fill:url(http://evil.example/y)" width="3"/></svg>'
    head = struct.pack(">IIBBBBB", 65535, 65535, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    files = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": opf(["c.xhtml"], extra='<item id="v" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>'),
        "OPS/c.xhtml": page(f'<h1>One</h1><p><img src="huge.png" alt="huge"/></p><p><img src="cover.svg"/></p>{prose()}'),
        "OPS/cover.svg": svg,
        "OPS/huge.png": png,
    }

    book = read(kept(tmp_path, zipped(files)))

    assert book.cover is not None
    for evil in (b"script", b"onload", b"foreignObject", b"evil"):
        assert evil not in book.cover.data
    assert b"rect" in book.cover.data
    assert [figure.name for figure in book.figures] == ["OPS/cover.svg"]
    assert any("huge.png" in warning for warning in book.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 6_000_000,
        "e" + "\u0301" * 1_000_000,
        " " * 3_000_000 + "x",
        "\u202e" + "word " * 400_000,
        ("_" * 50 + " ") * 40_000,
        "I\n\n" * 100_000,
        "wonder-\nful " * 100_000,
    ],
    ids=["endless line", "combining marks", "only spaces", "right to left override", "underscores", "only headings", "broken words"],
)
def test_absurd_texts_end_soon(text: str, tmp_path: Path) -> None:
    try:
        book = read(kept(tmp_path, text.encode(), "book.txt"))
        assert book.chapters
    except Refused as refusal:
        assert refusal.message.endswith(".")


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = kept(tmp_path, epub({"c.xhtml": chapter("Chapter 1")}))
    before = set(psutil.Process().children())

    with pytest.raises(Refused, match="too long"):
        sandbox.read(path, wall=0.001)

    assert not [child for child in set(psutil.Process().children()) - before if child.status() != psutil.STATUS_ZOMBIE]


def test_macros_and_deleted_words_of_a_document_are_ignored(tmp_path: Path) -> None:
    data = docx(
        [
            ("H1", "Chapter 1"),
            *[("N", "A long walk over the hills. " * 12)] * 12,
            ("H1", "Chapter 2"),
            *[("N", "And home again. " * 20)] * 12,
        ]
    )

    book = read(kept(tmp_path, data, "walk.docx"))

    assert [(one.number, one.title) for one in book.chapters] == [(1, "Chapter 1"), (2, "Chapter 2")]


@pytest.mark.parametrize("forks", [True, False])
def test_a_book_is_the_same_inside_and_outside_the_sandbox(forks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_may_fork", lambda: forks)
    data = epub({"a.xhtml": chapter("Chapter 1"), "b.xhtml": chapter("Chapter 2")})

    assert read(kept(tmp_path, data)) == inside(data, "book.epub")


def test_a_book_may_end_with_a_picture(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 9, 9, 8, 2, 0, 0, 0)
    files = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": opf(["c.xhtml"]),
        "OPS/c.xhtml": page(f"<h1>One</h1>{prose()}<p><img src='end.png'/></p>"),
        "OPS/end.png": b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head)),
    }

    book = read(kept(tmp_path, zipped(files)))

    assert (book.blocks[-1].kind, book.blocks[-1].end) == (BlockKind.FIGURE, len(book.text))
    assert files["OPS/c.xhtml"][book.sources[-1].offset :].startswith("<img")


def test_a_package_with_entities_of_its_own_is_read_without_them(tmp_path: Path) -> None:
    package = LAUGHS + opf(["c.xhtml"]).partition("?>")[2].replace("A Journey", "A Journey &a11;")
    files = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package, "OPS/c.xhtml": chapter("Chapter 1")}

    book = read(kept(tmp_path, zipped(files)))

    assert book.title == "A Journey"


@pytest.mark.parametrize("forks", [True, False])
def test_a_quick_look_finds_the_same_words_and_chapters(forks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_may_fork", lambda: forks)
    path = kept(tmp_path, epub({"a.xhtml": chapter("Chapter 1"), "b.xhtml": chapter("Chapter 2")}))
    whole = read(path)

    said = words(path)

    assert (said["title"], said["authors"], said["text"], said["warnings"]) == (whole.title, whole.authors, whole.text, whole.warnings)
    assert [Chapter(*one) for one in said["chapters"]] == list(whole.chapters)


def test_what_lies_about_its_chapters_is_refused() -> None:
    laid = lay(registry.reader("text")(b"Chapter 1\n\n" + b"A long walk. " * 99, "walk.txt"), whole=False)
    laid["chapters"][0][6] += 1_000_000

    with pytest.raises(Refused, match="safely"):
        wire.words(b"".join(wire.pack(laid)))


@pytest.mark.parametrize("lie", [{"end": 1_000_000}, {"start": 500_000}, {"kind": 99}, {"count": 7}, {"count": -1}, {"shown": 5}])
def test_what_lies_about_its_blocks_is_refused(lie: dict[str, int]) -> None:
    laid = lay(registry.reader("text")(b"Chapter 1\n\n" + b"A long walk. " * 99, "walk.txt"))
    laid["blocks"][1][2] = lie.get("end", laid["blocks"][1][2])
    laid["blocks"][1][1] = lie.get("start", laid["blocks"][1][1])
    chunks = wire.pack(laid)
    body = json.loads(chunks[1]) | {key: value for key, value in lie.items() if key == "count"}
    body["shown"] = [[lie["shown"], "x"]] if "shown" in lie else []
    chunks[1] = json.dumps(body).encode()
    chunks[0] = len(chunks[1]).to_bytes(4, "big")
    chunks[3] = array("I", [lie["kind"]] * laid["count"]).tobytes() if "kind" in lie else chunks[3]

    with pytest.raises(Refused, match="safely"):
        wire.unpack(b"".join(chunks))


def test_the_plain_words_of_the_child_are_the_kinds_of_the_house() -> None:
    plain = {value for name, value in vars(kinds).items() if name.isupper() and isinstance(value, str)}

    assert plain == {*BlockKind, *ChapterKind}
    assert set(kinds.BLOCKS) == {*BlockKind}
