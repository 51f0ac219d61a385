"""Parsed sentences: words with their lemma, part of speech and place in the dependency tree. Offsets are code points of the text given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence. `head` is the index of its head within the sentence (its own index for the root).

    `pos` is the Universal POS tag, `tag` the Penn Treebank tag, `dep` the ClearNLP relation, `entity` the named-entity type or "".
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str = ""


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its words in order; `start` and `end` enclose it in the text given."""

    tokens: tuple[Token, ...]
    start: int
    end: int

    @property
    def root(self) -> int:
        """The index of the main verb, or of whatever heads the sentence."""
        return next((index for index, token in enumerate(self.tokens) if token.head == index), 0)

    def children(self, index: int) -> list[int]:
        """The indices of the words that depend directly on the word at `index`, in order."""
        return [at for at, token in enumerate(self.tokens) if token.head == index and at != index]

    def subtree(self, index: int) -> list[int]:
        """The indices of the word at `index` and of everything below it, in order."""
        found, todo = {index}, [index]
        while todo:
            for child in self.children(todo.pop()):
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)
