"""Music of one's own under a film: as long as the film, as loud as ours, without a gap where it begins again."""

from pathlib import Path

import numpy as np
import pytest

from litink_app.errors import Refused
from litink_app.media.bed import LUFS, laid, music_bed
from litink_app.media.mix import length, measure
from litink_app.media.pcm import RATE, blocks
from tests.media.material import lavfi, tone


@pytest.mark.parametrize("long", [3.0, 20.0], ids=["too short", "too long"])
async def test_a_piece_of_any_length_becomes_as_long_as_the_film_and_as_loud_as_ours(tmp_path: Path, long: float) -> None:
    piece = tone(tmp_path / "in.flac", long, volume=0.9)

    made = await music_bed(piece, 9.5, tmp_path)

    assert length(made) == pytest.approx(9.5, abs=1 / RATE)
    assert (await measure(made, folder=tmp_path)).integrated == pytest.approx(LUFS, abs=1.0)


async def test_a_piece_that_begins_again_leaves_no_silence(tmp_path: Path) -> None:
    piece = tone(tmp_path / "in.flac", 3.0)

    made = await music_bed(piece, 12.0, tmp_path)

    sound = np.concatenate([np.abs(block).max(0) for block in blocks(made)])
    heard = [sound[at : at + RATE // 10].max() for at in range(RATE, sound.size - RATE, RATE // 10)]
    assert min(heard) > 0.2 * max(heard)


def test_each_repetition_begins_within_the_film(tmp_path: Path) -> None:
    clips = laid(tmp_path / "x.flac", 4.0, 10.0, -3.0)

    assert [clip.start for clip in clips] == [0.0, 3.0, 6.0, 9.0]
    assert clips[0].fade_in == 0.0 and all(clip.fade_in == 1.0 for clip in clips[1:])


@pytest.mark.parametrize(("sound", "why"), [("anullsrc=d=4", "Nothing is heard"), ("sine=d=1", "2 seconds")])
async def test_silence_and_snippets_are_refused(tmp_path: Path, sound: str, why: str) -> None:
    piece = lavfi(sound, tmp_path / "in.flac")

    with pytest.raises(Refused, match=why):
        await music_bed(piece, 9.0, tmp_path)
