"""Spanish figures, abbreviations and signs in words."""

import re

from litink_app.studio.voices import roman
from litink_app.studio.voices.languages.language import listed
from litink_app.studio.voices.languages.written import Written

_SMALL = listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
    "veintinueve"
)
_TENS = listed("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = listed("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")
_ORDINALS = listed("- primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo")


def cardinal(number: int) -> str:
    """A number in words."""
    if number < 30:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f" y {_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return "cien" if number == 100 else f"{_HUNDREDS[number // 100]} {cardinal(number % 100) if number % 100 else ''}".strip()
    if number < 1_000_000:
        return _grouped(number, 1000, "mil", "mil")
    if number < 10**12:
        return _grouped(number, 1_000_000, "un millón", "millones")
    return _grouped(number, 10**12, "un billón", "billones")


def _grouped(number: int, size: int, one: str, many: str) -> str:
    count, rest = divmod(number, size)
    first = one if count == 1 else f"{_shortened(cardinal(count))} {many}"
    return f"{first} {cardinal(rest)}" if rest else first


def _shortened(words: str) -> str:
    """As before a noun: un, veintiún, treinta y un."""
    return re.sub(r"veintiuno$", "veintiún", re.sub(r"\buno$", "un", words))


def _ordinal(number: int) -> str:
    return _ORDINALS[number] if 0 < number < len(_ORDINALS) else cardinal(number)


def _feminine(number: int) -> str:
    said = _ordinal(number)
    return f"{said[:-1]}a" if said.endswith("o") and number < len(_ORDINALS) else said


def _numeral(before: str, number: int) -> str:
    """Kings and centuries to the tenth are counted in order, everything else is numbered."""
    if before in _NAMES | {"siglo"} and number <= 10:
        return _feminine(number) if before in _QUEENS else _ordinal(number)
    return cardinal(number)


_QUEENS = frozenset(["isabel", "juana", "maría", "catalina"])
_NAMES = _QUEENS | frozenset(
    listed(
        "carlos felipe alfonso fernando enrique luis jaime pedro juan sancho ramiro napoleón guillermo jorge pío pablo "
        "benedicto gregorio francisco"
    )
)
_NUMBERED = _NAMES | frozenset(listed("siglo capítulo tomo libro parte acto escena volumen canto título artículo"))

WRITTEN = Written(
    abbreviations={
        "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Sres.": "señores", "Sras.": "señoras", "D.": "don", "Dª": "doña", "Dª.": "doña",
        "Dña.": "doña", "Dr.": "doctor", "Dra.": "doctora", "Ud.": "usted", "Uds.": "ustedes", "Vd.": "usted", "Vds.": "ustedes", "Sto.": "santo",
        "Sta.": "santa", "S. M.": "su majestad", "S.M.": "su majestad", "Prof.": "profesor", "Gral.": "general", "Cap.": "capitán", "Cnel.": "coronel",
        "Lic.": "licenciado", "Ing.": "ingeniero", "Mons.": "monseñor", "Excmo.": "excelentísimo", "Excma.": "excelentísima", "pág.": "página",
        "págs.": "páginas", "pp.": "páginas", "cap.": "capítulo", "caps.": "capítulos", "núm.": "número", "n.º": "número", "nº": "número",
        "N.º": "número", "art.": "artículo", "vol.": "volumen", "fig.": "figura", "ej.": "ejemplo", "etc.": "etcétera", "Cía.": "compañía",
        "Av.": "avenida", "Avda.": "avenida", "a. C.": "antes de Cristo", "d. C.": "después de Cristo", "EE. UU.": "Estados Unidos",
        "EE.UU.": "Estados Unidos", "aprox.": "aproximadamente", "tel.": "teléfono", "a. m.": "de la mañana", "p. m.": "de la tarde",
    },
    units={
        "km": ("kilómetro", "kilómetros"), "m": ("metro", "metros"), "cm": ("centímetro", "centímetros"), "mm": ("milímetro", "milímetros"),
        "kg": ("kilo", "kilos"), "g": ("gramo", "gramos"), "l": ("litro", "litros"), "ha": ("hectárea", "hectáreas"), "h": ("hora", "horas"),
        "km/h": ("kilómetro por hora", "kilómetros por hora"), "°C": ("grado", "grados"), "°": ("grado", "grados"), "€": ("euro", "euros"),
        "$": ("dólar", "dólares"), "£": ("libra", "libras"),
    },
    signs={"&": "y", "%": "por ciento", "+": "más", "=": "igual a", "×": "por", "§": "párrafo", "½": "medio", "¼": "un cuarto", "¾": "tres cuartos", "@": "arroba"},
    cardinal=cardinal,
    numeral=_numeral,
    numbered=_NUMBERED,
    no_numerals=roman.LETTERS | {"DI", "MI", "VI"},
    ordinals={"º": _ordinal, "°": _ordinal, "ª": _feminine, "er": lambda number: _ordinal(number).removesuffix("o"), "ro": _ordinal, "ra": _feminine},
    letters="a be ce de e efe ge hache i jota ca ele eme ene o pe cu erre ese te u uve doble_uve equis i_griega zeta".replace("_", "-"),
    decimal="coma",
    until="a",
    own=(
        (re.compile(r"[¿¡]"), ""),
        (re.compile(r"\b1(?= de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b)"), "primero"),
    ),
    before_noun={"uno": "un", "veintiuno": "veintiún"},
)  # fmt: skip
