"""French: known words by their list, others by the spelling as Fouché's Traité de prononciation française (1959) reads it.

Where a liaison is compulsory the consonant that is silent elsewhere begins the next word.
"""

import re
from functools import lru_cache

from litink_app.studio.voices.languages.french_words import WRITTEN
from litink_app.studio.voices.languages.language import Language, listed
from litink_app.studio.voices.languages.ruled import reader, rewritten, rules
from litink_app.studio.voices.languages.words import pronounced

_UNSTRESSED = frozenset(
    listed(
        "le la les un une des de du au aux à et ou où en y ne se me te ce ces cet cette mon ton son ma ta sa mes tes ses nos vos notre votre leur leurs "
        "je tu il elle on nous vous ils elles que qui quoi dont si par pour sur sous dans avec sans chez est lui plus très bien tout"
    )
)

_EXCEPTIONS = {
    "ce": "sə", "des": "de", "ses": "se", "ces": "se", "mes": "me", "tes": "te", "les": "le", "et": "e", "un": "œ̃", "le": "lə", "de": "də", "que": "kə", "ne": "nə",
    "se": "sə", "me": "mə", "te": "tə", "je": "ʒə", "y": "i", "à": "a", "est": "ɛ", "plus": "ply", "tous": "tu", "six": "sis", "dix": "dis", "os": "ɔs", "fils": "fis",
    "eme": "jɛm", "cetera": "setera", "a": "a", "ô": "o", "dit": "di", "fait": "fɛ", "hein": "ɛ̃", "ah": "a", "oh": "o", "eh": "e",
}  # fmt: skip

_ELIDED = {"l": "l", "d": "d", "j": "ʒ", "qu": "k", "c": "s", "n": "n", "s": "s", "t": "t", "m": "m", "jusqu": "ʒysk", "lorsqu": "lɔʁsk", "puisqu": "pɥisk", "quoiqu": "kwak", "quelqu": "kɛlk", "presqu": "pʁɛsk", "entr": "ɑ̃tʁ"}  # fmt: skip

_LINKED = {
    "z": frozenset(
        listed(
            "les des ces mes tes ses nos vos leurs aux quelques plusieurs certains certaines nous vous ils elles deux trois six dix très sans dans chez "
            "sous plus moins quels quelles petits petites grands grandes gros beaux belles bons bonnes autres mauvais anciens anciennes premiers jeunes"
        )
    ),
    "n": frozenset(listed("un mon ton son on en aucun bien rien bon certain")),
    "t": frozenset(listed("est sont ont petit grand quand tout cent vingt saint fut était avaient étaient font vont doit")),
}
_DENASAL = {"bon": "bɔ"}
_ASPIRATED = re.compile(
    r"h(?:é?ros$|aut|ain|aï|all|ameau|amac|anche|and|angar|ant|ar[cdenpr]|aricot|asard|ât|âl|âch|ach|aie|aillon|auss|avre|éri|ennir|enn|eurt|ib|id|iér|iss|"
    r"oll|omard|ongr|ont|oquet|ors|orde|ouill|oul|ouss|oux|oup|uit|url|utt|uss|ue|u[eé]|ub|erse|er[ns]|och|ockey|obereau|ochet|eaume|eaulm|éraut|êtr)|onze|oui$|ouistiti|yacht|yaourt|uhlan"
)

