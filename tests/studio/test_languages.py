"""Other languages: words sound as they do there, figures are said, and every word on the page is heard."""

import unicodedata

import pytest

from litink_app.errors import Refused
from litink_app.schemas.language import short, three_letters, unspoken
from litink_app.schemas.understanding import Age, Character, Gender
from litink_app.studio.voices import cast, usual_narrator, voices
from litink_app.studio.voices.catalogue import info, timbre
from litink_app.studio.voices.kokoro import alphabet
from litink_app.studio.voices.languages import LANGUAGES, of_accent
from litink_app.studio.voices.pace import estimate
from litink_app.studio.voices.phonemes import phrases
from litink_app.studio.voices.sentences import sentences
from litink_app.studio.weights import weights

OTHERS = [code for code in LANGUAGES if code != "en"]
TEXTS = {
    "es": "—¿Quién es? —dijo el Sr. Núñez, que nació el 1 de mayo de 1895 («¡qué día!») en el nº 7.",
    "it": "— Chi è? — disse il Sig. Bianchi, ch’era nato il 1° maggio 1895 («che giorno!») a pag. 7.",
    "fr": "— Qui est-ce ? dit M. Blanc, qu’on vit naître le 1er mai 1895 (« quel jour ! »), à la p. 7.",
}


@pytest.fixture(autouse=True)
def words(request: pytest.FixtureRequest) -> None:
    """The list of words that the language of the test is read by, fetched once: no part of what `litink setup` brings."""
    asked = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    language = of_accent(asked["accent"]) if "accent" in asked else LANGUAGES.get(asked.get("code", ""))
    if language and language.words:
        weights(language.words)


def _said(text: str, accent: str) -> str:
    return " ".join(token.text for token in of_accent(accent).tokens(text, accent) if token.text[0].isalpha())


def _sounds(text: str, accent: str) -> str:
    return " ".join(token.phonemes for token in of_accent(accent).tokens(text, accent) if token.text[0].isalpha())


@pytest.mark.parametrize(
    ("accent", "written", "sounds"),
    [
        ("castilian", "ciudad guerra pingüino", "θjuðˈað ɡˈera piŋɡwˈino"),
        ("castilian", "perro pero enrique alrededor", "pˈero pˌeɾo enrˈike alreðeðˈoɾ"),
        ("castilian", "país río búho oeste", "paˈis rˈio bˈuo oˈeste"),
        ("castilian", "ángel jesús constitución leyes", "ˈaŋxel xesˈus konstituθjˈon lˈeʝes"),
        ("castilian", "reina aire causa rey", "rˈAna ˈIɾe kˈWsa rˈA"),
        ("castilian", "rápidamente huevo hierba llave", "rˌapiðamˈente wˈeβo ʝˈeɾβa ʎˈaβe"),
        ("castilian", "el niño de México", "el nˈiɲo de mˈexiko"),
        ("french", "les enfants, les héros", "le zɑ̃fˈɑ̃ le eʁˈo"),
        ("french", "un ami; mon oncle est un homme", "œ̃ namˈi mɔ̃ nˈɔ̃kl ɛ tœ̃ nˈɔm"),
        ("french", "l'homme qu'on voit aujourd'hui", "lˈɔm kɔ̃ vwˈa oʒuʁdɥˈi"),
        ("french", "femme monsieur fils œil", "fˈam məsjˈø fˈis ˈœj"),
        ("italian", "gli scienza ghiaccio sbaglio", "ʎi ʃˈɛnʦa ɡjˈatʧo zbˈaʎʎo"),
        ("italian", "quell'albero l'uomo dell'acqua", "kwellˈalbero lwˈɔmo dellˈakkwa"),
        ("italian", "parlano mano parlarono guardandolo prenderlo", "pˈarlano mˈano parlˈarono ɡwardˈandolo prˈenderlo"),
        ("italian", "amici amiche popoli città può mio", "amˈiʧi amˈike pˈopoli ʧittˈa pwˈɔ mˈio"),
    ],
)
def test_words_sound_as_they_do_where_they_are_spoken(accent: str, written: str, sounds: str) -> None:
    assert _sounds(written, accent) == unicodedata.normalize("NFD", sounds)


@pytest.mark.parametrize(
    ("accent", "written", "said"),
    [
        ("castilian", "El Sr. López y la Sra. Ruiz", "El señor López y la señora Ruiz"),
        ("castilian", "Felipe II, Luis XIV, Isabel II", "Felipe segundo Luis catorce Isabel segunda"),
        ("castilian", "siglo XIX, capítulo IV", "siglo diecinueve capítulo cuatro"),
        ("castilian", "lo VI, CI", "lo VI ciento uno"),
        ("castilian", "el 1 de mayo de 1895", "el primero de mayo de mil ochocientos noventa y cinco"),
        ("castilian", "1.234.567 y 3,5", "un millón doscientos treinta y cuatro mil quinientos sesenta y siete y tres coma cinco"),
        ("castilian", "21 casas, 100 km, 1 km", "veintiún casas cien kilómetros un kilómetro"),
        ("castilian", "5 €, 31%, a las 9:30", "cinco euros treinta y uno por ciento a las nueve treinta"),
        ("castilian", "la 2.ª y el 1.º", "la segunda y el primero"),
        ("french", "M. Blanc et Mme Noir", "monsieur Blanc et madame Noir"),
        ("french", "le 1er mai 1895", "le premier mai mille huit cent quatre vingt quinze"),
        ("french", "Louis XIV et François Ier", "Louis quatorze et François premier"),
        ("french", "chez DIX amis, LI", "chez DIX amis cinquante et un"),
        ("french", "71, 80, 91, 200, 2e étage", "soixante et onze quatre vingts quatre vingt onze deux cents deuxième étage"),
        (
            "french",
            "1 234 567 € et 3,5 km",
            "un million deux cent trente quatre mille cinq cent soixante sept euros et trois virgule cinq kilomètres",
        ),
        ("italian", "Il Sig. Rossi e la Sig.ra Bianchi", "Il signor Rossi e la signora Bianchi"),
        ("italian", "il 1 maggio 1895, pag. 23", "il primo maggio mille ottocento novantacinque pagina ventitré"),
        ("italian", "LI VI", "LI VI"),
        ("italian", "Luigi XIV, Vittorio Emanuele II, secolo XIX", "Luigi quattordicesimo Vittorio Emanuele secondo secolo diciannovesimo"),
        (
            "italian",
            "1.234.567 € e 3,5 km",
            "un milione duecento trentaquattro mila cinquecento sessantasette euro e tre virgola cinque chilometri",
        ),
    ],
)
def test_what_is_not_written_as_words_is_said(accent: str, written: str, said: str) -> None:
    assert _said(written, accent) == said


