"""Portuguese as it is read in Brazil: letters to sounds and the place of the stress by the Acordo Ortográfico (1990).

Spelling does not tell whether e and o are open where no accent is written: common words are listed, others are closed.
"""

import re

from litink_app.studio.voices.languages.language import Language, listed
from litink_app.studio.voices.languages.portuguese_words import WRITTEN
from litink_app.studio.voices.languages.ruled import reader, rewritten, rules

_UNSTRESSED = frozenset(
    listed(
        "o a os as um de do da dos das em no na nos nas ao aos à às e ou que se me te lhe lhes nos vos por com sem mas lo la "
        "los las num dum"
    )
)
_LIGHT = frozenset(listed("uma umas uns para pelo pela pelos pelas como quando sobre entre até numa duma minha sua tua porque onde"))

_OPEN = frozenset(
    listed(
        "era eram ela elas dela delas nela terra terras guerra festa festas janela janelas bela belas belo velha velhas velho "
        "velhos certa certas certo certos perto resto sete dez neve pedra pedras pressa quero quer queres deve devem leve breve "
        "serra serras cela vela velas tela perna pernas mulher mulheres papel anel mel fiel cruel pele fera severa espera "
        "esperam conversa conversas inverno aberta aberto aberta inferno moderno eterno eterna caverna lanterna taberna hora "
        "horas agora fora embora porta portas nova novas novos rosa rosas nossa nossas nosso vossa vosso modo modos povos olhos "
        "ovos corpos portos jogos ombros hoje bola escola escolas cola história memória glória corda cordas sorte sortes morte "
        "forte fortes norte corte noite note pobre pobres nobre nobres cobre moça mostra mostram gosta gostam senhora senhoras "
        "logo fogo poço sol farol lençol espanhol volta voltas solta suas pode podem cobra obra obras sobra prova provas "
        "formosa gloriosa curiosa preciosa moda rota dose pose posse lote bote golpe idade"
    )
)

_EXCEPTIONS = {
    "muito": "mˈuɪ̃tʊ",
    "muita": "mˈuɪ̃tɐ",
    "muitos": "mˈuɪ̃tʊs",
    "muitas": "mˈuɪ̃tɐs",
    "e": "i",
    "há": "ˈa",
    "táxi": "tˈaksɪ",
    "próximo": "pɾˈɔsimʊ",
    "próxima": "pɾˈɔsimɐ",
    "sexo": "sˈɛksʊ",
    "fixo": "fˈiksʊ",
    "trouxe": "tɾˈosɪ",
    "trouxeram": "tɾosˈɛɾɐ̃ʊ̃",
    "máximo": "mˈasimʊ",
    "auxílio": "awsˈilɪʊ",
    "ruim": "xuˈĩ",
    "obséquio": "obzˈɛkjʊ",
}

_VOWELS = "aeiouáéíóúâêôàãõü"
_V = f"[{_VOWELS}]"
_CONSONANTS = rules(
    rf"""
    ch ʃ
    lh ʎ
    nh ɲ
    rr x
    ^r x
    (?<=[nls])r x
    r ɾ
    ss s
    sç s
    sc(?=[eiéíê]) s
    xc(?=[eiéíê]) s
    (?<={_V})s(?={_V}) z
    (?<=tran)s(?={_V}) z
    s(?=[bdgmnvzjlr]) z
    s s
    ç s
    cc(?=[eiéíê]) ks
    c(?=[eiéíê]) s
    c k
    qu(?=[eiéíê]) k
    qü kw
    qu kw
    q k
    gu(?=[eiéíê]) ɡ
    gü ɡw
    gu(?={_V}) ɡw
    g(?=[eiéíê]) ʒ
    g ɡ
    j ʒ
    ^(e)x(?={_V}) \1z
    ^ex es
    (?<=^e)x(?={_V}) z
    (?<=^e)x s
    x(?=[ptc]) s
    x ʃ
    h -
    y i
    w w
    ph f
    z$ s
    l(?![{_VOWELS}]) w
    ([{_VOWELS}bdfklmnptvz]) \1
    """
)
_NUCLEUS = re.compile(
    r"ã[eo]|õe|[aeoáéóâêôàu]i(?!ɲ|[mnlɾzw](?![aeiouáéíóúâêôãõ]))|[aeoiáéóâêô]u(?![mnlɾzw](?![aeiouáéíóúâêôãõ]))|[aeiouáéíóúâêôàãõü]"
)
_NASAL = {"a": "ɐ̃", "e": "ẽ", "i": "ĩ", "o": "õ", "u": "ũ"}
_TILDE = "\u0303"
_CLOSED = str.maketrans("áàâãéêíóôõúü", "aaaaeeiooouu")
_MARKED = {"á": "a", "à": "a", "â": "ɐ", "é": "ɛ", "ê": "e", "í": "i", "ó": "ɔ", "ô": "o", "ú": "u", "ü": "u"}
_FINAL = {"a": "ɐ", "e": "ɪ", "o": "ʊ"}