_V = "aeiouyàâäéèêëîïôöùûüœæ"
_END = rf"(?=[^{_V}nmh]|$)"
_SPELLING = rules(
    rf"""
    eaux?$ o
    eau o
    aux$ o
    au o
    (?:œu|oeu)(?=fs$|x$|d$|s$) ø
    (?:œu|oeu) œ
    œ e
    æ e
    ueill œj
    ueil œj
    euill œj
    euil$ œj
    eill ɛj
    eil$ ɛj
    aill aj
    ail$ aj
    ouill uj
    ouil$ uj
    eû ø
    eu(?=[sxt]*$|s[ei]) ø
    eu(?=[rlfvnpb]) œ
    eu ø
    (?<=[tdmvb])(?=ville|mille) -
    (?<=v)ill il
    (?<=^m)ill il
    (?<=quill)e$ -
    (?<=[^{_V}])ill ij
    oui wi
    ou(?=[aeiéè]) w
    o[uùû] u
    oin{_END} wɛ̃
    oy(?=[{_V}]) waj
    o[iî](?:e?s?|[td]s?|x)$ wa
    o[iî] wa
    ay(?=[{_V}]) ɛj
    ey(?=[{_V}]) ɛj
    [ae][iî][nm]{_END} ɛ̃
    [ae][iî](?:e?s?|ts?|ent)$ ɛ
    [ae][iî] ɛ
    [ae]y ɛ
    aën{_END} ɑ̃
    ien(?=s?$|[td]s?$) jɛ̃
    éen(?=s?$) eɛ̃
    ^emm ɑ̃m
    [ae][nm]{_END} ɑ̃
    [iïîyî][nm]{_END} ɛ̃
    o[nm]{_END} ɔ̃
    u[nm]{_END} œ̃
    ée?s?$ e
    é e
    [èêë] ɛ
    (?<=.)er$ e
    ers$ ɛʁ
    ez$ e
    ets?$ ɛ
    (?<=..)es?$ -
    es$ e
    e(?=(ss|ll|tt|rr|nn|mm|ff|cc|pp|sc|x|z)) ɛ
    e(?=[bcdfgklmnpqrstv][bcdfgkmnpqstvz]) ɛ
    e(?=[rlcfq]s?$) ɛ
    e ə
    ge(?=[aoâô]) ʒ
    gg(?=[eiéè]) ɡʒ
    g(?=[eiyéèêîï]) ʒ
    gu(?=[eiéèêyî]) ɡ
    gn ɲ
    gt?s?$ -
    gg? ɡ
    sch ʃ
    ch(?=[rl]) k
    ch ʃ
    ç s
    cc(?=[eiyéè]) ks
    c(?=[eiyéèêîïœ]) s
    cq k
    ck k
    (?<=n)cs?$ -
    cc? k
    qu k
    q k
    ph f
    ^ex(?=h?[{_V}]) ɛɡz
    (?<=[aei])x$ ks
    x$ -
    x ks
    sc(?=[eiéèêy]) s
    ss s
    (?<=[{_V}])s(?=[{_V}]) z
    s$ -
    s s
    (?<=[^s])ti(?=on|el|eux|aire|al|en) sj
    tth? t
    (?:[td]|ps?t)s?$ -
    th t
    t t
    dd? d
    (?<=m)b$ -
    bb? b
    p?ps?$ -
    pp? p
    zz? z
    ff? f
    ll? l
    mm? m
    nn? n
    rr? ʁ
    rh ʁ
    h -
    j ʒ
    v v
    w w
    k k
    (?<=[^{_V}])i(?=[aeoéèêœ](?!s?$)) j
    (?<=[^{_V}])i(?=[aoé]) j
    [iîï]e?s?$ i
    [iîï] i
    y(?=[{_V}]) j
    y i
    u(?=i) ɥ
    [uûùü]e?s?$ y
    [uûùü] y
    [aàâä] a
    ô o
    o(?=s?$|ts?$|s[ei]) o
    [oö] ɔ
    """
)
_SOUNDING = re.compile(r"([aeiouyɑɛɔœøə])(?=[^aeiouyɑɛɔœø]*$)")
_FULL = re.compile(r"([aeiouyɑɛɔœø])(?=[^aeiouyɑɛɔœø]*$)")


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return pronounced("french-words")


def sound(word: str) -> str:
    """The phonemes of a word in lower case; what is elided before an apostrophe belongs to the word after it."""
    before = ""
    while "'" in word:
        head, _, rest = word.partition("'")
        if head not in _ELIDED and word in _known():
            break
        before, word = before + _ELIDED.get(head, _plain(head)), rest
    return before + (_stressed(word) if word else "")


def _stressed(word: str) -> str:
    said = _plain(word)
    return said if word in _UNSTRESSED else _FULL.sub(r"ˈ\1", said, count=1)


def _plain(word: str) -> str:
    return _EXCEPTIONS.get(word) or _known().get(word) or _inflected(word) or rewritten(word, _SPELLING)


def _inflected(word: str) -> str:
    """A form whose ending is not heard sounds as the one that is known; “they” of a verb that is known is silent too."""
    if word.endswith(("s", "x")) and (said := _known().get(word[:-1])) and not said.endswith("̃"):
        return said
    if word.endswith("ent") and f"{word[:-3]}er" in _known():
        return rewritten(f"{word[:-3]}e", _SPELLING)
    return ""


def link(one: str, other: str, first: str, second: str) -> tuple[str, str]:
    """The two words as they are said without a stop."""
    if other[0] not in f"{_V}h" or _ASPIRATED.match(other):
        return first, second
    before = one.rpartition("'")[2]
    for consonant, words in _LINKED.items():
        if before in words:
            return (first[:-1] if before in ("six", "dix") else _DENASAL.get(before, first)), consonant + second
    return first, second


_SPEAKERS = """
ff_siwis Siwis adult 0.76
"""

_MADE = """
homme_siwis    Sylvain            ff_siwis male    adult 0.80 1.00 0.50
homme_grave    Gaspard            ff_siwis male    adult 0.74 0.97 0.44
jeune_homme    Julien             ff_siwis male    young 0.85 1.02 0.46
jeune_femme    Sidonie            ff_siwis female  young 1.08 1.02 0.55
femme_grave    Simone             ff_siwis female  adult 0.92 0.98 0.55
fillette       La_petite_Suzette  ff_siwis female  child 1.20 0.98 0.50
garcon         Le_petit_Colin     ff_siwis male    child 1.13 1.04 0.48
grand_mere     Grand-mère_Solange ff_siwis female  old   0.87 0.88 0.48
grand_pere     Grand-père_Sylvère ff_siwis male    old   0.77 0.88 0.42
geant          Le_géant           ff_siwis male    adult 0.68 0.88 0.28
souris         La_souris          ff_siwis neutral adult 1.36 1.04 0.32
"""

FRENCH = Language(
    code="fr",
    accents=("french",),
    narrator="ff_siwis",
    speakers=_SPEAKERS,
    made=_MADE,
    tokens=reader(WRITTEN, sound, link),
    titles=frozenset(listed("M MM Mme Mlle Dr")),
    abbreviations=WRITTEN.unending("etc.", "J.-C.", "av. J.-C.", "apr. J.-C."),
    words="french-words",
)
