"""Trades and offices: what a word's ending tells, and which were only men's when old books were written."""

from litink_app.understanding.words import beings, listed, people

_ENDINGS = (
    "keeper", "maker", "monger", "seller", "master", "mistress", "woman", "smith", "-man", "-boy", "-girl", "-driver", "-dealer", "-owner", "-bearer", "-cutter", "fisherman", "man",
)  # fmt: skip
_NONE = listed("freshman superhuman inhuman no-man norman roman german cayman talisman ottoman workman-like shipmaster-like blacksmith's")

_MENS = listed(
    """
    doctor dr physician surgeon professor prof chemist dentist engineer scientist inventor printer editor lawyer guard sentinel sentry
    scout student scholar peasant servant keeper owner master employer boss traveller traveler stranger rider horseman
    """
)
"""Whom readers of old books take for a man where the book does not say."""

_WOMENS = ("woman", "mistress", "-girl", "dressmaker")


def is_trade(word: str) -> bool:
    """ "coffin-maker", "ferryman", "gatekeeper"."""
    return len(word) > 6 and word.endswith(_ENDINGS) and word not in _NONE


def is_mans_trade(word: str) -> bool:
    """ "the stranger", "the blacksmith"; also who does something for a living: "the knife-grinder", "the bell-ringer"."""
    return word in _MENS or ((is_trade(word) or _does_something(word)) and not word.endswith(_WOMENS))


def _does_something(word: str) -> bool:
    what, _, last = word.rpartition("-")
    return what != "" and last.endswith("er") and last not in people.FEMALE | beings.ANIMALS | beings.CREATURES
