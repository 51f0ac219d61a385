"""Which passage answers a question: words, their neighbours and their meaning, weighed by one table; and whether any does."""

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from litink_app.understanding.wording import stem, words

Values = npt.NDArray[np.float64]

K, B = 1.2, 0.75
NAME = re.compile(r"(?<=\s)[A-Z][^\W\d_]+")
WEIGHTS = {
    "words": 1.42,
    "window_words": 0.1,
    "meaning": 0.39,
    "window_meaning": 0.4,
    "share": 1.74,
    "window_share": 0.96,
    "pairs": 2.1,
    "closest": 0.96,
    "words_plain": 0.1,
    "window_words_plain": 0.76,
    "before": 1.28,
    "after": 0.88,
    "near_pairs": 0.68,
}
"""Learnt by softmax regression on questions of the training stories of FairytaleQA."""

ANSWERS = {
    "bias": -2.72,
    "unknown": -1.34,
    "window_share": 1.87,
    "share": 1.67,
    "mass": 0.85,
    "likeness": 3.08,
    "likeness_of_five": 1.54,
    "likeness_of_passage": 1.84,
    "stands_out": 1.12,
    "strange_names": -1.65,
    "names": 0.26,
    "length": -1.44,
}
"""Whether the passages answer at all: logistic regression on questions of the same and of other stories."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Passages by number, best first, with their scores; `confidence` 0..1 that the answer is among them."""

    order: tuple[int, ...]
    scores: tuple[float, ...]
    confidence: float


