"""How long a text takes to say, from its phonemes alone: no weights, no sound.

The seconds of each group of letters and the tempo of each speaker were fitted to the model's own durations
over 1960 phrases of 32 English novels by 28 speakers; the tempo of the others over 12 sentences of a novel each.
"""

from collections.abc import Mapping

from litink_app.studio.voices.catalogue import Timbre, timbre
from litink_app.studio.voices.manners import manner
from litink_app.studio.voices.phonemes import Phrase, phrases

_GROUPS = {
    "AIOQWY": 0.1103,
    "aiuæɑɒɔɜeoøœy": 0.101,
    "ɛɪʊʌ": 0.098,
    "əᵻɐᵊ": 0.0921,
    "ː": -0.011,
    "ˈ": 0.0695,
    "ˌ": 0.0098,
    "ptk": 0.0384,
    "bdɡ": 0.0698,
    "mnŋɲ": 0.0265,
    "lɹjwrɾʎɥʁ": 0.0475,
    "szʃʒʧʤʦʣ": 0.0779,
    "fvθðhxβɣ": 0.0338,
    "T": 0.1079,
    " ": 0.0086,
    ",": 0.0613,
    "—;:": 0.0981,
    ".!?…": 0.2067,
}
_SECONDS = {letter: seconds for letters, seconds in _GROUPS.items() for letter in letters}
_PHRASE = 0.1131

_TEMPO = {
    "af_alloy": 0.989,
    "af_aoede": 0.943,
    "af_bella": 0.999,
    "af_heart": 0.976,
    "af_jessica": 0.888,
    "af_kore": 0.971,
    "af_nicole": 1.441,
    "af_nova": 0.958,
    "af_river": 0.897,
    "af_sarah": 0.961,
    "af_sky": 0.985,
    "am_adam": 0.957,
    "am_echo": 1.001,
    "am_eric": 0.893,
    "am_fenrir": 0.964,
    "am_liam": 0.921,
    "am_michael": 1.082,
    "am_onyx": 0.951,
    "am_puck": 0.912,
    "am_santa": 1.11,
    "bf_alice": 1.032,
    "bf_emma": 0.958,
    "bf_isabella": 0.983,
    "bf_lily": 1.031,
    "bm_daniel": 0.984,
    "bm_fable": 0.95,
    "bm_george": 1.156,
    "bm_lewis": 1.11,
    "ef_dora": 0.872,
    "ff_siwis": 0.995,
    "if_sara": 0.855,
    "im_nicola": 0.914,
    "em_alex": 0.886,
    "em_santa": 0.893,
}


def estimate(text: str, voice: str, speed: float = 1.0, manner_name: str = "", lexicon: Mapping[str, str] | None = None) -> float:
    """Seconds that the text will take when spoken; 0 where there is nothing to say."""
    made, how = timbre(voice), manner(manner_name)
    chosen = phrases(text, made.accent, lexicon)
    pauses = sum(phrase.pause for phrase in chosen[:-1])
    return (pauses + sum(_seconds(phrase, made) for phrase in chosen) / made.pace / how.pace) / speed


def _seconds(phrase: Phrase, made: Timbre) -> float:
    letters = phrase.phonemes[:-1] if phrase.phonemes[-1:] in ".!?…" else phrase.phonemes
    return (_PHRASE + sum(_SECONDS.get(letter, 0.0) for letter in letters)) * _TEMPO[made.speaker]
