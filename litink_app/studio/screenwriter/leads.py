"""Whose tune a scene has: leitmotifs for the few people that a film is about."""

from collections import Counter

from litink_app.schemas.script import LineKind, Script, ScriptScene

MAIN = 3
"""So many have tunes; more could not be told apart in a film."""

_SEEN = 12
"""To be in a scene counts like saying so many words."""


def leads(script: Script) -> dict[int, str]:
    """By number of the scene, which of the main characters it belongs to: who says most in it, else who is first in view; or ""."""
    weights = Counter[str]()
    for scene in script.scenes:
        weights += _weights(scene)
    main = {who for who, _ in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:MAIN]}
    return {scene.number: _lead(scene, main) for scene in script.scenes}


def _weights(scene: ScriptScene) -> Counter[str]:
    said = Counter(dict.fromkeys(scene.present, _SEEN))
    for line in scene.lines:
        if line.kind is LineKind.DIALOGUE and line.speaker:
            said[line.speaker] += len(line.text.split())
    return said


def _lead(scene: ScriptScene, main: set[str]) -> str:
    weights = _weights(scene)
    order = [*scene.present, *(line.speaker for line in scene.lines if line.speaker)]
    return max((who for who in dict.fromkeys(order) if who in main), key=lambda who: weights[who], default="")
