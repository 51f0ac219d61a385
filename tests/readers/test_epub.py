"""EPUB: the known traps of chapters, contents and packages."""

import pytest

from litink_app.errors import Refused
from litink_app.schemas.book import BlockKind, Book
from tests.readers.made import CONTAINER, chapter, epub, inside, opf, page, prose, zipped


def read(data: bytes) -> Book:
    return inside(data, "book.epub")


def told(book: Book) -> list[tuple[str, int | None, str]]:
    return [(one.kind.value, one.number, one.title) for one in book.chapters]


def test_chapters_come_from_the_contents_and_front_matter_is_not_counted() -> None:
    pages = {
        "title.xhtml": page("<h1>A Journey</h1><p>by A. Writer</p>", attributes='epub:type="frontmatter"'),
        "preface.xhtml": chapter("Preface", 120),
        "c1.xhtml": chapter("Chapter 1"),
        "c2.xhtml": chapter("Chapter 2"),
        "notes.xhtml": chapter("Notes", 100),
    }
    contents = "".join(
        f'<li><a href="{name}">{label}</a></li>'
        for name, label in zip(pages, ("Title Page", "Preface", "Chapter 1", "Chapter 2", "Notes"), strict=True)
    )

    book = read(epub(pages, contents))

    assert told(book) == [
        ("front", None, "Title Page"),
        ("front", None, "Preface"),
        ("body", 1, "Chapter 1"),
        ("body", 2, "Chapter 2"),
        ("back", None, "Notes"),
    ]


def test_several_chapters_in_one_file_are_told_apart_though_the_contents_name_only_the_file() -> None:
    pages = {
        f"f{part}.xhtml": page("".join(f"<h2>Chapter {n}</h2>{prose(200)}" for n in range(part * 3 + 1, part * 3 + 4))) for part in range(2)
    }

    book = read(epub(pages, '<li><a href="f0.xhtml">First half</a></li><li><a href="f1.xhtml">Second half</a></li>'))

    assert [one.number for one in book.chapters] == [1, 2, 3, 4, 5, 6]


def test_several_chapters_in_one_file_are_cut_at_the_anchors() -> None:
    body = "".join(f'<h2 id="c{n}">The {name}</h2>{prose(200)}' for n, name in enumerate(("Road", "River", "Sea")))
    contents = "".join(f'<li><a href="all.xhtml#c{n}">The {name}</a></li>' for n, name in enumerate(("Road", "River", "Sea")))

    book = read(epub({"all.xhtml": page(body)}, contents))

    assert told(book) == [("body", None, "The Road"), ("body", None, "The River"), ("body", None, "The Sea")]
    assert all(book.text[one.start :].startswith(one.title) for one in book.chapters)


def test_one_chapter_may_run_over_several_files() -> None:
    pages = {"a.xhtml": chapter("Chapter 1"), "a2.xhtml": page(prose(300)), "a3.xhtml": page(prose(300)), "b.xhtml": chapter("Chapter 2")}

    book = read(epub(pages, '<li><a href="a.xhtml">Chapter 1</a></li><li><a href="b.xhtml">Chapter 2</a></li>'))

    assert [one.number for one in book.chapters] == [1, 2]
    assert len(book.text[book.chapters[0].start : book.chapters[0].end].split()) > 600


def test_parts_stand_above_chapters_and_numbers_may_begin_again() -> None:
    pages = {f"{part}{n}.xhtml": chapter(f"Chapter {n}") for part in "ab" for n in (1, 2)}
    pages = (
        {"pa.xhtml": page("<h1>Part One: The Land</h1>")}
        | dict(list(pages.items())[:2])
        | {"pb.xhtml": page("<h1>Part Two: The Sea</h1>")}
        | dict(list(pages.items())[2:])
    )
    contents = "".join(
        f'<li><a href="p{part}.xhtml">{label}</a><ol>'
        + "".join(f'<li><a href="{part}{n}.xhtml">Chapter {n}</a></li>' for n in (1, 2))
        + "</ol></li>"
        for part, label in (("a", "Part One: The Land"), ("b", "Part Two: The Sea"))
    )

    listed, unlisted = read(epub(pages, contents)), read(epub(pages))

    for book in (listed, unlisted):
        assert [(one.number, one.part) for one in book.chapters] == [
            (n, part) for part in ("Part One: The Land", "Part Two: The Sea") for n in (1, 2)
        ]


