"""Who is seen in a film, with what the talk in the book tells of them: a child is called one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from litink_app.schemas.understanding import Age, Being, Character, Quote, Understanding

CAST = 16
_SELF = re.compile(
    r"\bI(?:['’]m|\W{1,3}I['’]m| am)\s+(?:only |just |but |still )*(?:a |an )?(?:\w+ )?(?:little |small |poor )?(?:girl|boy|child)\b"
    r"|\bI(?:['’]m| am)\s+(?:only |just )*(?:five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:feet|inches|miles|times))",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:^|[,;—-]\s*|\b(?:tut|my|dear|poor|only a|this|that)\s)(?:little (?:girl|boy|one)|child)\b", re.IGNORECASE)
_MEN = re.compile(
    r"^(?:the )?(?:dr|doctor|captain|colonel|major|general|sergeant|lieutenant|inspector|constable|professor|judge|bishop|squire|father|"
    r"reverend|rev|lord|sir|mr|king|prince|duke|count|baron)\b",
    re.IGNORECASE,
)
CALLS, SHARE = 4, 0.10


def cast_of(found: Understanding) -> list[Character]:
    """Who is important enough to be seen, the most important first."""
    chosen = sorted((who for who in found.characters if who.mentions > 2), key=lambda who: -who.importance)[:CAST]
    return [_settled(who, found.quotes) for who in chosen]


def _settled(who: Character, quotes: Sequence[Quote]) -> Character:
    if who.being is not Being.PERSON or _MEN.match(who.name):
        return who
    return replace(who, age=Age.CHILD) if who.age in (Age.ADULT, Age.UNKNOWN) and _is_child(who, quotes) else who


def _is_child(who: Character, quotes: Sequence[Quote]) -> bool:
    """Calls itself a child and is called one, or is called one again and again."""
    own = any(quote.speaker == who.id and _SELF.search(quote.text) for quote in quotes)
    heard = [quote for quote in quotes if quote.addressee == who.id]
    called = sum(bool(_CALLED.search(quote.text.strip("“”\"'‘’ "))) for quote in heard)
    return (own and called > 1) or (called >= CALLS and called >= SHARE * len(heard))
