"""Italian: letters to sounds as Luciano Canepari's manual of Italian pronunciation (Zanichelli, 1992) has them, known words by their list.

Spelling does not tell where the stress falls nor whether e and o are open: words that the list lacks are stressed by their ending.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from litink_app.studio.voices.languages.italian_words import WRITTEN
from litink_app.studio.voices.languages.language import Language, listed
from litink_app.studio.voices.languages.ruled import reader, rewritten, rules
from litink_app.studio.voices.languages.words import pronounced

_UNSTRESSED = frozenset(
    listed(
        "il lo la i gli le un di a da in con su per tra fra e ed o od ma se che mi ti si ci vi ne del dello della dei degli "
        "delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui "
        "sugli sulle col coi colla colle cogli me te ce ve"
    )
)
_LIGHT = frozenset(listed("una uno come quando dove ogni dopo senza sopra sotto verso fino perché anche"))

_EXCEPTIONS = {"amici": "amˈiʧi", "siano": "sˈiano", "abbiano": "ˈabbjano", "brr": "br", "brrr": "br"}

_LETTERS = rules(
    r"""
    gli(?=[aeouàèéòóù]) ʎʎ
    gli$ ʎʎi
    gl(?=i) ʎʎ
    gn ɲɲ
    scia(?=$|[^aeiou]) ʃʃa
    sci(?=[aouàòóù]) ʃʃ
    sc(?=[eièéì]) ʃʃ
    sch sk
    cci(?=[aouàòóù]) tʧ
    cc(?=[eièéì]) tʧ
    cch kk
    ci(?=[aouàòóù]) ʧ
    c(?=[eièéì]) ʧ
    ch k
    cqu kkw
    c k
    qu kw
    q k
    ggi(?=[aouàòóù]) dʤ
    gg(?=[eièéì]) dʤ
    ggh ɡɡ
    gi(?=[aouàòóù]) ʤ
    g(?=[eièéì]) ʤ
    gh ɡ
    gu(?=[aeiouàèéìòóù]) ɡw
    g ɡ
    zz tʦ
    ^z ʣ
    z(?=[iì][aeouàèéòóù]) tʦ
    z ʦ
    (?<=[aeiouàèéìòóù])s(?=[aeiouàèéìòóù]) z
    s(?=[bdglmnrv]) z
    s s
    h -
    j j
    y i
    x ks
    w v
    ([aeiouàèéìòóùbdfklmnprtv]) \1
    á a
    í i
    ú u
    ê e
    ë e
    ö o
    ü u
    ç s
    ñ ɲ
    """
)
_VOWELS = "aeiouàèéìòóùɛɔ"
_NUCLEUS = re.compile(
    rf"(?:(?<![aeoàèéòóɛɔ])i(?=[aeouàèéòóùɛɔ])|u(?=[aeiàèéìɛ{'oòóɔ'}]))?([aeiouàèéìòóùɛɔ])(?:[iu](?![{_VOWELS}])(?=[^{_VOWELS}]|$))?"
)
_THIRD = re.compile(
    r"(?:[aeiu]rono|[aei]vano|[aei]ssero|rebbero|[^aeiou]esimo|issim[oaie]|abil[ei]|ibil[ei]|evol[ei]|[^i]ic[oaie]|ich[ei]|ologi|ograf[oaie]|ograf[ie]|"
    r"olog[oaie]|olog[hi]i|tudin[ei]|aggin[ei]|iggin[ei]|oric[oaie]|atic[oaie]|[aei]ndo(?:lo|la|li|le|mi|ti|si|ci|vi|ne|gli)|metr[oi]|fer[oi]|"
    r"bil[ei]|ac[oi]l[oaie]|[cgpt]ol[oaie](?<!tolo)|sser[oe]|[ou]mer[oi]|t[ae]sim[oaie])$"
)
"""Endings before which, and not on which, the third vowel from the end is stressed."""

_TWO_TAILS = re.compile(r"[aei]ndo(?:me|te|se|ce|ve|glie)(?:lo|la|li|le|ne)$")
_TIED = re.compile(r"(?<=[aei]r)(?:(?:me|te|se|ce|ve|glie)?(?:lo|la|li|le|ne)|mi|ti|si|ci|vi|gli)$")
_HIATUS = re.compile(r"[^aeiou]*[iu][aeo]")
"""Mio, via, due: words of two vowels with the stress on the first."""

_DOUBLE_AT_START = re.compile(r"^(.)\1")
_PLAIN = str.maketrans("àéìóùèò", "aeiouɛɔ")
_STRESS = re.compile(rf"ˈ([^{_VOWELS}]*)(?=[{_VOWELS}])")


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return pronounced("italian-words")


def sound(word: str) -> str:
    """The phonemes of a word in lower case; what is elided before an apostrophe belongs to the word after it."""
    if "'" in word:
        *heads, last = word.split("'")
        return "".join(_letters(head) for head in heads) + (sound(last) if last else "")
    said = _EXCEPTIONS.get(word) or _listed(word) or (_listed(f"{word}e")[:-1] if word.endswith("r") else "") or _ruled(word)
    if word in _UNSTRESSED:
        return said.replace("ˈ", "")
    return said.replace("ˈ", "ˌ") if word in _LIGHT else said


def _listed(word: str) -> str:
    """As the list has it, with the stress right before its vowel; nothing for an entry that cannot be right."""
    said = _known().get(word, "")
    if "ˈ" not in said or not 0.6 < len(said.replace("ˈ", "")) / len(word) < 1.4:
        return ""
    return _DOUBLE_AT_START.sub(r"\1", _STRESS.sub(r"\1ˈ", said))


def _letters(word: str) -> str:
    return rewritten(word, _LETTERS).translate(_PLAIN)


def _ruled(word: str) -> str:
    letters = rewritten(word, _LETTERS)
    nuclei = list(_NUCLEUS.finditer(letters))
    if not nuclei:
        return letters.translate(_PLAIN)
    if _HIATUS.fullmatch(letters):
        return f"{letters[:-2]}ˈ{letters[-2:]}"
    chosen = nuclei[max(0, len(nuclei) - _place(word))] if letters[-1] not in "àèéìòóù" else nuclei[-1]
    written = [match for match in nuclei if match[1] in "àèéìòóù"]
    at = (written[-1] if written else chosen).start(1)
    return _DOUBLE_AT_START.sub(r"\1", _glided(f"{letters[:at]}ˈ{letters[at:]}".translate(_PLAIN)))


def _place(word: str) -> int:
    """Which vowel from the end is stressed: as in a related word that is known, else by the ending."""
    if _TWO_TAILS.search(word):
        return 4
    for relative, tail in _relatives(word):
        if said := _listed(relative):
            return _vowels(said[said.index("ˈ") :]) + tail
    if _THIRD.search(word) or _third_person(word):
        return 3
    return 2 if word[-1:] in "aeiou" else 1


def _relatives(word: str) -> Iterator[tuple[str, int]]:
    """Its infinitive without what is tied to it, and its other number and gender; with the vowels that it has more of at its end."""
    if match := _TIED.search(word):
        yield word[: match.start()] + "e", _vowels(match[0]) - 1
    for ending in "oaei":
        yield word[:-1] + ending, 0
    if word[-2:] in ("hi", "he"):
        yield from ((word[:-2] + ending, 0) for ending in "oae")


def _third_person(word: str) -> bool:
    """“They speak” (parlano) and not “hand” (mano): its infinitive is known."""
    return word.endswith("ono") or (word.endswith("ano") and f"{word[:-3]}are" in _known())


def _vowels(said: str) -> int:
    return sum(letter in _VOWELS for letter in said)


def _glided(said: str) -> str:
    """i and u before a stronger vowel glide into it."""
    said = re.sub(r"(?<![aeouɛɔˈ])i(?=ˈ?[aeouɛɔ])", "j", said)
    return re.sub(r"(?<![aeiouɛɔˈ])u(?=ˈ?[aeiɛɔo])", "w", said)


_SPEAKERS = """
if_sara   Sara     adult 0.74
im_nicola Nicola   adult 0.70
"""

_MADE = """
im_nicola_young Nicola_il_giovane  im_nicola male    young 1.07 1.00 0.55
if_sara_young   Sara_la_giovane    if_sara   female  young 1.06 1.00 0.58
im_nicola_deep  Nicola_il_grave    im_nicola male    adult 0.92 0.97 0.50
if_sara_deep    Sara_la_grave      if_sara   female  adult 0.93 0.97 0.50
girl_sara       La_piccola_Sara    if_sara   female  child 1.17 0.98 0.50
boy_nicola      Il_piccolo_Nicola  im_nicola male    child 1.34 0.97 0.48
granny_sara     Nonna_Sara         if_sara   female  old   0.88 0.89 0.48
grandpa_nicola  Nonno_Nicola       im_nicola male    old   0.90 0.88 0.46
giant_nicola    Il_gigante         im_nicola male    adult 0.80 0.90 0.30
mouse_sara      Il_topo            if_sara   neutral adult 1.32 1.02 0.32
"""

ITALIAN = Language(
    code="it",
    accents=("italian",),
    narrator="if_sara",
    speakers=_SPEAKERS,
    made=_MADE,
    tokens=reader(WRITTEN, sound),
    titles=frozenset(
        listed(
            "Sig sig Sig.ra sig.ra Sig.na sig.na Sigg Dott dott Dott.ssa Dr Prof prof Prof.ssa Avv avv Ing ing Cav On Mons S Gen Col Cap"
        )
    ),
    abbreviations=WRITTEN.unending("ecc.", "etc.", "a.C.", "d.C.", "a. C.", "d. C."),
    words="italian-words",
)
