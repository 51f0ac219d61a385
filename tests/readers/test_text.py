"""Plain text: encodings, Gutenberg frames, and headings of every make."""

import pytest

from litink_app.errors import Refused
from litink_app.schemas.book import BlockKind, Book, Chapter
from tests.readers.made import inside

PROSE = "\n\n".join(
    f"It was the {n}th day on the road, and the walkers had long stopped counting the hills that they had\nclimbed, for each of them looked like the one before."
    for n in range(24)
)


def read(data: str | bytes, name: str = "book.txt") -> Book:
    return inside(data.encode() if isinstance(data, str) else data, name)


def told(book: Book) -> list[tuple[str, int | None, str]]:
    return [(one.kind.value, one.number, one.title) for one in book.chapters]


def of(*headings: str, before: str = "") -> str:
    return before + "".join(f"\n\n\n{heading}\n\n\n{PROSE}" for heading in headings)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("CHAPTER I", "CHAPTER II", "CHAPTER III"), [(1, "CHAPTER I"), (2, "CHAPTER II"), (3, "CHAPTER III")]),
        (("Chapter 1. The Road", "Chapter 2. The Sea"), [(1, "The Road"), (2, "The Sea")]),
        (("CHAPTER THE FIRST\n\nThe Road", "CHAPTER THE SECOND\n\nThe Sea"), [(1, "The Road"), (2, "The Sea")]),
        (("I", "II", "III"), [(1, "I"), (2, "II"), (3, "III")]),
        (("I.—THE ROAD", "II.—THE SEA"), [(1, "THE ROAD"), (2, "THE SEA")]),
        (("1", "2", "3"), [(1, "1"), (2, "2"), (3, "3")]),
        (("One", "Two", "Three"), [(1, "One"), (2, "Two"), (3, "Three")]),
        (("STAVE ONE\n\nMARLEY'S GHOST", "STAVE TWO\n\nTHE FIRST"), [(1, "MARLEY'S GHOST"), (2, "THE FIRST")]),
        (("LETTER I", "LETTER II", "LETTER III"), [(1, "LETTER I"), (2, "LETTER II"), (3, "LETTER III")]),
        (("Chapter Twenty-One", "Chapter Twenty-Two"), [(21, "Chapter Twenty-One"), (22, "Chapter Twenty-Two")]),
        (("第一章　山路", "第二章　海"), [(1, "山路"), (2, "海")]),
        (("第１章", "第２章"), [(1, "第１章"), (2, "第２章")]),
        (("ＣＨＡＰＴＥＲ　１", "ＣＨＡＰＴＥＲ　２"), [(1, "ＣＨＡＰＴＥＲ １"), (2, "ＣＨＡＰＴＥＲ ２")]),
        (("Chapitre premier", "Chapitre II"), [(1, "Chapitre premier"), (2, "Chapitre II")]),
        (("Erstes Kapitel", "Zweites Kapitel"), [(1, "Erstes Kapitel"), (2, "Zweites Kapitel")]),
        (("_CHAPTER I._", "_CHAPTER II._"), [(1, "CHAPTER I"), (2, "CHAPTER II")]),
        (("[ 1 ]", "[ 2 ]", "[ 3 ]"), [(1, "[ 1 ]"), (2, "[ 2 ]"), (3, "[ 3 ]")]),
        (
            ("CHAPTER I\nIN WHICH THE ROAD BEGINS", "CHAPTER II\nIN WHICH IT ENDS"),
            [(1, "IN WHICH THE ROAD BEGINS"), (2, "IN WHICH IT ENDS")],
        ),
        (("THE SISTERS", "AN ENCOUNTER", "ARABY"), [(None, "THE SISTERS"), (None, "AN ENCOUNTER"), (None, "ARABY")]),
    ],
)
def test_headings_of_every_make(headings: tuple[str, ...], expected: list[tuple[int | None, str]]) -> None:
    book = read(of(*headings))

    assert [(one.number, one.title) for one in book.chapters if one.kind == "body"] == expected


