"""The film's music: in tune with itself, turning with the scenes, as long as the film."""

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from litink_app.schemas.picture import MOODS as FILM_MOODS
from litink_app.schemas.script import LineKind, Script, ScriptLine, ScriptScene, ScriptStyle, Setting
from litink_app.studio import wav
from litink_app.studio.score import Cue, compose
from litink_app.studio.score.arrangement import LEAST, arranged, passages
from litink_app.studio.score.harmony import MOODS, chord, led, pitch, theme
from litink_app.studio.screenwriter.leads import leads

CUES = [
    Cue(start, start + 5.0, mood, tension, kit)
    for start, mood, tension, kit in (
        (3.0, "calm", 0.2, "meadow"),
        (8.0, "calm", 0.3, "garden"),
        (13.0, "tense", 0.9, "cave"),
        (18.0, "tense", 0.8, "castle"),
        (23.0, "sad", 0.3, "bedroom"),
        (28.0, "sad", 0.2, "library"),
    )
]


def test_every_mood_of_a_film_has_music() -> None:
    assert set(FILM_MOODS) == set(MOODS)


def test_passages_tile_the_film_and_turn_where_scenes_turn() -> None:
    found = passages(CUES, 36.0)

    assert [one.mood for one in found] == ["calm", "tense", "sad"]
    assert found[0].start == 0
    assert found[-1].end == 36.0
    assert all(a.end == b.start for a, b in itertools.pairwise(found))
    assert {one.start for one in found[1:]} <= {cue.start for cue in CUES}


def test_moods_that_flicker_are_gathered() -> None:
    flicker = [Cue(n * 2.0, n * 2.0 + 2, ("calm", "tense")[n % 2]) for n in range(12)]

    assert all(one.end - one.start >= LEAST for one in passages(flicker, 24.0))


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_the_notes_of_a_mood_stay_in_one_collection(mood: str) -> None:
    notes = [one for one in arranged([Cue(0, 30, mood, 0.5)], 30.0, 1) if one.instrument not in {"drum", "shaker"}]
    classes = {one.midi % 12 for one in notes}

    assert any(classes <= {pitch(step, tonic) % 12 for step in range(7)} for tonic in range(12))
    assert len(notes) > 30


def test_parts_of_a_chord_move_little_and_keep_their_distance() -> None:
    before: tuple[int, ...] = ()
    for root in (0, 5, 3, 4, 1, 2, 6, 0):
        voices = led(chord(root, ninths=False), 60, before)
        assert all(b - a >= 2 for a, b in itertools.pairwise(voices))
        if before:
            assert sum(abs(a - b) for a, b in zip(voices, before, strict=True)) <= 16
        before = voices


def test_a_character_keeps_the_same_theme_and_others_have_their_own() -> None:
    assert theme("alice") == theme("alice")
    assert len({theme(name) for name in ("alice", "hatter", "queen", "rabbit", "duchess")}) == 5
    assert all(note.step % 7 in {0, 2, 4} for note in theme("alice") if note.beat % 2 == 0)


def test_who_a_scene_belongs_to_is_heard_in_it() -> None:
    cues = [Cue(n * 12.0, n * 12.0 + 12, "calm", 0.2, "meadow", who) for n, who in enumerate(("alice", "hatter"))]
    alone = [replace(cue, theme="alice") for cue in cues]

    heard, same = ([one for one in arranged(order, 24.0, 3) if one.instrument == "flute"] for order in (cues, alone))

    early, late = ([[one for one in notes if (one.start >= 12) == later] for notes in (heard, same)] for later in (False, True))
    assert early[0] == early[1] != []
    assert late[0] != late[1] and late[0]


def test_a_scene_belongs_to_the_one_of_the_main_characters_who_says_most() -> None:
    def scene(number: int, present: tuple[str, ...], *said: tuple[str, int]) -> ScriptScene:
        lines = tuple(ScriptLine(f"{number}.{n}", LineKind.DIALOGUE, who, "word " * count, 0, 1) for n, (who, count) in enumerate(said))
        return ScriptScene(number, "", Setting("", "meadow"), present, (), lines, 8.0, 0, 1)

    scenes = (
        scene(1, ("alice", "dodo"), ("alice", 5)),
        scene(2, ("alice", "hatter"), ("alice", 9), ("hatter", 20)),
        scene(3, ("hatter", "hare"), ("hare", 30)),
        scene(4, ("dodo",), ("dodo", 2)),
        scene(5, ()),
    )

    assert leads(Script("", "", ScriptStyle.CINEMATIC, 40, scenes)) == {1: "alice", 2: "hatter", 3: "hare", 4: "", 5: ""}


def test_tension_beats_a_drum_and_calm_does_not() -> None:
    drums = [one.start for one in arranged(CUES, 36.0, 4) if one.instrument == "drum"]

    assert drums
    assert all(12.5 < start < 23.5 for start in drums)


def test_the_music_is_as_long_as_the_film_clean_and_wide(tmp_path: Path) -> None:
    samples, rate = wav.read(compose(CUES, 36.04, 4, tmp_path))

    assert rate == 48_000
    assert samples.shape == (round(36.04 * rate), 2)
    assert np.abs(samples).max() < 0.75
    assert np.abs(samples.mean(0)).max() < 1e-3
    assert -29 < wav.decibels(float(samples.std())) < -22
    assert -0.2 < np.corrcoef(samples.T)[0, 1] < 0.9
    assert np.abs(samples[:100]).max() < 0.001
    assert np.abs(samples[-100:]).max() < 0.001


def test_there_is_no_hole_and_no_click_where_passages_meet(tmp_path: Path) -> None:
    samples, rate = wav.read(compose(CUES, 36.0, 4, tmp_path))
    level = np.sqrt((samples[: 33 * rate].reshape(-1, rate // 4, 2) ** 2).mean((1, 2)))

    assert level[4:].min() > 0.01 * level.max()
    assert np.abs(np.diff(samples, axis=0)).max() < 0.2


def test_the_same_film_gives_the_same_music(tmp_path: Path) -> None:
    first, again, other = (compose(CUES[:2], 13.0, seed, tmp_path / str(n)) for n, seed in enumerate((1, 1, 2)))

    assert first.read_bytes() == again.read_bytes() != other.read_bytes()


def test_a_film_without_cues_and_a_very_short_one_have_music_too(tmp_path: Path) -> None:
    assert wav.read(compose([], 10.0, 1, tmp_path))[0].std() > 0.01
    assert wav.read(compose([Cue(0, 1.5, "sad")], 1.5, 1, tmp_path))[0].shape == (72_000, 2)
