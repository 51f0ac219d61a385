"""From plain words to a brief: "a fox in a snowy forest at dusk"."""

import re
from random import Random

from litink_app.schemas.picture import KITS, Actor, Look, PictureBrief, PictureKind, PictureStyle
from litink_app.schemas.script import Setting
from litink_app.schemas.understanding import Age, Being, Gender
from litink_app.studio.illustrator.coats import animal_height
from litink_app.studio.illustrator.wardrobe import ACCENTS, CARRY_WORDS, DRESS_WORDS, HAT_WORDS, accent_in, first_of, seed_of
from litink_app.studio.illustrator.wildlife import KINDS, MUZZLES, TRAITS

PLACES: tuple[tuple[str, str], ...] = (
    (r"drawing[- ]room|parlou?r|sitting[- ]room|salon|living[- ]room|221b|fireside|lodgings", "drawing_room"), (r"kitchen|scullery|pantry|cook", "kitchen"), (r"library|study\b|bookshop|archive", "library"), (r"bed-?room|bedchamber|nursery|\bbed\b", "bedroom"),
    (r"court-?room|court of|trial|jury|judge|tribunal", "courtroom"), (r"school|class-?room|lesson|teacher|lecture|university", "school"), (r"laborator|\blab\b|hospital|clinic|anatom|chemist|science|surgery|cell\b|muscle|bone", "laboratory"), (r"train\b|railway|carriage compartment|station", "train"),
    (r"battle|war\b|siege|army|soldiers", "battlefield"), (r"ship\b|deck|aboard|captain|mast", "ship"), (r"harbou?r|port\b|quay|dock", "harbour"), (r"beach|shore|seaside|sand\b|coast", "beach"), (r"\bsea\b|ocean|waves|island|boat", "sea"), (r"castle|palace|tower|king|queen|prince|princess|kingdom|fortress", "castle"),
    (r"cave|cavern|grotto|mine\b|underground|rabbit-?hole|tunnel", "cave"), (r"desert|dune|sahara|camel|pyramid", "desert"), (r"mountain|alps|peak|cliff|summit", "mountains"), (r"forest|wood\b|woods|jungle|thicket|trees", "forest"), (r"snow|winter|ice\b|frozen|arctic", "snow"),
    (r"garden|croquet|roses|orchard|lawn", "garden"), (r"village|cottage|hamlet|farm|mill\b", "village"), (r"river|brook|stream|lake|pond|bank", "riverside"), (r"city.*night|night.*city|skyline", "city_night"), (r"street|town|city|london|paris|market|square|shop|alley", "street"), (r"\broad\b|highway|path\b|lane\b|journey|travel", "road"),
)  # fmt: skip
TIME_WORDS = (
    (r"dawn|sunrise|daybreak|morning|early light", "dawn"),
    (r"dusk|sunset|evening|twilight|nightfall|gloaming", "dusk"),
    (r"night|midnight|moon|stars|starry", "night"),
    (r"noon|day\b|daylight|afternoon|sunny", "day"),
)
WEATHER_WORDS = (
    (r"storm|thunder|lightning|gale|tempest", "storm"),
    (r"rain|drizzle|shower|wet\b", "rain"),
    (r"snow|blizzard|flakes", "snow"),
    (r"fog|mist|haze", "fog"),
    (r"cloud|overcast|grey sky", "cloudy"),
)
MOOD_WORDS = (
    (r"happy|joy|merry|cheer|laugh|feast|party|wedding|bright", "joyful"),
    (r"tense|danger|fear|threat|fight|murder|wolf|chase|terror|blood", "tense"),
    (r"sad|lonely|weep|mourn|grief|death|tears|farewell", "sad"),
    (r"myster|secret|strange|ghost|shadow|detective|clue|haunt|whisper", "mysterious"),
    (r"wonder|magic|fairy|dream|enchant|miracle|dragon|marvel", "wondrous"),
    (r"calm|quiet|peace|still|gentle", "calm"),
)
PEOPLE = (
    (r"\bgirl\b|daughter|alice", Gender.FEMALE, Age.CHILD), (r"\bboy\b|\blad\b|\bson\b|child", Gender.MALE, Age.CHILD), (r"old woman|grandmother|granny|crone|witch", Gender.FEMALE, Age.OLD), (r"old man|grandfather|wizard|hermit|sorcerer", Gender.MALE, Age.OLD),
    (r"princess|maiden|young woman|young lady", Gender.FEMALE, Age.YOUNG), (r"prince\b|young man|page\b", Gender.MALE, Age.YOUNG), (r"woman|lady|queen|mother|duchess|wife|nurse|maid\b", Gender.FEMALE, Age.ADULT),
    (r"\bman\b|king\b|detective|doctor|knight|soldier|captain|farmer|sailor|father|husband|gentleman|judge|teacher|giant|hunter|monk|officer", Gender.MALE, Age.ADULT),
)  # fmt: skip
POSES = (
    (r"runn?ing|runs|fleeing|chas", "run"),
    (r"walk|wander|stroll", "walk"),
    (r"sitting|sits|seated", "sit"),
    (r"read", "read"),
    (r"point", "point"),
    (r"danc", "dance"),
    (r"wav(?:es|ing)\b", "wave"),
    (r"think|ponder", "think"),
    (r"kneel", "kneel"),
    (r"weep|cry", "weep"),
    (r"fight", "fight"),
)


