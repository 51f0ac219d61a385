"""Place, hour and sky of paragraphs in other languages than English, by the few sure words of each."""

from collections.abc import Sequence

from litink_app.understanding.setting import Setting
from litink_app.understanding.story import Story
from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words.tongues import ARTICLES, FAINT, PASSING, WITH_ARTICLE, Tongue

SITUATED, LOOSE, SPOKEN, DIM = 1.6, 0.45, 0.2, 0.5
ARRIVED = 0.6
GLOOMY = frozenset(("rain", "storm", "fog"))


def settings_abroad(story: Story, tongue: Tongue) -> dict[int, Setting]:
    """The setting of every prose paragraph, by its number."""
    return {number: _setting(story, number, tongue) for number, passage in enumerate(story.passages) if passage.is_prose}


def bare(word: str) -> str:
    """Without an elided article: "l'orage", "d'école"."""
    return word.rpartition("'")[2]


def _setting(story: Story, number: int, tongue: Tongue) -> Setting:
    passage, lower = story.passages[number], story.tokens.lower
    found = Setting()
    for index in range(passage.first, passage.last):
        word = bare(lower[index])
        found.words += lower[index][0].isalpha()
        spoken = bool(story.quoted[index])
        if word in tongue.places:
            _place(found, tongue, lower, index, passage.first, spoken)
        if spoken or (word in WITH_ARTICLE and lower[index - 1] not in ARTICLES):
            continue
        if word in tongue.hours:
            found.hours[tongue.hours[word]] += 1 if word in PASSING else 2
        if word in tongue.skies:
            found.skies[tongue.skies[word]] += 1 if word in PASSING else 2
    return found


def _place(found: Setting, tongue: Tongue, lower: list[str], index: int, first: int, spoken: bool) -> None:
    word = bare(lower[index])
    kit, weight = tongue.places[word], DIM if word in FAINT else 1.0
    situated = _situated(tongue, lower, index, first)
    worth = weight * (SITUATED if situated else LOOSE) * (SPOKEN if spoken else 1.0)
    found.kits[kit] += worth  # pyright: ignore[reportArgumentType]
    if spoken:
        return
    found.places.append((kit, index, worth))
    if situated and weight > DIM:
        found.moved = kit
        found.kits[kit] += ARRIVED  # pyright: ignore[reportArgumentType]


def _situated(tongue: Tongue, lower: list[str], index: int, first: int) -> bool:
    """A preposition of place at most five words before, with no mark between."""
    for place in range(index - 1, max(first, index - 6) - 1, -1):
        if lower[place] in tongue.towards:
            return True
        if not lower[place][0].isalpha() and not lower[place].startswith("'"):
            return False
    return False


def out_of_doors(looks: Sequence[Setting], hour: str) -> str:
    """Where nobody tells the place: a meadow, in gloom a road."""
    return "road" if hour == "night" or any(GLOOMY & look.skies.keys() for look in looks) else "meadow"


def place_abroad(tokens: Tokens, looks: Sequence[Setting], kit: str, tongue: Tongue) -> str:
    """The text's own word for the place, or else the language's; "" where nobody knows the language."""
    wanted = "street" if kit == "city_night" else kit
    named = [(worth, -index) for look in looks for name, index, worth in look.places if name == wanted]
    return bare(tokens.lower[-max(named)[1]]) if named else tongue.name_of(wanted)
