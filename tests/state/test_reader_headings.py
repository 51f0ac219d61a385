from litink_app.schemas.views import ChapterText, Paragraph
from state.reader import _headed_once


def chapter(*paragraphs: tuple[str, str]) -> ChapterText:
    drawn = [Paragraph(kind, text, 1, 0, len(text)) for kind, text in paragraphs]
    return ChapterText("b", "Alice", "c", "Chapter 1", "Down the Rabbit-Hole", drawn, "", "", 0, 1)


def test_a_heading_that_repeats_the_title_of_the_page_is_not_shown_again() -> None:
    shown = _headed_once(chapter(("heading", "CHAPTER I. Down the Rabbit-Hole"), ("paragraph", "Alice was beginning")))

    assert [one.text for one in shown.paragraphs] == ["Alice was beginning"]


def test_other_headings_stay() -> None:
    shown = _headed_once(chapter(("heading", "The bank"), ("paragraph", "Alice was beginning"), ("heading", "Down the Rabbit-Hole")))

    assert [one.text for one in shown.paragraphs] == ["The bank", "Alice was beginning", "Down the Rabbit-Hole"]