def setting_of(words: str, *, seed: int = 0) -> Setting:
    """The setting that words ask for; what they leave open is chosen by the seed."""
    text = words.lower()
    chance = Random(f"setting {seed} {text}")
    weather = first_of(text, WEATHER_WORDS) or "clear"
    kit = first_of(text, PLACES)
    if kit == "forest" and weather == "snow":
        kit = "snow"
    kit = kit or chance.choice(("meadow", "forest", "village", "road", "garden", "mountains"))
    return Setting(
        words[:120],
        kit if kit in KITS else "meadow",
        first_of(text, TIME_WORDS) or chance.choice(("day", "dusk", "dawn")),
        weather,
        first_of(text, MOOD_WORDS) or chance.choice(("calm", "wondrous")),
    )


def actors_of(words: str, *, seed: int = 0) -> tuple[Actor, ...]:
    """Who is named: animals by species, people by age and calling; at most four."""
    text = words.lower()
    found: list[tuple[int, Look]] = []
    for species in sorted({*MUZZLES, *KINDS, *TRAITS, "snake", "caterpillar"}, key=len, reverse=True):
        match = re.search(rf"\b{re.escape(species)}s?\b", text)
        if match and not any(abs(match.start() - at) < len(species) + 2 for at, _ in found):
            found.append((match.start(), _animal(species, text, seed)))
    for pattern, gender, age in PEOPLE:
        match = re.search(pattern, text)
        if match and not any(abs(match.start() - at) < 3 for at, _ in found):
            found.append((match.start(), _person(match.group(0), gender, age, text, seed)))
    looks = [look for _, look in sorted(found, key=lambda pair: pair[0])][:4]
    pose = first_of(text, POSES) or "stand"
    return tuple(
        Actor(look, x, 1 if x < 0.5 or len(looks) == 1 else -1, pose if i == 0 else "stand")
        for i, (look, x) in enumerate(zip(looks, _spread(len(looks), text), strict=True))
    )


def _spread(count: int, text: str) -> list[float]:
    """Places on lines of thirds."""
    if count == 1:
        return [Random(text).choice((0.36, 0.62))]
    return [0.28 + 0.44 * i / (count - 1) for i in range(count)] if count else []


def _animal(species: str, text: str, seed: int) -> Look:
    dressed = (
        first_of(text, DRESS_WORDS)
        if re.search(r"wearing|dressed|in (?:a|his|her) (?:\w+ )?(?:coat|waistcoat|dress|cloak|gown|suit)", text)
        else ""
    )
    number = seed_of(f"{species} {seed}")
    return Look(
        species,
        species.title(),
        Being.ANIMAL,
        species,
        height=animal_height(species, upright=bool(dressed)),
        dress=dressed,
        accent=Random(number).choice(ACCENTS),
        seed=number,
    )


def _person(name: str, gender: Gender, age: Age, text: str, seed: int) -> Look:
    number = seed_of(f"{name} {seed}")
    tall = {Age.CHILD: 0.66, Age.OLD: 0.94}.get(age, 1.0) * (1.45 if name == "giant" else 1.0)
    return Look(
        name,
        name.title(),
        gender=gender,
        age=age,
        height=tall,
        dress=first_of(text, DRESS_WORDS),
        headwear=first_of(text, HAT_WORDS),
        carries=first_of(text, CARRY_WORDS),
        accent=accent_in(text) or Random(number).choice(ACCENTS),
        seed=number,
    )


def brief_of(
    words: str, *, width: int = 1600, height: int = 900, seed: int = 0, style: PictureStyle = PictureStyle.PAPER_THEATRE
) -> PictureBrief:
    """A picture brief from plain words."""
    return PictureBrief(
        PictureKind.SCENE, words, width, height, setting_of(words, seed=seed), actors_of(words, seed=seed), style=style, seed=seed
    )
