"""Mouths against an independent judge: Rhubarb hears the same sound and says when lips are shut; word onsets against Whisper's.

Rhubarb's shapes A and X are lips shut, all others are not; ours are "closed" and "rest".
"""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from litink_app.bench.voices import onsets, prose, read_aloud
from litink_app.schemas.sound import Speech
from litink_app.studio.mouths import mouth_track
from litink_app.studio.weights import weights

SENTENCES = 24
FPS = 25
_SHUT = {"A", "X"}


def run() -> dict[str, Any]:
    """Agreement of open and shut, frame by frame, and of word onsets."""
    with tempfile.TemporaryDirectory(prefix="litink-bench-") as folder:
        readings = list(read_aloud(prose(SENTENCES, seed=21), Path(folder)))
        return {**mouths([(one.text, one.speech) for one in readings]), **onsets(readings)}


def mouths(spoken: Sequence[tuple[str, Speech]]) -> dict[str, Any]:
    """The share of frames at which both say open or both say shut, and what would be reached by always saying open."""
    same = frames = shut = 0
    for text, speech in spoken:
        count = int(speech.seconds * FPS)
        ours = [shape in {"closed", "rest"} for shape in mouth_track(speech.phonemes, FPS, count)]
        theirs = judged(text, speech, count)
        same += sum(a == b for a, b in zip(ours, theirs, strict=True))
        frames += count
        shut += sum(theirs)
    return {"frames": frames, "mouth_agreement": round(same / frames, 4), "always_open": round(1 - shut / frames, 4)}


def judged(text: str, speech: Speech, count: int) -> list[bool]:
    """Whether Rhubarb sees shut lips, per frame."""
    program = weights("rhubarb") / "rhubarb"
    program.chmod(0o755)
    words = speech.path.with_suffix(".txt")
    words.write_text(text, encoding="utf-8")
    command = [str(program), "--exportFormat", "json", "--quiet", "--threads", "1", "--dialogFile", str(words), str(speech.path)]
    answer = subprocess.run(command, capture_output=True, check=True, timeout=300)
    cues = json.loads(answer.stdout)["mouthCues"]
    moments = [(number + 0.5) / FPS for number in range(count)]
    return [next((cue["value"] in _SHUT for cue in cues if cue["start"] <= at < cue["end"]), True) for at in moments]