def sound(word: str) -> str:
    """The phonemes of a word in lower case; hyphens part what is tied to a verb."""
    if "'" in word:
        return "".join(sound(part) for part in word.split("'") if part)
    if word in _EXCEPTIONS:
        said = _EXCEPTIONS[word]
    elif word.endswith("mente") and len(word) > 7:
        said = _ruled(word.removesuffix("mente")).replace("ˈ", "ˌ") + "mˈẽʧɪ"
    else:
        said = _ruled(word)
    said = "".join(_DECOMPOSED.get(letter, letter) for letter in said)
    return said.replace("ˈ", "ˌ") if word in _LIGHT else said


_DECOMPOSED = {"ẽ": f"e{_TILDE}", "ĩ": f"i{_TILDE}", "õ": f"o{_TILDE}", "ũ": f"u{_TILDE}"}


def _ruled(word: str) -> str:
    letters = rewritten(word, _CONSONANTS)
    nuclei = list(_NUCLEUS.finditer(letters))
    if not nuclei:
        return letters
    stressed = -1 if word in _UNSTRESSED else _stressed(word, nuclei)
    said, at = "", 0
    for number, match in enumerate(nuclei):
        following = letters[match.end() :]
        last = number == len(nuclei) - 1 and not (word in _UNSTRESSED and match[0] == "a")
        vowel, eaten = _vowel(match[0], following, stressed=number == stressed, last=last, opened=word in _OPEN)
        said += letters[at : match.start()] + vowel
        at = match.end() + eaten
    return _softened(said + letters[at:])


def _stressed(word: str, nuclei: list[re.Match[str]]) -> int:
    """Which nucleus bears the stress: the one with an accent, else with a tilde, else by the ending."""
    for marks in ("áéíóúâêô", "ãõ"):
        written = [number for number, match in enumerate(nuclei) if set(match[0]) & set(marks)]
        if written:
            return written[-1]
    place = 2 if re.search(r"(?:[aeo]s?|[ae]m|ens)$", word) and not _LAST.search(word) else 1
    return max(0, len(nuclei) - place)


_LAST = re.compile(r"(?:[aeou]i|[aei]u|ou)s?$")


def _vowel(nucleus: str, following: str, *, stressed: bool, last: bool, opened: bool) -> tuple[str, int]:
    """The sound of a nucleus, and how many letters after it are part of it."""
    mark = "ˈ" if stressed else ""
    if nucleus[0] in "ãõ":
        glide = {"o": f"ʊ{_TILDE}", "e": f"ɪ{_TILDE}"}.get(nucleus[1:], "")
        return mark + _NASAL[nucleus[0].translate(_CLOSED)] + glide, 0
    if len(nucleus) == 2:
        return mark + _MARKED.get(nucleus[0], nucleus[0]) + {"i": "ɪ", "u": "ʊ"}[nucleus[1]], 0
    plain = nucleus.translate(_CLOSED)
    if last and re.fullmatch(r"[mn]s?", following) and plain in "ae":
        return mark + (f"eɪ{_TILDE}" if plain == "e" else f"ɐ{_TILDE}ʊ{_TILDE}"), 1
    if re.match(rf"[mn](?:[^{_VOWELS}ɲ]|$)", following):
        return mark + _NASAL[plain], 1
    if nucleus in _MARKED:
        return mark + _MARKED[nucleus], 0
    if last and not stressed and re.fullmatch(r"s?", following) and plain in _FINAL:
        return _FINAL[plain], 0
    if stressed and opened and plain in "eo":
        return mark + {"e": "ɛ", "o": "ɔ"}[plain], 0
    return mark + plain, 0


def _softened(said: str) -> str:
    """t and d before i are affricates; i between the stress and a last vowel glides into it."""
    said = re.sub(rf"t(?=ˈ?[iɪ](?!{_TILDE}?ʊ{_TILDE}))", "ʧ", said)
    said = re.sub(r"d(?=ˈ?[iɪ])", "ʤ", said)
    return re.sub(r"(?<!ˈ)i(?=[ɐʊ]s?$)", "j", said)


_SPEAKERS = """
pf_dora   Isadora   adult 0.72
pm_alex   Alexandre adult 0.70
"""

_MADE = """
pm_alex_young  Alexandre_o_jovem  pm_alex  male    young 1.07 1.00 0.55
pf_dora_young  Isadora_a_jovem    pf_dora  female  young 1.06 1.00 0.58
pm_alex_deep   Alexandre_o_grave  pm_alex  male    adult 0.92 0.97 0.50
pf_dora_deep   Isadora_a_grave    pf_dora  female  adult 0.93 0.97 0.50
girl_isadora   A_pequena_Isadora  pf_dora  female  child 1.17 0.98 0.50
boy_alexandre  O_pequeno_Alexandre pm_alex male    child 1.36 0.97 0.48
granny_isadora Vovó_Isadora       pf_dora  female  old   0.88 0.89 0.48
grandpa_alexandre Vovô_Alexandre  pm_alex  male    old   0.90 0.88 0.46
giant_alexandre O_gigante         pm_alex  male    adult 0.80 0.90 0.30
mouse_isadora  O_rato             pf_dora  neutral adult 1.34 1.02 0.32
"""

PORTUGUESE = Language(
    code="pt",
    accents=("brazilian",),
    narrators=("pf_dora", "pm_alex"),
    speakers=_SPEAKERS,
    made=_MADE,
    tokens=reader(WRITTEN, sound),
    abbreviations=WRITTEN.unending("etc.", "Cia.", "a.C.", "d.C.", "a. C.", "d. C."),
)
