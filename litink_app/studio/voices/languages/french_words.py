"""French figures, abbreviations and signs in words."""

import re

from litink_app.studio.voices import roman
from litink_app.studio.voices.languages.language import listed
from litink_app.studio.voices.languages.written import Written

_SMALL = listed("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
_TENS = listed("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")


def cardinal(number: int) -> str:
    """A number in words."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _two(number)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds] if hundreds > 1 else ''} cent{'s' if hundreds > 1 and not rest else ''} {cardinal(rest) if rest else ''}".strip()
    if number < 1_000_000:
        count, rest = divmod(number, 1000)
        return f"{cardinal(count) if count > 1 else ''} mille {cardinal(rest) if rest else ''}".strip()
    size, name = (1_000_000, "million") if number < 10**9 else (10**9, "milliard")
    count, rest = divmod(number, size)
    return f"{cardinal(count)} {name}{'s' if count > 1 else ''} {cardinal(rest) if rest else ''}".strip()


def _two(number: int) -> str:
    tens, rest = divmod(number, 10)
    if tens in (7, 9):
        rest += 10
    if number == 80:
        return "quatre-vingts"
    joined = " et " if rest in (1, 11) and tens < 8 else "-"
    return _TENS[tens] + (f"{joined}{_SMALL[rest]}" if rest else "")


def _ordinal(number: int) -> str:
    if number == 1:
        return "premier"
    said = cardinal(number)
    for ending, other in (
        ("cinq", "cinquième"),
        ("neuf", "neuvième"),
        ("vingts", "vingtième"),
        ("cents", "centième"),
        ("mille", "millième"),
    ):
        if said.endswith(ending):
            return said.removesuffix(ending) + other
    return said.removesuffix("e") + "ième"


def _first(number: int) -> str:
    return "première" if number == 1 else _ordinal(number)


def _numeral(before: str, number: int) -> str:
    """The first king is the first, the others are numbered, as chapters are."""
    if number == 1 and before in _KINGS:
        return "premier"
    return cardinal(number)


_KINGS = frozenset(
    listed(
        "louis charles henri philippe françois napoléon guillaume jacques édouard pie léon paul jean grégoire benoît nicolas alexandre frédéric"
    )
)
_NUMBERED = _KINGS | frozenset(listed("chapitre livre tome volume acte scène chant partie article"))

WRITTEN = Written(
    abbreviations={
        "M.": "monsieur", "MM.": "messieurs", "Mme": "madame", "Mme.": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle", "Mlle.": "mademoiselle",
        "Mlles": "mesdemoiselles", "Mgr": "monseigneur", "Me": "maître", "Dr": "docteur", "Dr.": "docteur", "Pr": "professeur", "St": "saint", "Ste": "sainte",
        "S. M.": "sa majesté", "S.M.": "sa majesté", "p.": "page", "pp.": "pages", "chap.": "chapitre", "ch.": "chapitre", "vol.": "volume", "t.": "tome",
        "art.": "article", "fig.": "figure", "n°": "numéro", "N°": "numéro", "nº": "numéro", "etc.": "et cetera", "ex.": "exemple", "env.": "environ",
        "av. J.-C.": "avant Jésus-Christ", "apr. J.-C.": "après Jésus-Christ", "J.-C.": "Jésus-Christ", "Cie": "compagnie", "bd": "boulevard", "tél.": "téléphone",
    },
    units={
        "km": ("kilomètre", "kilomètres"), "m": ("mètre", "mètres"), "cm": ("centimètre", "centimètres"), "mm": ("millimètre", "millimètres"),
        "kg": ("kilo", "kilos"), "g": ("gramme", "grammes"), "l": ("litre", "litres"), "ha": ("hectare", "hectares"),
        "km/h": ("kilomètre à l'heure", "kilomètres à l'heure"), "°C": ("degré", "degrés"), "°": ("degré", "degrés"), "€": ("euro", "euros"),
        "$": ("dollar", "dollars"), "£": ("livre", "livres"), "F": ("franc", "francs"), "fr.": ("franc", "francs"),
    },
    signs={"&": "et", "%": "pour cent", "+": "plus", "=": "égale", "×": "fois", "§": "paragraphe", "½": "un demi", "¼": "un quart", "¾": "trois quarts", "@": "arobase"},
    cardinal=cardinal,
    numeral=_numeral,
    numbered=_NUMBERED,
    no_numerals=roman.LETTERS | {"DIX", "CI", "MI"},
    ordinals={"er": _ordinal, "ère": _first, "re": _first, "e": _ordinal, "ème": _ordinal, "ième": _ordinal, "nd": lambda _: "second", "nde": lambda _: "seconde"},
    letters="a bé cé dé e effe gé ache i ji ka elle emme enne o pé ku erre esse té u vé double-vé iks i-grec zède",
    decimal="virgule",
    until="à",
    own=(
        (re.compile(r"(?<=\w)-t-(?=(?:il|elle|on)s?\b)"), "-t'"),
        (re.compile(r"\bIer\b"), "premier"),
        (re.compile(r"\bI(?:re|ère)\b"), "première"),
        (re.compile(r"\b([IVXLC]+)(?:e|ème) siècle"), r"\1 eme siècle"),
        (re.compile(r"(?<!\w)(\d{1,2}) ?h ?(\d{2})?(?!\w)"), r"\1 heures \2"),
        (re.compile(r"(\d),(?=\d{3}(?!\d))"), r"\1"),
    ),
)  # fmt: skip