def test_parts_above_chapters_are_named_and_bare_numbers_inside_them_are_chapters() -> None:
    book = read(of("PART I. The Land\n\n\nI", "II", "PART II. The Sea\n\n\nI", "II"))

    assert [(one.number, one.part) for one in book.chapters] == [
        (1, "PART I. The Land"),
        (2, "PART I. The Land"),
        (1, "PART II. The Sea"),
        (2, "PART II. The Sea"),
    ]


def test_letters_before_the_first_chapter_are_read_like_chapters() -> None:
    book = read(of("Letter 1", "Letter 2", "Chapter 1", "Chapter 2", "Chapter 3"))

    assert [(one.kind.value, one.title) for one in book.chapters] == [
        ("body", title) for title in ("Letter 1", "Letter 2", "Chapter 1", "Chapter 2", "Chapter 3")
    ]


def test_a_lone_letter_does_not_hide_numbered_chapters() -> None:
    book = read(of("I", "II", "III", "IV").replace("third day", "third day\n\nLETTER 1\n\n", 1))

    assert [one.number for one in book.chapters] == [1, 2, 3, 4]


def test_acts_hold_scenes() -> None:
    book = read(of("ACT I\n\n\nSCENE I", "SCENE II", "ACT II\n\n\nSCENE I"))

    assert [(one.number, one.part) for one in book.chapters] == [(1, "ACT I"), (2, "ACT I"), (1, "ACT II")]


def test_roman_parts_over_arabic_chapters() -> None:
    book = read(of("— I —\n\n\n[ 1 ]", "[ 2 ]", "— II —\n\n\n[ 3 ]", "[ 4 ]").replace("road", "road " * 60))

    assert [(one.number, one.part) for one in book.chapters] == [(1, "I"), (2, "I"), (3, "II"), (4, "II")]


def test_an_untold_introduction_stands_by_its_own_heading() -> None:
    book = read(
        "THE SCARLET LETTER\n\n\nby A. Writer\n\n\n\nTHE CUSTOM-HOUSE\n\n\n" + PROSE + of("I. THE PRISON-DOOR", "II. THE MARKET-PLACE")
    )

    assert [one.title for one in book.chapters] == ["Title page", "THE CUSTOM-HOUSE", "THE PRISON-DOOR", "THE MARKET-PLACE"]


def test_contents_lines_may_say_more_than_the_titles() -> None:
    listing = (
        "THE TALES AND THE PERSONS\n\nHANDS, concerning Wing\n\nPAPER PILLS, concerning Doctor Reefy\n\nMOTHER, concerning Elizabeth\n\n\n"
    )

    book = read(of("HANDS", "PAPER PILLS", "MOTHER", before=f"CONTENTS\n\n{listing}"))

    assert [one.title for one in book.chapters if one.kind == "body"] == ["HANDS", "PAPER PILLS", "MOTHER"]


def test_an_epigraph_in_verse_is_no_title() -> None:
    verse = "\n\n    The sea is wide,\n    the ship is small."

    book = read(of(*(f"CHAPTER {roman}{verse}" for roman in ("I", "II", "III"))))

    assert [one.title for one in book.chapters] == ["CHAPTER I", "CHAPTER II", "CHAPTER III"]


def test_parts_alone_are_the_chapters() -> None:
    book = read(of("PART I", "PART II"))

    assert told(book) == [("body", 1, "PART I"), ("body", 2, "PART II")]


def test_sub_sections_of_one_story_are_no_chapters() -> None:
    text = of("ADVENTURE I. A SCANDAL IN BOHEMIA\n\nI.") + of(
        "II.", "III.", "ADVENTURE II. THE LEAGUE", "ADVENTURE III. IDENTITY", "IV. THE VALLEY MYSTERY"
    )

    book = read(text)

    assert [(one.number, one.title) for one in book.chapters] == [
        (1, "A SCANDAL IN BOHEMIA"),
        (2, "THE LEAGUE"),
        (3, "IDENTITY"),
        (4, "THE VALLEY MYSTERY"),
    ]


