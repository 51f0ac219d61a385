"""Languages by their codes: what they are called, and what is said to whoever wants to hear one that nobody speaks."""

from collections.abc import Iterable

_KNOWN = {
    "ar": ("Arabic", "ara"),
    "cs": ("Czech", "ces"),
    "da": ("Danish", "dan"),
    "de": ("German", "deu"),
    "el": ("Greek", "ell"),
    "en": ("English", "eng"),
    "eo": ("Esperanto", "epo"),
    "es": ("Spanish", "spa"),
    "fa": ("Persian", "fas"),
    "fi": ("Finnish", "fin"),
    "fr": ("French", "fra"),
    "he": ("Hebrew", "heb"),
    "hi": ("Hindi", "hin"),
    "hu": ("Hungarian", "hun"),
    "it": ("Italian", "ita"),
    "ja": ("Japanese", "jpn"),
    "ko": ("Korean", "kor"),
    "la": ("Latin", "lat"),
    "nl": ("Dutch", "nld"),
    "no": ("Norwegian", "nor"),
    "pl": ("Polish", "pol"),
    "pt": ("Portuguese", "por"),
    "ru": ("Russian", "rus"),
    "sv": ("Swedish", "swe"),
    "th": ("Thai", "tha"),
    "tl": ("Tagalog", "tgl"),
    "tr": ("Turkish", "tur"),
    "uk": ("Ukrainian", "ukr"),
    "ur": ("Urdu", "urd"),
    "vi": ("Vietnamese", "vie"),
    "yi": ("Yiddish", "yid"),
    "zh": ("Chinese", "zho"),
}
"""ISO 639: two letters → name, three letters."""


def short(tag: str) -> str:
    """The language of a tag such as "pt-BR" or "eng", in two letters where it has such."""
    code = tag.replace("_", "-").partition("-")[0].strip().lower()
    return next((two for two, (_, three) in _KNOWN.items() if three == code), code)


def name_of(code: str) -> str:
    """What a language is called in English; a code that is not known stays a code."""
    return _KNOWN[code][0] if code in _KNOWN else f"“{code}”"


def three_letters(code: str) -> str:
    """The code that films use; "und" for one that is not known."""
    return _KNOWN[code][1] if code in _KNOWN else "und"


def unheard(code: str) -> str:
    """What can be done with a book in a language that nobody speaks."""
    told = f"In {name_of(code)}, which no voice speaks yet" if code else "In a language that could not be told"
    return f"{told}: it can be read, not filmed."


def unspoken(code: str, spoken: Iterable[str]) -> str:
    """Why a book in this language cannot be heard."""
    names = [name_of(one) for one in dict.fromkeys(spoken)]
    known = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    if not code:
        return f"It could not be told in which language this book is written, so no voice can read it. The voices speak {known}."
    return f"This book is in {name_of(code)}, which no voice speaks yet. The voices speak {known}."
