"""Spanish, French and Italian texts: nobody and nowhere rather than somebody and somewhere wrong."""

import pytest

from litink_app.schemas.understanding import Age, Gender, Understanding
from litink_app.understanding import understand
from tests.understanding.made import book, character, speakers

LIGHTHOUSE = """En lo alto de un acantilado, junto al mar, vivía un viejo farero llamado Tomás. Cada noche encendía la gran lámpara. Una tarde de tormenta, una niña llamada Lucía llamó a la puerta.

—¡Abra, por favor! —gritó Lucía—. ¡Mi padre está en el mar!

—Entra, hija, que te vas a helar —respondió Tomás—. ¿Desde cuándo falta su barca?

—Desde el mediodía —dijo la niña, temblando.

El viejo miró por la ventana y vio que las olas golpeaban las rocas.

—Ella sabe dónde está —susurró Tomás—. Apaga la vela.

Entre la lluvia apareció una pequeña barca. Al amanecer, Lucía abrazó a su padre en la playa."""

FOREST = """Il était une fois, dans la forêt, un vieux bûcheron nommé Pierre. La nuit, il neigeait. Elle avait froid, et Elle pleurait.

« Qui est là ? » demanda Pierre.

« Moi, dit Mme Renard, ouvrez la porte ! »

Au matin, Pierre et Mme Renard marchaient vers la rivière, loin de Paris. À Paris, Mme Renard riait."""

MARKET = """Una sera di nebbia, nel porto, un ragazzo chiamato Marco guardava le navi. Pioveva. La signora Bianchi lo vide.

« Vieni! » disse Marco.

« No », rispose la signora Bianchi. Poi Marco rise, e la signora Bianchi tornò nella piazza."""

NOBODY = "Llovía. Ella miraba, y Ella callaba. Entonces Él dijo que no, y que Él no iba.\n\n—Dios mío —dijo Ella."


def names(found: Understanding) -> set[str]:
    return {one.name for one in found.characters}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (LIGHTHOUSE, "es", {"Tomás", "Lucía"}),
        (FOREST, "fr", {"Pierre", "Mme Renard"}),
        (MARKET, "it", {"Marco", "Signora Bianchi"}),
        (NOBODY, "es", set[str]()),
        (FOREST, "de", set[str]()),
    ],
)
def test_only_names_that_stand_in_mid_sentence_are_the_cast(text: str, language: str, expected: set[str]) -> None:
    found = understand(book(text, language))

    assert names(found) == expected


def test_who_is_a_man_a_woman_a_child_or_old_is_told_by_the_words_before_the_name() -> None:
    spanish, french = understand(book(LIGHTHOUSE, "es")), understand(book(FOREST, "fr"))

    assert (character(spanish, "Tomás").gender, character(spanish, "Tomás").age) == (Gender.MALE, Age.OLD)
    assert (character(spanish, "Lucía").gender, character(spanish, "Lucía").age) == (Gender.FEMALE, Age.CHILD)
    assert character(french, "Mme Renard").gender is Gender.FEMALE


def test_speech_has_a_speaker_where_a_verb_and_a_name_follow_and_the_narrator_tells_the_rest() -> None:
    assert speakers(understand(book(LIGHTHOUSE, "es"))) == ["Lucía", "Lucía", "Tomás", "Tomás", None, "Tomás", "Tomás"]
    assert speakers(understand(book(FOREST, "fr"))) == ["Pierre", "Mme Renard", "Mme Renard"]
    assert speakers(understand(book(MARKET, "it"))) == ["Marco", "Signora Bianchi"]


def test_what_the_narrator_says_between_dashes_is_no_speech() -> None:
    found = understand(book(LIGHTHOUSE, "es"))

    assert [quote.text for quote in found.quotes][:2] == ["—¡Abra, por favor!", "¡Mi padre está en el mar!"]
    assert found.quotes[4].text == "—Desde el mediodía"


@pytest.mark.parametrize(
    ("text", "language", "kits", "hours", "weather"),
    [
        (LIGHTHOUSE, "es", {"sea", "beach", "ship", "harbour"}, {"night", "dusk", "dawn"}, {"storm", "rain", "clear"}),
        (FOREST, "fr", {"forest", "riverside"}, {"night", "day"}, {"snow", "clear"}),
        (MARKET, "it", {"harbour", "street"}, {"dusk"}, {"fog", "rain"}),
    ],
)
def test_places_hours_and_skies_are_told_by_the_words_of_the_language(
    text: str, language: str, kits: set[str], hours: set[str], weather: set[str]
) -> None:
    scenes = understand(book(text, language)).scenes

    assert {scene.kit for scene in scenes} <= kits
    assert {scene.time for scene in scenes} <= hours
    assert {scene.weather for scene in scenes} <= weather
    assert scenes[0].weather != "clear"


def test_a_scene_is_called_by_the_word_of_the_text() -> None:
    found = understand(book("Juan corría por el bosque.\n\nEl bosque era grande.", "es"))

    assert [scene.place for scene in found.scenes] == ["bosque"]


@pytest.mark.parametrize(("language", "place"), [("es", "prado"), ("fr", "prairie"), ("it", "prato"), ("de", "")])
def test_where_no_place_is_told_it_is_out_of_doors(language: str, place: str) -> None:
    found = understand(book("The house, the room, the fire. Home pain mine.", language))

    assert [(scene.kit, scene.place) for scene in found.scenes] == [("meadow", place)]