class Bag:
    """Texts as bags of stems with BM25."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.stems = [words(text) for text in texts]
        self.counts = [Counter(stems) for stems in self.stems]
        self.places: dict[str, list[int]] = {}
        for number, count in enumerate(self.counts):
            for word in count:
                self.places.setdefault(word, []).append(number)
        self.rarity = {word: math.log(1 + (len(texts) - len(held) + 0.5) / (len(held) + 0.5)) for word, held in self.places.items()}
        self.unseen = math.log(1 + 2 * len(texts))
        self.average = sum(map(len, self.stems)) / max(1, len(texts)) or 1.0

    def score(self, question: set[str]) -> Values:
        found = np.zeros(len(self.stems))
        for word in question:
            for number in self.places.get(word, ()):
                bound = K * (1 - B + B * len(self.stems[number]) / self.average)
                many = self.counts[number][word]
                found[number] += self.rarity[word] * many * (K + 1) / (many + bound)
        return found

    def mass(self, question: set[str]) -> Values:
        """How much of the question each text holds, by rarity."""
        return self.weigh({word: self.rarity.get(word, 0.0) for word in question})

    def weigh(self, weights: dict[str, float]) -> Values:
        """The sum of the weights of the words that each text holds."""
        found = np.zeros(len(self.stems))
        for word, weight in weights.items():
            found[self.places.get(word, [])] += weight
        return found

    def both(self, one: str, other: str) -> list[int]:
        """The texts that hold two words."""
        held = set(self.places.get(other, ()))
        return [number for number in self.places.get(one, ()) if number in held]

    def whole(self, question: set[str]) -> float:
        return sum(self.rarity.get(word, self.unseen) for word in question) or 1.0


class Index:
    """Passages in their order, each with windows of a few sentences."""

    def __init__(self, passages: Sequence[str], windows: Sequence[Sequence[str]]) -> None:
        self.passages = Bag(passages)
        self.windows = Bag([window for many in windows for window in many])
        self.parents = np.array([number for number, many in enumerate(windows) for _ in many], np.int64)
        self.size = len(passages)

    def best(self, of_windows: Values) -> Values:
        """The best window of each passage."""
        found = np.full(self.size, of_windows.min() if len(of_windows) else 0.0)
        np.maximum.at(found, self.parents, of_windows)
        return found

    def rank(self, question: str, meaning: Values, window_meaning: Values) -> Ranking:
        """`meaning` and `window_meaning`: likeness of the question's vector to those of passages and windows."""
        asked = set(words(question)) or {question.lower()}
        features = self._features(words(question), asked, meaning, window_meaning)
        scores = sum((WEIGHTS[name] * values for name, values in features.items()), np.zeros(self.size))
        order = np.argsort(-scores, kind="stable")
        confidence = self._confidence(question, asked, features, meaning, window_meaning)
        return Ranking(tuple(int(number) for number in order), tuple(float(scores[number]) for number in order), confidence)

    def _features(self, stems: list[str], asked: set[str], meaning: Values, window_meaning: Values) -> dict[str, Values]:
        said, window_said = self.passages.score(asked), self.best(self.windows.score(asked))
        share = self.passages.mass(asked) / self.passages.whole(asked)
        likest = self.best(window_meaning)
        return {
            "words": said / (said.max() + 1e-9),
            "window_words": window_said / (window_said.max() + 1e-9),
            "meaning": _standard(meaning),
            "window_meaning": _standard(likest),
            "share": share,
            "window_share": self.best(self.windows.mass(asked) / self.windows.whole(asked)),
            "pairs": self._pairs(stems),
            "closest": (likest - likest.max()) * 10,
            "words_plain": said / 10,
            "window_words_plain": window_said / 10,
            "before": np.concatenate([[0.0], share[:-1]]),
            "after": np.concatenate([share[1:], [0.0]]),
            "near_pairs": self.best(self._near_pairs(stems)),
        }

    def _pairs(self, stems: list[str]) -> Values:
        """The share of the question's neighbours that are neighbours in the passage."""
        pairs = set(itertools.pairwise(stems))
        held = np.zeros(self.size)
        for one, other in pairs:
            for number in self.passages.both(one, other):
                held[number] += _near(self.passages.stems[number], one, other, 1)
        return held / max(1, len(pairs))

    def _near_pairs(self, stems: list[str]) -> Values:
        """The same in windows, with words between, by rarity."""
        rarity = self.windows.rarity
        pairs = {
            (one, other): rarity.get(one, 0.0) + rarity.get(other, 0.0)
            for place, one in enumerate(stems)
            for other in stems[place + 1 : place + 4]
        }
        whole = sum(pairs.values()) or 1.0
        found = np.zeros(len(self.parents))
        for (one, other), weight in pairs.items():
            for number in self.windows.both(one, other):
                found[number] += weight * _near(self.windows.stems[number], one, other, 4)
        return found / whole

    def _confidence(self, question: str, asked: set[str], features: dict[str, Values], meaning: Values, window_meaning: Values) -> float:
        if not self.size:
            return 0.0
        known = self.passages.rarity
        names = [stem(name.lower()) for name in NAME.findall(question)]
        likest = np.sort(window_meaning)[::-1]
        unknown = sum(self.windows.unseen for word in asked if word not in known) / self.windows.whole(asked)
        mass = self.windows.mass(asked)
        signs = {
            "bias": 1.0,
            "unknown": unknown,
            "window_share": float(features["window_share"].max()),
            "share": float((self._share_of_windows(asked)).max()),
            "mass": float(mass.max()) / 10 if len(mass) else 0.0,
            "likeness": float(likest[0] - 0.85) * 10,
            "likeness_of_five": float(likest[:5].mean() - 0.83) * 10,
            "likeness_of_passage": float(meaning.max() - 0.82) * 10,
            "stands_out": float(likest[0] - np.median(likest)) * 10,
            "strange_names": float(sum(name not in known for name in names)),
            "names": float(bool(names)),
            "length": len(asked) / 10,
        }
        return float(1 / (1 + math.exp(-sum(ANSWERS[name] * value for name, value in signs.items()))))

    def _share_of_windows(self, asked: set[str]) -> Values:
        """How much of the question each passage holds, by how rare its words are among windows."""
        rarity = self.windows.rarity
        return self.passages.weigh({word: rarity.get(word, 0.0) for word in asked}) / self.windows.whole(asked)


def _near(stems: list[str], one: str, other: str, reach: int) -> bool:
    """Whether `other` comes at most `reach` words after `one`."""
    return any(stem == one and other in stems[place + 1 : place + 1 + reach] for place, stem in enumerate(stems))


def _standard(values: Values) -> Values:
    return (values - values.mean()) / (values.std() + 1e-6) if len(values) else values
