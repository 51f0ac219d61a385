"""Portuguese figures, abbreviations and signs in words."""

import re

from litink_app.studio.voices.languages.language import listed
from litink_app.studio.voices.languages.written import Written

_SMALL = listed(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove"
)
_TENS = listed("- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_HUNDREDS = listed("- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")
_ORDINALS = listed("- primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo")


def cardinal(number: int) -> str:
    """A number in words."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f" e {_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return "cem" if number == 100 else _HUNDREDS[number // 100] + (f" e {cardinal(number % 100)}" if number % 100 else "")
    if number < 1_000_000:
        count, rest = divmod(number, 1000)
        return _and("mil" if count == 1 else f"{cardinal(count)} mil", rest)
    size, one, many = (1_000_000, "um milhão", "milhões") if number < 10**9 else (10**9, "um bilhão", "bilhões")
    count, rest = divmod(number, size)
    return _and(one if count == 1 else f"{cardinal(count)} {many}", rest)


def _and(first: str, rest: int) -> str:
    """“E” stands before the last part where that is short: mil e cem, mil cento e um."""
    if not rest:
        return first
    return f"{first} e {cardinal(rest)}" if rest < 100 or (rest < 1000 and rest % 100 == 0) else f"{first} {cardinal(rest)}"


def _ordinal(number: int) -> str:
    return _ORDINALS[number] if 0 < number < len(_ORDINALS) else cardinal(number)


def _feminine(number: int) -> str:
    said = _ordinal(number)
    return f"{said[:-1]}a" if number < len(_ORDINALS) else said


def _numeral(before: str, number: int) -> str:
    """Kings, centuries and chapters to the tenth are counted in order, what follows is numbered."""
    if before not in _NUMBERED or number > 10:
        return cardinal(number)
    return _feminine(number) if before in _FEMININE else _ordinal(number)


_FEMININE = frozenset(["parte", "cena", "maria", "isabel", "catarina", "joana"])
_NUMBERED = _FEMININE | frozenset(
    listed(
        "capítulo livro tomo volume ato acto canto século pedro joão josé manuel carlos luís henrique afonso filipe sebastião "
        "duarte dinis fernando napoleão pio leão bento gregório paulo jorge guilherme francisco"
    )
)

WRITTEN = Written(
    abbreviations={
        "Sr.": "senhor", "Sra.": "senhora", "Srta.": "senhorita", "Srs.": "senhores", "D.": "dona", "Dr.": "doutor", "Dra.": "doutora", "Prof.": "professor",
        "Profa.": "professora", "Exmo.": "excelentíssimo", "Exma.": "excelentíssima", "V. Exa.": "vossa excelência", "V. Ex.ª": "vossa excelência",
        "S. M.": "sua majestade", "S. Alteza": "sua alteza", "S.": "são", "Gen.": "general", "Cel.": "coronel", "Cap.": "capitão", "cap.": "capítulo", "pág.": "página", "págs.": "páginas",
        "p.": "página", "pp.": "páginas", "n.º": "número", "nº": "número", "N.º": "número", "vol.": "volume", "art.": "artigo", "fig.": "figura",
        "ex.": "exemplo", "etc.": "etcétera", "Cia.": "companhia", "Av.": "avenida", "R.": "rua", "a.C.": "antes de Cristo", "d.C.": "depois de Cristo",
        "a. C.": "antes de Cristo", "d. C.": "depois de Cristo", "Sto.": "santo", "Sta.": "santa", "tel.": "telefone",
    },
    units={
        "km": ("quilômetro", "quilômetros"), "m": ("metro", "metros"), "cm": ("centímetro", "centímetros"), "mm": ("milímetro", "milímetros"),
        "kg": ("quilo", "quilos"), "g": ("grama", "gramas"), "l": ("litro", "litros"), "ha": ("hectare", "hectares"), "h": ("hora", "horas"),
        "km/h": ("quilômetro por hora", "quilômetros por hora"), "°C": ("grau", "graus"), "°": ("grau", "graus"), "€": ("euro", "euros"),
        "R$": ("real", "reais"), "$": ("dólar", "dólares"), "£": ("libra", "libras"),
    },
    signs={"&": "e", "%": "por cento", "+": "mais", "=": "igual a", "×": "vezes", "§": "parágrafo", "½": "meio", "¼": "um quarto", "¾": "três quartos", "@": "arroba"},
    cardinal=cardinal,
    numeral=_numeral,
    numbered=_NUMBERED,
    ordinals={"º": _ordinal, "°": _ordinal, "ª": _feminine, "o": _ordinal, "a": _feminine},
    letters="á bê cê dê é efe gê agá i jota cá ele eme ene ó pê quê erre esse tê u vê dáblio xis ípsilon zê",
    decimal="vírgula",
    until="a",
    own=(
        (re.compile(r"R\$\s?(\d[\d.,]*\d|\d)"), r"\1 R$"),
        (re.compile(r"\bD\. (?=(?:Pedro|João|José|Manuel|Carlos|Luís|Henrique|Afonso|Filipe|Sebastião|Duarte|Dinis|Fernando|Quixote)\b)"), "dom "),
        (
            re.compile(r"\b1[º°]?(?= de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b)"),
            "primeiro",
        ),
    ),
)  # fmt: skip