@pytest.mark.parametrize("code", OTHERS)
def test_each_word_on_the_page_has_its_sound_in_letters_that_the_voice_reads(code: str) -> None:
    accent = LANGUAGES[code].accents[0]

    found = phrases(TEXTS[code], accent)

    assert [word.text for phrase in found for word in phrase.words] == [w for w in TEXTS[code].split() if any(x.isalnum() for x in w)]
    for phrase in found:
        assert set(phrase.phonemes) <= set(alphabet()), phrase.phonemes
        assert [word.start for word in phrase.words] == sorted(word.start for word in phrase.words)
        assert all(phrase.phonemes[word.start : word.end].strip(" ,.") for word in phrase.words)


@pytest.mark.parametrize("code", OTHERS)
def test_foreign_letters_and_signs_break_no_language(code: str) -> None:
    accent = LANGUAGES[code].accents[0]

    for phrase in phrases("Żółw & Müller’s «naïve» Привет 你好 3 × 4 = 12; 50% @home #1 O’Brien XIV... 007 1999999999999999", accent):
        assert set(phrase.phonemes) <= set(alphabet()), phrase.phonemes


@pytest.mark.parametrize("code", OTHERS)
def test_the_lexicon_of_a_book_is_obeyed(code: str) -> None:
    accent = LANGUAGES[code].accents[0]
    lexicon = {"Holmes": "/hˈoms/", "Watson": "Guatson"}

    (phrase,) = phrases("Holmes, Watson.", accent, lexicon)

    assert [phrase.phonemes[word.start : word.end] for word in phrase.words] == ["hˈoms", _sounds("Guatson", accent)]


@pytest.mark.parametrize("code", OTHERS)
def test_a_cast_is_told_apart_and_nobody_takes_the_narrators_voice(code: str) -> None:
    people = [
        Character("a", "A", (), Gender.FEMALE, 5, 1.0),
        Character("b", "B", (), Gender.MALE, 5, 0.9),
        Character("c", "C", (), Gender.FEMALE, 5, 0.8, Age.OLD),
        Character("d", "D", (), Gender.MALE, 5, 0.7, Age.CHILD),
        Character("e", "E", (), Gender.MALE, 5, 0.6, Age.OLD),
    ]

    chosen = cast(people, code)

    assert len({*chosen.values(), usual_narrator(code)}) == 6
    assert all(info(voice).language == code for voice in (*chosen.values(), usual_narrator(code)))
    assert [info(chosen[who.id]).gender for who in people] == [who.gender for who in people]


@pytest.mark.parametrize("code", OTHERS)
def test_the_voices_of_a_language_are_made_of_its_own_speakers_and_their_pace_is_known(code: str) -> None:
    own = [voice for voice in voices() if voice.language == code]

    assert {timbre(voice.id).accent for voice in own} == set(LANGUAGES[code].accents)
    assert all(1.0 < estimate(TEXTS[code], voice.id) < 20.0 for voice in own)
    assert len({voice.name for voice in voices()}) == len(voices())


def test_abbreviations_end_no_sentence_and_dialogue_is_cut_where_it_ends() -> None:
    text = "El Sr. D. Juan de EE. UU. vino. «¡Basta!» Dijo que no, etc. Luego, pág. 3."

    parts = [one.text for one in sentences(text, LANGUAGES["es"])]

    assert parts == ["El Sr. D. Juan de EE. UU. vino.", "«¡Basta!»", "Dijo que no, etc.", "Luego, pág. 3."]


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("es", "Vino el Sr. «Gato». Dijo la pág. «Hola».", 3),
        ("fr", "Il vit M. «Loup». Il lut le vol. «Un».", 3),
        ("it", "Vide il Sig. «Lupo». Lesse il vol. «Uno».", 3),
    ],
)
def test_where_somebody_begins_to_speak_only_a_title_goes_on(code: str, text: str, count: int) -> None:
    assert len(sentences(text, LANGUAGES[code])) == count


def test_a_language_that_nobody_speaks_is_refused_with_those_that_somebody_does() -> None:
    assert unspoken("de", ["en", "en", "es"]) == "This book is in German, which no voice speaks yet. The voices speak English and Spanish."
    assert unspoken("", ["en"]).startswith("It could not be told in which language")
    with pytest.raises(Refused, match="in German"):
        usual_narrator("de")


def test_tags_of_languages_become_short_and_films_have_three_letters() -> None:
    assert [short(tag) for tag in ("pt-BR", "EN_gb", "spa", "")] == ["pt", "en", "es", ""]
    assert [three_letters(code) for code in ("es", "fr", "tlh")] == ["spa", "fra", "und"]
