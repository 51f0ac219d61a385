"""The languages that can be spoken, each one value; English is the first of them."""

from litink_app.studio.voices.languages.english import ENGLISH
from litink_app.studio.voices.languages.french import FRENCH
from litink_app.studio.voices.languages.italian import ITALIAN
from litink_app.studio.voices.languages.language import Language, Token
from litink_app.studio.voices.languages.spanish import SPANISH

LANGUAGES = {language.code: language for language in (ENGLISH, SPANISH, FRENCH, ITALIAN)}

_BY_ACCENT = {accent: language for language in LANGUAGES.values() for accent in language.accents}


def of_accent(accent: str) -> Language:
    """The language that has this accent."""
    return _BY_ACCENT[accent]


__all__ = ["LANGUAGES", "Language", "Token", "of_accent"]
