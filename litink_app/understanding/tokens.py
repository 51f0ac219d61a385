"""Words and marks of a text with their places. Parallel lists, because a novel has 150,000 of them."""

import re
from bisect import bisect_left
from dataclasses import dataclass

LETTER = r"[^\W\d_]"
TOKEN = re.compile(
    rf"(?:\b[ODLd][’'](?={LETTER}))?{LETTER}+(?:[-‐‑]{LETTER}+)*|(?<={LETTER})[’']{LETTER}+|\d+(?:[.,:]\d+)*|--+|\.\.+|[^\w\s]"
)
SENTENCE_ENDS = frozenset([".", "!", "?", "…", "...", "..", "。", "！", "？"])
CLOSERS = frozenset(["”", "’", '"', "'", ")", "]", "»", "›"])
OPENERS = frozenset(["“", "‘", '"', "'", "(", "[", "«", "‹", "„"])


@dataclass(slots=True)
class Tokens:
    """`words` as written, `lower` in lower case (apostrophes straightened), half-open places in `starts` and `ends`."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """The first token that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def is_word(self, index: int) -> bool:
        return self.words[index][0].isalpha()

    def is_capitalised(self, index: int) -> bool:
        return self.words[index][0].isupper()


def tokenise(text: str) -> Tokens:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in TOKEN.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    lower = [word.lower().replace("’", "'") for word in words]
    return Tokens(words, lower, starts, ends)
