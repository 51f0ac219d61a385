"""Real books beside the checkout: chapters as a person told them, the same words in every format, odd files survived."""

import random
from pathlib import Path

from litink_app.bench import hostile
from litink_app.bench import read as bench
from litink_app.errors import Refused
from litink_app.readers import read
from litink_app.schemas.book import BlockKind


def test_chapters_are_those_that_a_person_found(corpus: Path) -> None:
    found = bench.chapters()

    assert found["wrong"] == []


def test_every_format_has_the_same_words(corpus: Path) -> None:
    found = bench.same_words()

    assert found["html"] >= 0.995 and found["epub"] >= 0.995
    assert found["pdf"] >= 0.98


def test_every_format_has_the_same_chapters(corpus: Path) -> None:
    books = [read(corpus / f"books/alice.{ending}") for ending in ("txt", "html", "pdf")]

    titles = [[one.title.replace("’", "'") for one in book.chapters if one.kind == "body"] for book in books]
    assert titles[0] == titles[1] == titles[2]
    assert titles[0][:2] == ["Down the Rabbit-Hole", "The Pool of Tears"]


def test_odd_and_broken_files_are_read_or_refused_in_words(corpus: Path, tmp_path: Path) -> None:
    files = random.Random(20).sample(sorted((corpus / "pdfs").glob("*.pdf")), 25)
    for seed in range(25):
        dice = random.Random(seed)
        source = dice.choice([*files, corpus / "epub3-samples/wasteland.epub", corpus / "epub3-samples/georgia-cfi.epub"])
        files.append(tmp_path / f"{seed}-{source.name.removeprefix(f'{seed}-')[-40:]}")
        files[-1].write_bytes(hostile.mutated(source.read_bytes(), dice))

    for path in files:
        try:
            assert read(path).text is not None
        except Refused as refusal:
            assert refusal.message.endswith(".")


def test_unusual_epubs_keep_their_language_direction_and_pictures(corpus: Path) -> None:
    arabic, japanese = (
        read(corpus / f"epub3-samples/{name}.epub") for name in ("regime-anticancer-arabic", "kusamakura-japanese-vertical-writing")
    )
    comic = read(corpus / "epub3-samples/page-blanche.epub")

    assert arabic.direction == "rtl" and arabic.cover is not None
    assert [one.number for one in japanese.chapters if one.kind == "body"] == list(range(1, 14))
    assert len(comic.figures) == 9 and "no text" in comic.warnings[-1]
    assert {one.kind for one in comic.blocks} == {BlockKind.FIGURE}
