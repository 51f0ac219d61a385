"""Italian figures, abbreviations and signs in words."""

import re

from litink_app.studio.voices import roman
from litink_app.studio.voices.languages.language import listed
from litink_app.studio.voices.languages.written import Written

_SMALL = listed(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove"
)
_TENS = listed("- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_ORDINALS = listed("- primo secondo terzo quarto quinto sesto settimo ottavo nono decimo")


def cardinal(number: int) -> str:
    """A number in words."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, rest = _TENS[number // 10], number % 10
        return (tens[:-1] if rest in (1, 8) else tens) + ("tré" if rest == 3 else _SMALL[rest] if rest else "")
    if number < 1000:
        return f"{_SMALL[number // 100] if number >= 200 else ''}cento {cardinal(number % 100) if number % 100 else ''}".strip()
    if number < 1_000_000:
        count, rest = divmod(number, 1000)
        return f"{'mille' if count == 1 else f'{cardinal(count)} mila'} {cardinal(rest) if rest else ''}".strip()
    size, one, many = (1_000_000, "un milione", "milioni") if number < 10**9 else (10**9, "un miliardo", "miliardi")
    count, rest = divmod(number, size)
    return f"{one if count == 1 else f'{cardinal(count)} {many}'} {cardinal(rest) if rest else ''}".strip()


def _ordinal(number: int) -> str:
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    said = cardinal(number)
    return (said.removesuffix("tré") + "tre" if said.endswith("tré") else said if said.endswith("sei") else said[:-1]) + "esimo"


def _feminine(number: int) -> str:
    return f"{_ordinal(number)[:-1]}a"


def _numeral(before: str, number: int) -> str:
    """Kings, centuries, chapters: all are counted in order."""
    return _feminine(number) if before in _FEMININE else _ordinal(number)


_FEMININE = frozenset(["parte", "scena", "elisabetta", "caterina", "maria", "giovanna", "cristina", "margherita"])
_NUMBERED = _FEMININE | frozenset(
    listed(
        "capitolo libro atto canto tomo volume secolo carlo luigi enrico filippo vittorio emanuele umberto napoleone pio leone "
        "gregorio benedetto paolo giovanni federico francesco ferdinando alessandro clemente giulio sisto innocenzo urbano "
        "bonifacio"
    )
)

WRITTEN = Written(
    abbreviations={
        "Sig.": "signor", "sig.": "signor", "Sig.ra": "signora", "sig.ra": "signora", "Sig.na": "signorina", "sig.na": "signorina", "Sigg.": "signori",
        "Dott.": "dottor", "dott.": "dottor", "Dott.ssa": "dottoressa", "Dr.": "dottor", "Prof.": "professor", "prof.": "professor",
        "Prof.ssa": "professoressa", "Avv.": "avvocato", "avv.": "avvocato", "Ing.": "ingegner", "ing.": "ingegner", "Cav.": "cavalier", "On.": "onorevole",
        "Mons.": "monsignor", "S.": "san", "Gen.": "generale", "Col.": "colonnello", "Cap.": "capitano", "cap.": "capitolo", "pag.": "pagina", "pagg.": "pagine",
        "p.": "pagina", "pp.": "pagine", "n.": "numero", "vol.": "volume", "art.": "articolo", "fig.": "figura", "es.": "esempio", "ecc.": "eccetera",
        "etc.": "eccetera", "a.C.": "avanti Cristo", "d.C.": "dopo Cristo", "a. C.": "avanti Cristo", "d. C.": "dopo Cristo", "ca.": "circa", "tel.": "telefono",
    },
    units={
        "km": ("chilometro", "chilometri"), "m": ("metro", "metri"), "cm": ("centimetro", "centimetri"), "mm": ("millimetro", "millimetri"),
        "kg": ("chilo", "chili"), "g": ("grammo", "grammi"), "l": ("litro", "litri"), "ha": ("ettaro", "ettari"), "h": ("ora", "ore"),
        "km/h": ("chilometro all'ora", "chilometri all'ora"), "°C": ("grado", "gradi"), "°": ("grado", "gradi"), "€": ("euro", "euro"),
        "$": ("dollaro", "dollari"), "£": ("sterlina", "sterline"),
    },
    signs={"&": "e", "%": "per cento", "+": "più", "=": "uguale a", "×": "per", "§": "paragrafo", "½": "mezzo", "¼": "un quarto", "¾": "tre quarti", "@": "chiocciola"},
    cardinal=cardinal,
    numeral=_numeral,
    numbered=_NUMBERED,
    no_numerals=roman.LETTERS | {"DI", "MI", "VI", "CI", "LI"},
    ordinals={"º": _ordinal, "°": _ordinal, "ª": _feminine, "o": _ordinal, "a": _feminine},
    letters="a bi ci di e effe gi acca i i-lunga cappa elle emme enne o pi cu erre esse ti u vu vu-doppia ics ipsilon zeta",
    decimal="virgola",
    until="a",
    own=(
        (re.compile(r"\b1[º°]?(?= (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\b)"), "primo"),
        (re.compile(r"\b([Pp])o'(?!\w)"), r"\1ò"),
        (re.compile(r"\bE'(?= )"), "È"),
    ),
    before_noun={"uno": "un"},
)  # fmt: skip
