"""English, British and American: phonemes from Hibari's lexicons in Kokoro's own alphabet."""

from functools import lru_cache

from hibari.g2p import G2P

from litink_app.studio.voices.languages.language import Language, Token
from litink_app.studio.voices.spoken import spoken
from litink_app.studio.voices.tables import ABBREVIATIONS, TITLES


@lru_cache(maxsize=2)
def g2p(accent: str) -> G2P:
    """The grapheme reader of an accent ("british" or "american"), loaded once."""
    return G2P(british=accent == "british")


def tokens(text: str, accent: str) -> list[Token]:
    """The text as it is said."""
    reader = g2p(accent)
    return [Token(one.text, one.phonemes or "", bool(one.whitespace)) for one in reader.phonemize_tokens(reader.tokenize(spoken(text)))]


_AT_ENDS = frozenset(["etc.", "&c.", "Co.", "Esq.", "Bros.", "Jr.", "Sr.", "St."])
"""Abbreviations with which a sentence may end."""

_SPEAKERS = """
af_heart    Heart     adult 0.98
af_bella    Bella     adult 0.93
af_nicole   Nicole    adult 0.70
af_aoede    Aoede     young 0.72
af_kore     Kore      adult 0.74
af_sarah    Sarah     adult 0.73
af_alloy    Alloy     adult 0.62
af_nova     Nova      adult 0.64
af_sky      Sky       young 0.55
af_jessica  Jessica   young 0.40
af_river    River     adult 0.38
am_fenrir   Fenrir    adult 0.76
am_michael  Michael   adult 0.78
am_puck     Puck      young 0.75
am_echo     Echo      adult 0.42
am_eric     Eric      adult 0.44
am_liam     Liam      young 0.43
am_onyx     Onyx      adult 0.50
am_santa    Nicholas  old   0.34
am_adam     Adam      adult 0.25
bf_emma     Emma      adult 0.86
bf_isabella Isabella  adult 0.66
bf_alice    Alice     young 0.52
bf_lily     Lily      young 0.54
bm_fable    Fable     adult 0.72
bm_george   George    adult 0.84
bm_lewis    Lewis     old   0.58
bm_daniel   Daniel    adult 0.50
"""

_MADE = """
girl_lily     Little_Lily    bf_lily     female  child 1.16 0.98 0.52
girl_sky      Little_Sky     af_sky      female  child 1.15 0.98 0.50
girl_emma     Little_Emma    bf_emma     female  child 1.20 0.97 0.50
boy_puck      Little_Puck    am_puck     male    child 1.36 0.97 0.52
boy_fable     Little_Fable   bm_fable    male    child 1.34 0.97 0.50
boy_liam      Little_Liam    am_liam     male    child 1.38 0.97 0.42
granny_bella  Old_Bella      af_bella    female  old   0.91 0.90 0.50
granny_isabella Old_Isabella bf_isabella female  old   0.90 0.90 0.48
granny_kore   Old_Kore       af_kore     female  old   0.90 0.91 0.46
grandpa_george Old_George    bm_george   male    old   0.92 0.88 0.48
grandpa_michael Old_Michael  am_michael  male    old   0.91 0.89 0.46
grandpa_daniel Old_Daniel    bm_daniel   male    old   0.92 0.90 0.44
giant_onyx    Giant          am_onyx     male    adult 0.80 0.90 0.30
ogress_alloy  Ogress         af_alloy    female  adult 0.82 0.92 0.28
imp_puck      Imp            am_puck     neutral adult 1.50 1.04 0.30
mouse_aoede   Mouse          af_aoede    neutral adult 1.32 1.02 0.32
"""

ENGLISH = Language(
    code="en",
    accents=("british", "american"),
    narrator="bm_george",
    speakers=_SPEAKERS,
    made=_MADE,
    tokens=tokens,
    titles=frozenset(TITLES) - {"St"},
    abbreviations=frozenset(TITLES) | {word.removesuffix(".") for word in ABBREVIATIONS.keys() - _AT_ENDS},
)
