"""Languages that are spelled as they sound: words into phonemes by rules, with nothing but the marks that shape the melody between them."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from litink_app.studio.voices.languages.language import Token
from litink_app.studio.voices.languages.written import Written

Sound = Callable[[str], str]
"""A word in lower case as phonemes."""

Joint = Callable[[str, str, str, str], tuple[str, str]]
"""Two neighbours without a mark between them, words and sounds, as the two sounds in one breath."""

_GIVEN = re.compile(r"\[([^\[\]]+)\]\(/([^/]+)/\)")
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|[;:,.!?…—()]")


def reader(written: Written, sound: Sound, joint: Joint | None = None) -> Callable[[str, str], list[Token]]:
    """How a language of rules reads a text aloud."""

    def tokens(text: str, accent: str) -> list[Token]:
        found = [token for part in _parts(text, written, sound) for token in part]
        return _bound(found, joint) if joint else found

    return tokens


def _parts(text: str, written: Written, sound: Sound) -> Iterator[list[Token]]:
    """What stands between the words that carry their own sound, and these."""
    at = 0
    for match in _GIVEN.finditer(text):
        yield _read(written.spoken(text[at : match.start()]), sound)
        yield [Token(match[1], match[2], space=text[match.end() : match.end() + 1].isspace())]
        at = match.end()
    yield _read(written.spoken(text[at:]), sound, ends=True)


def _read(said: str, sound: Sound, *, ends: bool = False) -> list[Token]:
    found: list[Token] = []
    for match in _PIECE.finditer(said):
        space = (
            said[match.end() : match.end() + 1].isspace()
            or (match.end() == len(said) and not ends)
            or said[match.end() : match.end() + 1] == "-"
        )
        piece = match[0]
        found.append(Token(piece, sound(piece.lower()) if piece[0].isalpha() else piece, space))
    return found


def _bound(tokens: list[Token], joint: Joint) -> list[Token]:
    sounds = [token.phonemes for token in tokens]
    for number, (one, other) in enumerate(pairwise(tokens)):
        if one.text[0].isalpha() and other.text[0].isalpha():
            sounds[number], sounds[number + 1] = joint(one.text.lower(), other.text.lower(), sounds[number], sounds[number + 1])
    return [Token(token.text, said, token.space) for token, said in zip(tokens, sounds, strict=True)]


def rewritten(word: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    """The word by the first rule that fits at each place; a letter without a rule is silent."""
    said, at = "", 0
    while at < len(word):
        for pattern, sound in rules:
            if match := pattern.match(word, at):
                said += match.expand(sound)
                at = max(match.end(), at + 1)
                break
        else:
            at += 1
    return said


def rules(table: str) -> list[tuple[re.Pattern[str], str]]:
    """Lines of "pattern sound"; a sound of "-" is silence."""
    rows = [line.split() for line in table.strip().splitlines()]
    return [(re.compile(pattern), "" if sound == "-" else sound) for pattern, sound in rows]