def test_sub_sections_in_the_contents_do_not_cut_chapters() -> None:
    pages = {
        f"c{n}.xhtml": page(
            f"<h1>Chapter {n}: Cells</h1><p>Intro.</p>" + "".join(f'<h2 id="s{s}">Topic {s}</h2>{prose(200)}' for s in range(3))
        )
        for n in (1, 2)
    }
    contents = "".join(
        f'<li><a href="c{n}.xhtml">Chapter {n}: Cells</a><ol>'
        + "".join(f'<li><a href="c{n}.xhtml#s{s}">Topic {s}</a></li>' for s in range(3))
        + "</ol></li>"
        for n in (1, 2)
    )

    book = read(epub(pages, contents))

    assert told(book) == [("body", 1, "Cells"), ("body", 2, "Cells")]


def test_etymology_and_extracts_are_front_matter() -> None:
    pages = {
        "e.xhtml": chapter("ETYMOLOGY", 150),
        "x.xhtml": chapter("EXTRACTS", 600),
        "1.xhtml": chapter("CHAPTER 1. Loomings"),
        "2.xhtml": chapter("CHAPTER 2. The Carpet-Bag"),
        "z.xhtml": chapter("Epilogue"),
    }

    book = read(epub(pages))

    assert told(book) == [
        ("front", None, "ETYMOLOGY"),
        ("front", None, "EXTRACTS"),
        ("body", 1, "Loomings"),
        ("body", 2, "The Carpet-Bag"),
        ("body", None, "Epilogue"),
    ]


def test_a_prologue_belongs_to_the_story() -> None:
    pages = {"p.xhtml": chapter("Prologue"), "1.xhtml": chapter("One"), "2.xhtml": chapter("Two"), "3.xhtml": chapter("Three")}

    book = read(epub(pages))

    assert told(book) == [("body", None, "Prologue"), ("body", 1, "One"), ("body", 2, "Two"), ("body", 3, "Three")]


def test_spine_entries_that_name_no_item_are_found_by_file_name() -> None:
    pages = {"c1.xhtml": chapter("Chapter 1"), "c2.xhtml": chapter("Chapter 2")}

    by_name = read(epub(pages, spine=["c1", "c2.xhtml"]))
    no_spine = read(epub(pages, spine=["nothing", "of", "this"]))

    assert [one.number for one in by_name.chapters] == [1, 2]
    assert [one.number for one in no_spine.chapters] == [1, 2]


def test_paths_may_be_escaped_and_differ_in_case() -> None:
    files = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": opf(["Chapter%201.xhtml", "CHAPTER%202.XHTML"]),
        "OPS/Chapter 1.xhtml": chapter("Chapter 1"),
        "OPS/chapter 2.xhtml": chapter("Chapter 2"),
    }

    book = read(zipped(files))

    assert [one.number for one in book.chapters] == [1, 2]


def test_the_ncx_serves_where_there_is_no_nav() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
        + "".join(
            f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{name}"/></navPoint>'
            for name, label in (("a.xhtml", "The Road"), ("b.xhtml", "The Sea"))
        )
        + "</navMap></ncx>"
    )
    extra = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    files = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": opf(["a.xhtml", "b.xhtml"], extra=extra, toc='toc="ncx"'),
        "OPS/toc.ncx": ncx,
        "OPS/a.xhtml": page(prose(300)),
        "OPS/b.xhtml": page(prose(300)),
    }

    book = read(zipped(files))

    assert told(book) == [("body", None, "The Road"), ("body", None, "The Sea")]


def test_a_book_without_contents_and_headings_is_cut_by_files() -> None:
    book = read(epub({f"f{n}.xhtml": page(prose(300)) for n in range(3)}))

    assert len(book.chapters) == 3
    assert all(one.confidence < 0.5 for one in book.chapters)


def test_headings_without_heading_elements_are_seen() -> None:
    pages = {
        f"c{n}.xhtml": page(f'<p class="num">CHAPTER {roman}</p><p class="title">The {name}</p>{prose(220)}')
        for n, (roman, name) in enumerate((("I", "Road"), ("II", "River"), ("III", "Sea")))
    }

    book = read(epub(pages))

    assert told(book) == [("body", 1, "The Road"), ("body", 2, "The River"), ("body", 3, "The Sea")]