@pytest.mark.parametrize(
    "listing",
    [
        "CHAPTER I. The Road\nCHAPTER II. The Sea\nCHAPTER III. The End",
        "CHAPTER I. The Road\n\nCHAPTER II. The Sea\n\nCHAPTER III. The End",
    ],
)
@pytest.mark.parametrize("title", ["CONTENTS\n\n", ""])
def test_a_contents_page_is_not_mistaken_for_chapters(listing: str, title: str) -> None:
    book = read(
        of(
            "CHAPTER I. The Road",
            "CHAPTER II. The Sea",
            "CHAPTER III. The End",
            before=f"A JOURNEY\n\nby A. Writer\n\n\n\n{title}{listing}\n\n\n",
        )
    )

    assert [one for one in told(book) if one[0] == "body"] == [("body", 1, "The Road"), ("body", 2, "The Sea"), ("body", 3, "The End")]
    assert book.text[: book.chapters[-3].start].count("The Road") == 1


def test_titles_that_only_the_contents_page_names_are_found() -> None:
    listing = "Contents\n\n  The Sisters\n  An Encounter\n  Araby\n\n\n"

    book = read(of("The Sisters", "An Encounter", "Araby", before=listing))

    assert [one.title for one in book.chapters if one.kind == "body"] == ["The Sisters", "An Encounter", "Araby"]


def test_front_and_back_matter_are_labelled() -> None:
    book = read(of("PREFACE", "CHAPTER I", "CHAPTER II", "EPILOGUE", "APPENDIX", before="A JOURNEY\n\nby A. Writer"))

    assert [(one.kind.value, one.title) for one in book.chapters] == [
        ("front", "Title page"),
        ("front", "PREFACE"),
        ("body", "CHAPTER I"),
        ("body", "CHAPTER II"),
        ("body", "EPILOGUE"),
        ("back", "APPENDIX"),
    ]


def test_a_story_that_begins_before_its_first_number_is_not_front_matter() -> None:
    book = read("THE TURN\n\n\n" + PROSE + "\n\n" + PROSE + of("I", "II", "III"))

    assert [(one.kind.value, one.number) for one in book.chapters] == [("body", None), ("body", 1), ("body", 2), ("body", 3)]


def test_a_tale_without_any_heading_is_one_chapter() -> None:
    book = read(PROSE, "the-last-hill.txt")

    assert [(one.kind.value, one.number) for one in book.chapters] == [("body", None)]
    assert book.title == "The Last Hill"


def test_gutenbergs_frame_is_taken_off_and_kept_as_metadata() -> None:
    frame = (
        "The Project Gutenberg EBook of A Journey, by A. Writer\n\nThis eBook is for the use of anyone.\n\nTitle: A Journey\n\nAuthor: A. Writer\n\n"
        "Language: English\n\n*** START OF THIS PROJECT GUTENBERG EBOOK A JOURNEY ***\n\n\nProduced by Some One and\nanother\n\n\n"
    )
    end = "\n\n\nEnd of the Project Gutenberg EBook of A Journey, by A. Writer\n\n*** END OF THIS PROJECT GUTENBERG EBOOK A JOURNEY ***\n\nLicence words."

    book = read(frame + of("CHAPTER I", "CHAPTER II") + end)

    assert (book.title, book.authors, book.language) == ("A Journey", ("A. Writer",), "en")
    assert "Gutenberg" not in book.text and "Produced" not in book.text
    assert "Licence words." in book.metadata["licence"] and "anyone" in book.metadata["header"]
    assert book.metadata["credits"].startswith("Produced by")


