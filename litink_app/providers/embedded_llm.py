"""A language model's place without one: gives back the most telling sentences of what it is given, and invents nothing."""

import math
import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from typing import Any

from litink_app.errors import ProviderRefused
from litink_app.providers.ports import Answer, Cost, Message

_SENTENCE = re.compile(r"[^.!?]+[.!?]+[\"”’)]*|[^.!?]+$")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Extract:
    """The embedded twin of the LLM port: extraction by word frequency (Luhn 1958). It cannot fill a schema and says so."""

    name = "embedded"
    paid = False
    forms = False

    async def answer(
        self, messages: Sequence[Message], *, schema: dict[str, Any] | None = None, max_tokens: int = 1024, temperature: float | None = None
    ) -> Answer:
        if schema is not None:
            raise ProviderRefused("The embedded writer only quotes; answers of a given form need a language model.")
        given = next((message.content for message in reversed(messages) if message.role == "user"), "")
        text = _telling(given, max_tokens)
        return Answer(text, Cost("embedded", self.name, input_units=len(given.split()), output_units=len(text.split())))

    async def stream(self, messages: Sequence[Message], *, max_tokens: int = 1024) -> AsyncIterator[str]:
        for word in (await self.answer(messages, max_tokens=max_tokens)).text.split(" "):
            yield word + " "


def _telling(text: str, most_words: int) -> str:
    sentences = [match.group().strip() for match in _SENTENCE.finditer(text) if match.group().strip()]
    counts = Counter(word.lower() for word in _WORD.findall(text))
    worth = {index: _worth(sentence, counts) for index, sentence in enumerate(sentences)}
    kept, left = list[int](), most_words
    for index in sorted(worth, key=lambda i: (-worth[i], i)):
        if (size := len(sentences[index].split())) <= left:
            kept.append(index)
            left -= size
        if len(kept) == 5:
            break
    return " ".join(sentences[index] for index in sorted(kept))


def _worth(sentence: str, counts: Counter[str]) -> float:
    found = _WORD.findall(sentence.lower())
    return sum(math.log1p(counts[word]) for word in found) / math.sqrt(8 + len(found))