def test_verse_notes_pictures_and_breaks_are_known() -> None:
    body = (
        f"<h2>Chapter 1</h2>{prose(100)}<div class='poem'><div class='stanza'><div class='line'>The sea is wide,</div><div class='line'>the ship is small.</div></div></div>"
        f"<hr/><blockquote epub:type='z3998:letter'><p>Dear friend,</p></blockquote><p>A word<a epub:type='noteref' href='#n'>1</a> more.</p>"
        f"<table><tr><td>one</td><td>two</td></tr></table><aside epub:type='footnote' id='n'><p>A note.</p></aside>{prose(100)}"
    )

    book = read(epub({"c.xhtml": page(body), "d.xhtml": chapter("Chapter 2")}))

    blocks = {book.text[one.start : one.end]: one.kind for one in book.blocks}
    assert blocks["The sea is wide,\nthe ship is small."] is BlockKind.VERSE
    assert blocks["Dear friend,"] is BlockKind.LETTER
    assert blocks["A word more."] is BlockKind.PARAGRAPH
    assert blocks["one\ttwo"] is BlockKind.TABLE
    assert blocks["A note."] is BlockKind.FOOTNOTE
    assert BlockKind.SCENE_BREAK in {one.kind for one in book.blocks}


def test_every_source_points_back_to_the_file_and_place() -> None:
    pages = {"c1.xhtml": chapter("Chapter 1").replace("<p>", "<p>&nbsp;é ", 1), "c2.xhtml": chapter("Chapter 2")}

    book = read(epub(pages))

    for source in book.sources:
        words = book.text[source.start : source.end].split()[0]
        assert words in pages[source.file.removeprefix("OPS/")].encode()[source.offset : source.offset + 60].decode("utf-8", "ignore")


def test_signs_that_only_guide_line_breaks_are_dropped() -> None:
    body = f"<h2>Chapter 1</h2><p>The obser\u00adver\u2060—excel\u200blent.</p>{prose()}"

    book = read(epub({"c1.xhtml": page(body), "c2.xhtml": chapter("Chapter 2")}))

    assert "The observer—excellent." in book.text


def test_markup_that_is_not_well_formed_is_read_all_the_same() -> None:
    broken = "<html><body><h2>Chapter 1</h2><p>An open paragraph<p>and another & more" + prose(200)

    book = read(epub({"c1.xhtml": broken, "c2.xhtml": chapter("Chapter 2")}))

    assert [one.number for one in book.chapters] == [1, 2]
    assert "and another & more" in book.text


def test_a_cut_off_file_gives_what_is_there_and_says_so() -> None:
    whole = epub({f"c{n}.xhtml": chapter(f"Chapter {n}", 300 + n) for n in range(1, 6)})

    book = read(whole[: int(len(whole) * 0.75)])

    assert 1 <= len(book.chapters) < 5
    assert any("missing" in warning for warning in book.warnings)


def test_protected_books_are_refused_helpfully_and_scrambled_fonts_do_not_matter() -> None:
    def locked(algorithm: str) -> bytes:
        encryption = f'<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'
        files = {
            "META-INF/container.xml": CONTAINER,
            "META-INF/encryption.xml": encryption,
            "OPS/book.opf": opf(["c.xhtml"]),
            "OPS/c.xhtml": chapter("Chapter 1"),
        }
        return zipped(files)

    with pytest.raises(Refused, match="DRM"):
        read(locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert read(locked("http://www.idpf.org/2008/embedding")).chapters


@pytest.mark.parametrize(
    ("tag", "kept"),
    [("pt-BR", "pt-BR"), ("EN_us", "EN-us"), ("x" * 10_000, "en"), ("&#x202e;fr", "en"), ("en; drop table", "en"), ("../../x", "en")],
)
def test_what_is_no_tag_of_a_language_is_not_kept_and_the_language_is_told_by_the_words(tag: str, kept: str) -> None:
    files = ["OPS/1.xhtml"]
    described = opf(["1.xhtml"]).replace("<dc:language>en<", f"<dc:language>{tag}<")
    data = zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": described, files[0]: chapter("The road that was in the hills")})

    assert read(data).language == kept
