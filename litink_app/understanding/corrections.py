"""Applies a person's corrections to what was understood, in their order. One whose names or words are gone is passed over."""

import re
from collections.abc import Callable
from dataclasses import replace

from litink_app.schemas.correction import IMPORTANCES, Corrected, Correction, Verb
from litink_app.schemas.understanding import Being, Character, Evidence, Gender, Mention, Quote, Relation, Scene, Understanding

CONTEXT = 60
NOTICED = 3
"""Mentions from which on somebody belongs to the cast of a film."""
NEAR = 240
"""How far from a quotation a name still tells who says it, in letters."""
_ENDS = re.compile(r"[.!?“”\"\n]")
TELLING = 25
"""Words of so many letters are hardly said twice."""

Act = Callable[[Understanding, Correction, str], Understanding | None]


def apply(found: Understanding, corrections: list[Correction], text: str) -> Corrected:
    """What was understood, with every correction that still fits; the most important characters first."""
    now, voices, applied = found, dict[str, str](), set[str]()
    for one in corrections:
        after = _ACTS[one.verb](now, one, text)
        if after is None:
            continue
        now = after
        applied.add(one.id)
        if one.verb is Verb.VOICE and (who := who_is(now, one.who, one.who_key)):
            voices[who.id] = one.value
    cast = tuple(sorted(now.characters, key=lambda who: -who.importance))
    return Corrected(replace(now, characters=cast), voices, frozenset(applied))


def who_is(found: Understanding, name: str, key: str = "") -> Character | None:
    """The character of that name, else the one who is also called so; `key` decides where several are."""
    named = [who for who in found.characters if who.name == name] or [who for who in found.characters if name in who.aliases]
    return next((who for who in named if who.id == key), named[0] if named else None)


def context(text: str, start: int) -> str:
    """The words before a place, by which it is found again."""
    return " ".join(text[max(0, start - CONTEXT) : start].split())


def _rename(found: Understanding, one: Correction, _: str) -> Understanding | None:
    who = who_is(found, one.who, one.who_key)
    if who is None:
        return None
    aliases = tuple(alias for alias in dict.fromkeys((who.name, *who.aliases)) if alias != one.value)
    return _with(found, who, replace(who, name=one.value, aliases=aliases))


def _gender(found: Understanding, one: Correction, _: str) -> Understanding | None:
    who = who_is(found, one.who, one.who_key)
    return _with(found, who, replace(who, gender=Gender(one.value))) if who else None


def _importance(found: Understanding, one: Correction, _: str) -> Understanding | None:
    who = who_is(found, one.who, one.who_key)
    if who is None:
        return None
    seen = replace(who, importance=IMPORTANCES[one.value])
    return _with(found, who, seen if one.value == "minor" else _noticed(seen))


def _voice(found: Understanding, one: Correction, _: str) -> Understanding | None:
    who = who_is(found, one.who, one.who_key)
    return _with(found, who, _noticed(who)) if who else None


def _noticed(who: Character) -> Character:
    """Somebody who is hardly mentioned gets no face and no voice, unless a person has decided about them."""
    return replace(who, mentions=max(who.mentions, NOTICED))


def _with(found: Understanding, before: Character, after: Character) -> Understanding:
    return replace(found, characters=tuple(after if who is before else who for who in found.characters))


def _merge(found: Understanding, one: Correction, _: str) -> Understanding | None:
    who, into = who_is(found, one.who, one.who_key), who_is(found, one.value, one.value_key)
    if who is None or into is None or who.id == into.id:
        return None
    characters = tuple(_joined(into, who) if other is into else other for other in found.characters if other is not who)
    return _repointed(replace(found, characters=characters), who.id, into.id)


def _joined(into: Character, who: Character) -> Character:
    aliases = tuple(name for name in dict.fromkeys((*into.aliases, who.name, *who.aliases)) if name != into.name)
    return replace(
        into,
        aliases=aliases,
        gender=who.gender if into.gender is Gender.UNKNOWN else into.gender,
        mentions=into.mentions + who.mentions,
        importance=min(1.0, round(into.importance + who.importance, 4)),
        hints=(*into.hints, *who.hints),
        first=min(into.first, who.first),
    )


def _repointed(found: Understanding, old: str, new: str) -> Understanding:
    """Everything that named the one names the other."""

    def known(who: str | None) -> str | None:
        return new if who == old else who

    return replace(
        found,
        mentions=tuple(replace(one, character=new) if one.character == old else one for one in found.mentions),
        quotes=tuple(
            replace(one, speaker=known(one.speaker), addressee=known(one.addressee)) if old in (one.speaker, one.addressee) else one
            for one in found.quotes
        ),
        scenes=tuple(_swapped(one, old, new) if old in one.present else one for one in found.scenes),
        relations=_bound([replace(one, first=known(one.first) or "", second=known(one.second) or "") for one in found.relations]),
    )


def _swapped(scene: Scene, old: str, new: str) -> Scene:
    return replace(scene, present=tuple(dict.fromkeys(new if who == old else who for who in scene.present)))


