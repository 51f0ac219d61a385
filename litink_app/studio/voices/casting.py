"""Who gets which voice: by gender, age and kind, the most important first, everybody a voice of their own."""

from collections import Counter
from collections.abc import Mapping, Sequence

from litink_app.errors import Refused
from litink_app.schemas.language import unspoken
from litink_app.schemas.sound import VoiceInfo
from litink_app.schemas.understanding import Age, Being, Character, Gender
from litink_app.studio.voices.catalogue import timbre, voices
from litink_app.studio.voices.languages import LANGUAGES

_SMALL = frozenset(
    [
        "mouse",
        "rat",
        "bird",
        "sparrow",
        "canary",
        "robin",
        "wren",
        "squirrel",
        "mole",
        "hamster",
        "insect",
        "bee",
        "cricket",
        "fairy",
        "imp",
        "elf",
        "sprite",
        "lizard",
        "frog",
    ]
)
_LARGE = frozenset(
    [
        "giant",
        "ogre",
        "troll",
        "bear",
        "lion",
        "dragon",
        "bull",
        "elephant",
        "monster",
        "gryphon",
        "griffin",
        "whale",
        "wolf",
        "ox",
        "horse",
    ]
)
_PIPING = ("mouse_aoede", "imp_puck", "girl_lily", "boy_puck")
_BOOMING = ("giant_onyx", "ogress_alloy")

_NEAR = {
    (Age.YOUNG, Age.ADULT): 0.6,
    (Age.ADULT, Age.YOUNG): 0.5,
    (Age.ADULT, Age.OLD): 0.25,
    (Age.OLD, Age.ADULT): 0.4,
    (Age.YOUNG, Age.CHILD): 0.2,
    (Age.CHILD, Age.YOUNG): 0.4,
}


def cast(
    characters: Sequence[Character], language: str = "en", *, narrator: str = "", fixed: Mapping[str, str] | None = None
) -> dict[str, str]:
    """A voice for each character id, and none of them that of the `narrator`, the language's usual one if not given. `fixed` holds choices made.

    The same cast gives the same voices. When there are more characters than fitting voices, the least important share.
    """
    narrator = narrator or usual_narrator(language)
    offered = [voice for voice in voices() if voice.language == language]
    chosen = {id: voice for id, voice in (fixed or {}).items() if voice}
    used = Counter([narrator, *chosen.values()])
    for character in sorted(characters, key=lambda one: (-one.importance, one.first, one.id)):
        if character.id not in chosen:
            best = max(offered, key=lambda voice: (_fitness(character, voice, used), voice.id))
            chosen[character.id] = best.id
            used[best.id] += 1
    return chosen


def usual_narrator(language: str) -> str:
    """The voice that tells a book in this language; Refused where nobody speaks it."""
    if language not in LANGUAGES:
        raise Refused(unspoken(language, LANGUAGES))
    return LANGUAGES[language].narrator


def _fitness(character: Character, voice: VoiceInfo, used: Counter[str]) -> float:
    speaker = timbre(voice.id).speaker
    related = sum(count for id, count in used.items() if timbre(id).speaker == speaker and id != voice.id)
    return (
        4.0 * _gender(character.gender, voice.gender)
        + 2.0 * _age(character.age, voice.age)
        + 1.5 * _kind(character, voice)
        + voice.quality * (0.6 + character.importance)
        - (3.0 + 0.1 * used[voice.id] if used[voice.id] else 0.0)
        - min(1.4, 0.7 * related)
        - (0.8 if voice.whispers else 0.0)
    )


def _gender(wanted: Gender, given: Gender) -> float:
    if wanted in {Gender.UNKNOWN, Gender.NEUTRAL}:
        return 0.5
    return 1.0 if wanted == given else 0.2 if given == Gender.NEUTRAL else -1.0


def _age(wanted: Age, given: Age) -> float:
    if wanted == Age.UNKNOWN:
        return {Age.ADULT: 1.0, Age.YOUNG: 0.8, Age.OLD: 0.2}.get(given, -0.6)
    return 1.0 if wanted == given else _NEAR.get((wanted, given), -0.8)


def _kind(character: Character, voice: VoiceInfo) -> float:
    """Creatures get creatures' voices and people do not."""
    if voice.id not in (*_PIPING[:2], *_BOOMING):
        return 0.0
    words = set(character.species.lower().split())
    if character.being != Being.PERSON and words & _SMALL and voice.id in _PIPING:
        return 1.5
    if words & _LARGE and voice.id in _BOOMING:
        return 1.5
    return -2.0
