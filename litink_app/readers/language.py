"""The language of a text by its commonest small words, and which way it is written."""

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the and of to in was that he his it with as had for her not",
    "fr": "le la les de et des un une que qui dans il elle pas est en du au",
    "de": "der die das und ist nicht ein eine mit von zu den dem sich auf war",
    "es": "el la los de que y en un una se no por con las del su",
    "it": "il la di che e un una non per con le del si della era gli",
    "pt": "o a os de que e um uma não por com as do da se em",
    "nl": "de het een van en dat in is niet zijn op te met hij was",
    "sv": "och att det som en på är av för med han den inte hade var till",
    "da": "og at det som en på er af for med han den ikke havde var til",
    "fi": "ja on ei oli se että hän kun mutta niin kuin myös ovat",
    "pl": "i w na nie się z że do to jest jak po co ale był",
    "la": "et in est non ad ut cum sed qui quod ex nec",
    "ru": "и в не на что он я с как а то его это она",
}
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7a3"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"),
)
RIGHT_TO_LEFT = {"ar", "he", "fa", "ur", "yi"}


def detect(sample: str) -> str:
    """A two-letter code, or "" where nothing is sure enough."""
    sample = sample[:20_000]
    letters = sum(sign.isalpha() for sign in sample) or 1
    for code, first, last in _SCRIPTS:
        if sum(first <= sign <= last for sign in sample) > 0.15 * letters:
            return code
    counts = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    total = sum(counts.values()) or 1
    scores = {code: sum(counts[word] for word in words.split()) / total for code, words in _SMALL_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > 0.08 else ""


def direction(language: str, sample: str = "") -> str:
    """`rtl` for scripts that run from right to left."""
    code = language.lower().split("-")[0] or detect(sample)
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"