def _bound(many: list[Relation]) -> tuple[Relation, ...]:
    """Each pair and kind once, nobody with themselves."""
    weights: dict[tuple[str, str, str], int] = {}
    for one in many:
        if one.first != one.second:
            key = (one.first, one.second, one.kind)
            weights[key] = weights.get(key, 0) + one.weight
    return tuple(Relation(*key, weight) for key, weight in weights.items())


def _split(found: Understanding, one: Correction, text: str) -> Understanding | None:
    who = who_is(found, one.who, one.who_key)
    if who is None or one.value not in who.aliases:
        return None
    own = [mention for mention in found.mentions if mention.character == who.id]
    theirs = {mention for mention in own if " ".join(text[mention.start : mention.end].split()) == one.value}
    other = _somebody(found, who, one.value, theirs, len(own))
    rest = replace(
        who,
        aliases=tuple(alias for alias in who.aliases if alias != one.value),
        mentions=max(0, who.mentions - other.mentions),
        first=min((mention.start for mention in own if mention not in theirs), default=who.first),
    )
    return replace(
        found,
        characters=(*(rest if each is who else each for each in found.characters), other),
        mentions=tuple(replace(mention, character=other.id) if mention in theirs else mention for mention in found.mentions),
        quotes=tuple(
            replace(quote, speaker=other.id) if quote.speaker == who.id and _named_by(quote, own, text) in theirs else quote
            for quote in found.quotes
        ),
        scenes=tuple(_entered(scene, other.id, theirs) for scene in found.scenes),
    )


def _somebody(found: Understanding, who: Character, name: str, theirs: set[Mention], of: int) -> Character:
    """The one whom a name meant that was held for a name of `who`."""
    share = len(theirs) / of if of else 0.0
    first = min((mention.start for mention in theirs), default=who.first)
    key = _id(name, {each.id for each in found.characters})
    importance = max(0.01, round(who.importance * share, 4))
    return Character(key, name, (), Gender.UNKNOWN, len(theirs), importance, who.age, Being(who.being), who.species, first=first)


def _id(name: str, taken: set[str]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower().removeprefix("the ")).strip("-") or "somebody"
    return next(key for key in (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))) if key not in taken)


def _named_by(quote: Quote, mentions: list[Mention], text: str) -> Mention | None:
    """The mention that tells who speaks: in the sentence that goes on after the quotation, or leads to it, else the nearest."""

    def between(mention: Mention) -> str:
        return text[quote.end : mention.start] if mention.start >= quote.end else text[mention.end : quote.start]

    def rank(mention: Mention) -> tuple[bool, bool, int]:
        return bool(_ENDS.search(between(mention))), mention.start < quote.end, len(between(mention))

    near = [one for one in mentions if quote.end <= one.start <= quote.end + NEAR or quote.start - NEAR <= one.end <= quote.start]
    return min(near, key=rank, default=None)


def _entered(scene: Scene, who: str, mentions: set[Mention]) -> Scene:
    here = any(scene.start <= mention.start < scene.end for mention in mentions)
    return replace(scene, present=(*scene.present, who)) if here and who not in scene.present else scene


def _speaker(found: Understanding, one: Correction, text: str) -> Understanding | None:
    index = _quotation(found.quotes, one, text)
    who = who_is(found, one.value, one.value_key) if one.value else None
    if index < 0 or (one.value and who is None):
        return None
    quote = found.quotes[index]
    speaker = who.id if who else None
    addressee = None if speaker == quote.addressee else quote.addressee
    said = replace(quote, speaker=speaker, addressee=addressee, confidence=1.0, evidence=Evidence.HAND)
    scenes = tuple(_speaks_in(scene, quote, speaker) if speaker else scene for scene in found.scenes)
    now = replace(found, quotes=(*found.quotes[:index], said, *found.quotes[index + 1 :]), scenes=scenes)
    return _with(now, who, _noticed(who)) if who else now


def _speaks_in(scene: Scene, quote: Quote, who: str) -> Scene:
    here = scene.start <= quote.start < scene.end and who not in scene.present
    return replace(scene, present=(*scene.present, who)) if here else scene


def _quotation(quotes: tuple[Quote, ...], one: Correction, text: str) -> int:
    """The quotation with these words; -1 where it is gone. Short words are said often: they count only at their place or in their context."""
    same = [index for index, quote in enumerate(quotes) if quote.text == one.words]
    same = same or [index for index, quote in enumerate(quotes) if _bare(quote.text) == _bare(one.words)]
    sure = [index for index in same if _there(quotes[index], one, text) or (len(one.words) >= TELLING and len(same) == 1)]
    return min(sure, key=lambda index: abs(quotes[index].start - one.start), default=-1)


def _there(quote: Quote, one: Correction, text: str) -> bool:
    before = _bare(one.before)[-CONTEXT // 2 :]
    return quote.start == one.start or bool(before and _bare(context(text, quote.start)).endswith(before))


def _bare(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


_ACTS: dict[Verb, Act] = {
    Verb.RENAME: _rename,
    Verb.MERGE: _merge,
    Verb.SPLIT: _split,
    Verb.GENDER: _gender,
    Verb.IMPORTANCE: _importance,
    Verb.VOICE: _voice,
    Verb.SPEAKER: _speaker,
}
