"""Spanish as it is read in Castile: letters to sounds and the place of the stress by the orthography of the Real Academia Española (2010)."""

import re

from litink_app.studio.voices.languages.language import Language, listed
from litink_app.studio.voices.languages.ruled import reader, rewritten, rules
from litink_app.studio.voices.languages.spanish_words import WRITTEN

_UNSTRESSED = frozenset(
    listed("el la los las de del a al en con por y e o u que se me te le lo nos os les su sus mi mis tu tus si ni sin un don doña san")
)
_LIGHT = frozenset(listed("para pero como cuando donde sobre entre desde hasta aunque porque una unos unas nuestro nuestra"))
"""Said with less weight than what follows."""

_EXCEPTIONS = {
    "méxico": "mˈexiko",
    "mexicano": "mexikˈano",
    "mexicana": "mexikˈana",
    "texas": "tˈexas",
    "y": "i",
    "muy": "mwi",
    "hacia": "ˌaθja",
}

_CONSONANTS = rules(
    r"""
    ch ʧ
    ll ʎ
    rr r
    (?<=[nls])r r
    ^r r
    r ɾ
    qu(?=[eiéí]) k
    q k
    gu(?=[eiéí]) ɡ
    gü ɡu
    g(?=[eiéí]) x
    g ɡ
    j x
    c(?=[eiéí]) θ
    c k
    z θ
    ñ ɲ
    ^hi(?=e) ʝ
    ^hu(?=[aeioáéíó]) w
    h -
    y$ i
    y(?=[^aeiouáéíóú]) i
    y ʝ
    v b
    ^x s
    x ks
    ^ps s
    ph f
    ([aeiouáéíóúübdfklmnpstw]) \1
    à a
    è e
    ò o
    ê e
    â a
    ô o
    ç s
    ä a
    ö o
    """
)
_VOWELS = "aeiouáéíóúü"
_RUN = re.compile(rf"[{_VOWELS}]+")
_NUCLEUS = re.compile(r"([iuü]?)([aeoáéíóú]|[iuü])((?:[iuü](?![aeoáéíóúiuü]))?)")
_PLAIN = str.maketrans("áéíóúü", "aeiouu")
_GLIDES = {"i": "j", "u": "w", "ü": "w", "": ""}
_CODAS = {"ai": "I", "au": "W", "ei": "A", "oi": "oɪ", "eu": "eʊ", "ou": "oʊ", "ui": "uɪ", "iu": "iʊ"}
_SOFT = (
    (re.compile(r"(?<=[^mn])b"), "β"),
    (re.compile(r"(?<=[^nl])d"), "ð"),
    (re.compile(r"(?<=[^nŋ])ɡ"), "ɣ"),
    (re.compile(r"n(?=[kɡx])"), "ŋ"),
    (re.compile(r"n(?=[bpm])"), "m"),
)
"""What becomes of sounds inside a word, by what stands before and after them."""

_STEM = re.compile(r"(.{3,}?)((?:mente)*)$")
"""An adjective, and what makes an adverb of it: each keeps its stress."""


def sound(word: str) -> str:
    """The phonemes of a word in lower case."""
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    stem = _STEM.match(word)
    if stem and stem[2]:
        return _simple(stem[1]).replace("ˈ", "ˌ") + "mˌente" * (len(stem[2]) // len("mente") - 1) + "mˈente"
    return _simple(word)


def _simple(word: str) -> str:
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    said = _stressed(rewritten(word, _CONSONANTS), _place(word))
    for pattern, soft in _SOFT:
        said = pattern.sub(soft, said)
    if word in _UNSTRESSED:
        return said.replace("ˈ", "")
    return said.replace("ˈ", "ˌ") if word in _LIGHT else said


def _place(word: str) -> int:
    """Which nucleus from the end bears the stress where no accent is written."""
    return 2 if word[-1:] in "aeiouns" else 1


def _stressed(letters: str, place: int) -> str:
    nuclei = [match for run in _RUN.finditer(letters) for match in _NUCLEUS.finditer(letters, run.start(), run.end())]
    written = [number for number, match in enumerate(nuclei) if set(match[2]) & set("áéíóú")]
    chosen = written[0] if written else max(0, len(nuclei) - place)
    said, at = "", 0
    for number, match in enumerate(nuclei):
        said += letters[at : match.start()] + _vowel(match, stressed=number == chosen)
        at = match.end()
    return said + letters[at:]


def _vowel(match: re.Match[str], *, stressed: bool) -> str:
    glide, core = match[1], match[2].translate(_PLAIN)
    coda = match[3].replace("ü", "u")
    return _GLIDES[glide] + ("ˈ" if stressed else "") + (_CODAS.get(core + coda, core + coda) if coda else core)


_SPEAKERS = """
em_alex   Álex     adult 0.70
ef_dora   Dora     adult 0.72
em_santa  Nicolás  old   0.40
"""

_MADE = """
em_alex_young   Álex_el_joven     em_alex  male    young 1.07 1.00 0.55
ef_dora_young   Dora_la_joven     ef_dora  female  young 1.07 1.00 0.58
em_alex_deep    Álex_el_grave     em_alex  male    adult 0.92 0.97 0.50
ef_dora_deep    Dora_la_grave     ef_dora  female  adult 0.93 0.97 0.50
em_santa_adult  Nicolás_el_menor  em_santa male    adult 1.06 1.02 0.38
girl_dora       La_pequeña_Dora   ef_dora  female  child 1.18 0.98 0.50
boy_alex        El_pequeño_Álex   em_alex  male    child 1.36 0.97 0.48
granny_dora     La_abuela_Dora    ef_dora  female  old   0.88 0.89 0.48
grandpa_alex    El_abuelo_Álex    em_alex  male    old   0.90 0.88 0.46
giant_alex      El_gigante        em_alex  male    adult 0.80 0.90 0.30
mouse_dora      El_ratón          ef_dora  neutral adult 1.34 1.02 0.32
"""

SPANISH = Language(
    code="es",
    accents=("castilian",),
    narrator="em_alex",
    speakers=_SPEAKERS,
    made=_MADE,
    tokens=reader(WRITTEN, sound),
    titles=frozenset(listed("Sr Sra Srta Sres Sras D Dª Dña Dr Dra Sto Sta Prof Gral Cap Cnel Lic Ing Mons Excmo Excma")),
    abbreviations=WRITTEN.unending("etc.", "Cía.", "a. C.", "d. C.", "p. m.", "a. m."),
)