CHINESE = (
    "第一章　山路\n\n"
    + "他一路上不说话，只是看着山下的人家，心里想着明天的事情。\n\n" * 40
    + "第二章　大海\n\n"
    + "到了海边，他们都在那里等着他，大家说起过去的时候。\n\n" * 40
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_chinese_in_any_encoding_is_the_same_book(encoding: str) -> None:
    book = read(CHINESE.encode(encoding))

    assert [(one.number, one.title) for one in book.chapters] == [(1, "山路"), (2, "大海")]
    assert "他一路上不说话" in book.text
    assert book.language == "zh"


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp"])
def test_japanese_encodings_are_told_apart(encoding: str) -> None:
    text = "第一章\n\n" + "山路を登りながら、こう考えた。智に働けば角が立つ。\n\n" * 50

    assert "山路を登りながら" in read(text.encode(encoding)).text


def test_western_letters_survive_old_encodings() -> None:
    text = of("CHAPTER I", "CHAPTER II").replace("the road", "the café’s “naïve” road")

    book = read(text.encode("cp1252"))

    assert "café’s “naïve” road" in book.text
    assert book.warnings == ()


def test_russian_in_windows_1251_is_read() -> None:
    text = "Глава 1\n\n" + "Он долго шёл по дороге и не говорил ни слова, потому что думал о море.\n\n" * 60

    assert "Он долго шёл" in read(text.encode("cp1251")).text


def test_garbled_letters_are_put_right_and_said() -> None:
    text = PROSE.replace("the road", "the road’s “end”")

    book = read(text.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode())

    assert "road’s" in book.text
    assert book.warnings


def test_a_text_cut_off_in_a_character_says_so() -> None:
    book = read((of("CHAPTER I", "CHAPTER II") + " café").encode()[:-1])

    assert [one.number for one in book.chapters] == [1, 2]
    assert "cut off" in book.warnings[0]


def test_verse_letters_breaks_and_emphasis_are_known() -> None:
    text = (
        of("CHAPTER I")
        + "\n\n    The sea is wide,\n    The ship is small,\n    The wind is cold.\n\n* * * * *\n\n[Illustration: The ship]\n\nIt was _very_ cold.\n\n"
        + of("CHAPTER II")
    )

    book = read(text)

    blocks = {book.text[one.start : one.end]: one.kind for one in book.blocks if one.end > one.start}
    assert blocks["The sea is wide,\nThe ship is small,\nThe wind is cold."] is BlockKind.VERSE
    assert blocks["* * * * *"] is BlockKind.SCENE_BREAK
    assert blocks["The ship"] is BlockKind.CAPTION
    assert "It was very cold." in blocks


def test_a_letter_in_a_story_is_known_from_greeting_to_name() -> None:
    letter = "My dear Jane,\n\nI write in haste. The road is closed.\n\nYour affectionate brother,\n\nJOHN REED\n\n"

    book = read(of("CHAPTER I") + f"\n\n{letter}She read it twice.\n\n“My dear friend,” said he, “it is late.”" + of("CHAPTER II"))

    letters = [book.text[one.start : one.end] for one in book.blocks if one.kind is BlockKind.LETTER]
    assert letters == ["My dear Jane,", "I write in haste. The road is closed.", "Your affectionate brother,", "JOHN REED"]


def test_paragraphs_without_blank_lines_between_are_told_by_indent_or_by_line() -> None:
    line = "It was a long road and they walked it slowly, for nobody had told them when it would come to its end at last."
    by_line = "\n".join(line for _ in range(60))
    by_indent = "\n".join(f"    {line[:60]}\n{line[61:]}" for _ in range(60))

    assert len(read(by_line).blocks) == 60
    assert len(read(by_indent).blocks) == 60


def test_spans_are_exact() -> None:
    text = of("CHAPTER I", "CHAPTER II")

    book = read(text)

    def begins(chapter: Chapter) -> str:
        return book.text[chapter.start : chapter.start + 9]

    assert [begins(one) for one in book.chapters] == ["CHAPTER I", "CHAPTER I"]
    assert book.chapters[0].end + 2 == book.chapters[1].start
    assert all(text[source.offset :].startswith(book.text[source.start : source.start + 10]) for source in book.sources)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\0" * 5000, "empty"),
        (b"\x7fELF" + bytes(range(32)) * 100, "program"),
        (b"MZ" + bytes(range(32)) * 100, "program"),
        (b"PK\x05\x06" + b"\0" * 18, "archive"),
        (b"\xd0\xcf\x11\xe0" + b"\x01\x02" * 500, "Word"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 100, "picture"),
        (b"\x01\x02\x03" * 1000, "format"),
    ],
)
def test_what_is_no_book_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read(data, "book.epub")


def test_a_short_tale_in_one_piece_is_surely_that_and_a_long_one_may_have_lost_its_chapters() -> None:
    tale, book = read(f"The Road\n\n{PROSE}"), read(f"The Road\n\n{PROSE}" + f"\n\n{PROSE}" * 14)

    assert [one.confidence for one in tale.chapters] == [0.8]
    assert [one.confidence for one in book.chapters] == [0.5]
