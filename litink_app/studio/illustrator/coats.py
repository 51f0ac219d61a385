"""Colours and sizes of animals."""

import re

from litink_app.schemas.picture import Look
from litink_app.studio.illustrator.palette import COLOUR_WORDS
from litink_app.studio.illustrator.wildlife import TRAITS, kind_of

COATS: dict[str, tuple[str, str]] = {
    "rabbit": ("#cfc0ae", "#f0e6d6"), "cat": ("#6a5a4c", "#d8c8b0"), "dog": ("#8a6038", "#e0cca8"), "fox": ("#b8562a", "#f0dcc0"), "wolf": ("#5c5f6a", "#b8b4b0"), "bear": ("#6a4a30", "#b08a60"), "pig": ("#d09a8a", "#e8c0b0"),
    "mouse": ("#8a7a6c", "#d8c8b8"), "sheep": ("#d8d0c0", "#efe8da"), "goat": ("#b0a490", "#e0d8c8"), "cow": ("#8a5a40", "#e8d8c4"), "horse": ("#7a4e30", "#c8a880"), "deer": ("#a06a3c", "#e4cca8"), "lion": ("#c08a40", "#ecd4a4"),
    "frog": ("#5f8a3e", "#d4dc9c"), "lizard": ("#4f8a5a", "#b8cc90"), "tortoise": ("#6f7a42", "#b8b478"), "fish": ("#6a8aa0", "#d0dcd8"), "duck": ("#e0d6c0", "#f4ecdc"), "bird": ("#4f5f7a", "#c8a080"), "eagle": ("#6a4c34", "#e8dcc4"),
    "owl": ("#7a6044", "#dcc8a4"), "dragon": ("#3f7a5a", "#b8c078"), "snake": ("#5a8a4a", "#c8c878"), "caterpillar": ("#6fa04a", "#d8d878"),
}  # fmt: skip


"""Coat and pale parts by kind."""


OWN_COATS = {
    "gryphon": "#a87838", "griffin": "#a87838", "raven": "#2e2c34", "crow": "#2e2c34", "robin": "#7a5a40", "swan": "#ece6da", "goose": "#e6dfd0", "flamingo": "#d88a8a", "tiger": "#c8783a", "panther": "#2c2a30", "unicorn": "#e6e0dc", "squirrel": "#a8602c", "hedgehog": "#6a5040",
    "peacock": "#2a6a8a", "parrot": "#3a9a5a", "lory": "#b83a3a", "dodo": "#8a8478", "rat": "#5f564e", "mole": "#3c3840", "hare": "#a88a64", "boar": "#5a4638", "stork": "#e8e2d8", "donkey": "#8a8480", "elephant": "#8a8a90", "monkey": "#7a5538", "toad": "#7a7444", "cock": "#a8482c", "rooster": "#a8482c", "hen": "#b88a5a",
}  # fmt: skip


def coat_words(look: Look) -> tuple[str, str]:
    """Coat and pale colour of an animal: what the text says, else its kind's."""
    kind = kind_of(look.species)
    coat, pale = TRAITS[kind].coat if kind in TRAITS else COATS[kind]
    words = f"{look.name} {look.hair}".lower()
    if kind == "bear" and re.search(r"\bpolar\b|\bice[- ]?bear|\bwhite\b", words):
        return POLAR
    for word, color in COLOUR_WORDS.items():
        if word in words.split() and word not in ("gold", "rose", "ruby"):
            return color, pale
    for name, color in OWN_COATS.items():
        if name in look.species.lower() or name in look.name.lower().split():
            return color, pale
    return coat, pale


POLAR = ("#f2efe6", "#faf7f0")
"""The bear of the ice."""

SIZES = {
    "rabbit": 0.34, "cat": 0.27, "dog": 0.46, "fox": 0.46, "wolf": 0.60, "bear": 0.80, "pig": 0.46, "mouse": 0.22, "sheep": 0.52, "goat": 0.58, "cow": 0.84, "horse": 1.12, "deer": 0.98, "lion": 0.72, "frog": 0.26, "lizard": 0.28, "tortoise": 0.34,
    "fish": 0.40, "duck": 0.36, "bird": 0.26, "eagle": 0.52, "owl": 0.40, "dragon": 1.25, "snake": 0.46, "caterpillar": 0.50,
}  # fmt: skip


"""How tall an animal stands beside an adult; small ones are drawn larger than life, so that they can act."""


def animal_height(species: str, *, upright: bool) -> float:
    kind = kind_of(species)
    base = TRAITS[kind].size if kind in TRAITS else SIZES[kind]
    words = species.lower()
    if any(w in words for w in ("kitten", "puppy", "cub", "piglet", "lamb", "kid", "calf", "fawn", "duckling", "gosling", "chick")):
        base *= 0.7
    if any(w in words for w in ("swan", "flamingo", "stork", "crane", "goose", "gryphon", "griffin")):
        base *= 1.5
    return min(1.5, max(0.42, 0.34 + 0.62 * base)) if upright else base
