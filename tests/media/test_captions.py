"""Captions that can be read, and subtitle files that nothing in a book can break."""

import itertools
import subprocess
from pathlib import Path

import pytest

from litink_app.media.captions import captions_of, readable, two_lines
from litink_app.media.ffmpeg import program
from litink_app.media.subtitles import to_ass, to_srt, to_vtt
from litink_app.schemas.film import SpokenLine
from litink_app.schemas.script import LineKind, ScriptLine
from litink_app.schemas.shot import Caption
from litink_app.schemas.sound import Speech, Timed

ALICE = (
    "Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do: once or twice she had "
    "peeped into the book her sister was reading, but it had no pictures or conversations in it."
)
NASTY = [
    "It's {\\b1}bold{\\b0}, 100% <i>real</i> & 'quoted' \\N here: %{pts}",
    "a --> b\n\n2\n00:00:00,000 --> 00:00:09,000\nnot a cue",
    "שלום עולם \u202eevil\u202c",
    "नमस्ते दुनिया 🎈👩‍👩‍👧 e\u0301",
    "\x00\x1b[31mred",
]


def plain(text: str) -> str:
    """The letters that are seen."""
    for seen in ("\u2060", "\x00", "\x1b", "\\{{}", "{}"):
        text = text.replace(seen, "{" if seen == "\\{{}" else "")
    return "".join(text.replace("\\N", " ").replace("｛", "{").replace("｝", "}").split())


def spoken(text: str, start: float, seconds: float) -> SpokenLine:
    words = text.split()
    step = seconds / len(words)
    timed = tuple(Timed(w.lower(), n * step, (n + 1) * step) for n, w in enumerate(words))
    return SpokenLine("l1", Speech(Path("x.wav"), seconds, 24000, timed), start)


def line(text: str) -> ScriptLine:
    return ScriptLine("l1", LineKind.NARRATION, None, text, 0, len(text))


def test_a_long_line_is_cut_into_captions_of_two_lines_that_keep_every_word() -> None:
    captions = captions_of([line(ALICE)], [spoken(ALICE, 1.0, 12.0)])

    assert " ".join(c.text for c in captions).split() == ALICE.split()
    assert all(len(c.text.split("\n")) <= 2 for c in captions)
    assert all(len(row) <= 42 for c in captions for row in c.text.split("\n"))


def test_a_caption_appears_with_its_first_word_and_none_overlaps_the_next() -> None:
    captions = captions_of([line(ALICE)], [spoken(ALICE, 1.0, 12.0)])

    assert all(c.start == pytest.approx(c.words[0].start) for c in captions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(captions))


def test_a_caption_is_cut_at_the_sense_where_it_can_be() -> None:
    text = "She ran across the field after it, and was just in time. It popped down a large rabbit-hole under the hedge."

    captions = captions_of([line(text)], [spoken(text, 0, 6)])

    assert captions[0].text.endswith("time.")


def test_a_short_word_stays_long_enough_to_be_read() -> None:
    captions = readable([Caption("Oh!", 1.0, 1.2), Caption("Well?", 5.0, 5.2)])

    assert all(c.end - c.start >= 0.899 for c in captions)


def test_speaker_and_colour_come_along() -> None:
    said = ScriptLine("l1", LineKind.DIALOGUE, "alice", "Curiouser!", 0, 10)

    (caption,) = captions_of([said], [spoken("Curiouser!", 0, 1)], names={"alice": "Alice"}, colors={"alice": "#ff8800"})

    assert (caption.speaker, caption.color) == ("Alice", "#ff8800")


def test_ten_thousand_letters_without_a_space_are_wrapped() -> None:
    captions = readable([Caption("x" * 10_000, 0, 100)])

    assert all(len(row) <= 42 for c in captions for row in c.text.split("\n"))
    assert sum(c.text.count("x") for c in captions) == 10_000


def test_an_emoji_family_is_not_torn() -> None:
    captions = readable([Caption("👩‍👩‍👧" * 60, 0, 10)])

    assert all(row.startswith("👩") and row.endswith("👧") for c in captions for row in c.text.split("\n"))


def test_lines_are_not_torn_after_an_article() -> None:
    assert (
        not two_lines(["There", "was", "a", "table", "set", "out", "under", "a", "tree", "in", "front", "of", "the", "house"], 42)
        .split("\n")[0]
        .endswith(" the")
    )


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("kind", ["srt", "vtt", "ass"])
def test_what_a_book_says_stays_text(tmp_path: Path, text: str, kind: str) -> None:
    captions = [Caption(text, 0.5, 2.0, speaker="A, <b>{\\b1}"), Caption("after", 3.0, 4.0)]
    written = {"srt": to_srt(captions), "vtt": to_vtt(captions), "ass": to_ass(captions, 640, 360)}[kind]
    (tmp_path / f"in.{kind}").write_text(written, encoding="utf-8")

    subprocess.run([program(), "-v", "error", "-i", tmp_path / f"in.{kind}", "-f", "ass", tmp_path / "out.ass"], check=True)

    shown = [e.split(",", 9)[-1] for e in (tmp_path / "out.ass").read_text(encoding="utf-8").split("\n") if e.startswith("Dialogue")]
    assert len(shown) == 2
    assert plain(shown[0]) == plain(text)


def test_times_are_written_to_the_millisecond() -> None:
    captions = [Caption("x", 3661.0015, 3662.9995)]

    assert "01:01:01,002 --> 01:01:03,000" in to_srt(captions)
    assert "01:01:01.002 --> 01:01:03.000" in to_vtt(captions)


def test_karaoke_tells_when_each_word_is_said() -> None:
    captions = readable([Caption("Down the hole", 1, 2, words=(Timed("Down", 1, 1.4), Timed("the", 1.5, 1.6), Timed("hole", 1.6, 2)))])

    assert "<00:00:01.500>the" in to_vtt(captions, karaoke=True)
    assert "{\\k40}Down {\\k10}{\\k10}the" in to_ass(captions, 640, 360, karaoke=True)
