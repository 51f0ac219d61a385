"""The cast on LitBank: are names of one person one character, and names of two persons two."""

import re
from collections import defaultdict
from collections.abc import Hashable
from typing import Any

from litink_app.bench import litbank
from litink_app.schemas.understanding import Mention, Understanding
from litink_app.understanding import understand

METHOD = (
    "LitBank, first 2,000 words of each novel, the whole novel read and understood by ourselves. B3 over the annotated mentions of persons by"
    " proper name: each is given the character whose mention ends with it (alone where there is none), and every name of ours that is no"
    " annotated person counts against precision. by_alias: the same with the character that has the mention's words among its names."
)

Pair = tuple[Hashable | None, Hashable | None]


def run() -> dict[str, Any]:
    return {"method": METHOD, **{half: measure(names) for half, names in litbank.halves().items()}}


def measure(names: list[str]) -> dict[str, Any]:
    spans: list[tuple[float, float, float]] = []
    aliases: list[tuple[float, float, float]] = []
    for name in names:
        novel = litbank.novel(name)
        ours = understand(novel.book)
        if any(gold.form == "PROP" and gold.kind == "PER" for gold in novel.mentions):
            spans.append(b_cubed(_by_span(novel, ours)))
            aliases.append(b_cubed(_by_alias(novel, ours)))
    return {"novels": len(spans), **_mean(spans), "by_alias": _mean(aliases)}


def _mean(scores: list[tuple[float, float, float]]) -> dict[str, float]:
    columns = zip(("precision", "recall", "f1"), zip(*scores, strict=True), strict=True)
    return {name: round(sum(values) / len(values), 4) for name, values in columns}


def b_cubed(pairs: list[Pair]) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean; None stands alone."""
    theirs: dict[Hashable, set[int]] = defaultdict(set)
    ours: dict[Hashable, set[int]] = defaultdict(set)
    for number, (gold, found) in enumerate(pairs):
        theirs[gold if gold is not None else (number,)].add(number)
        ours[found if found is not None else (number,)].add(number)
    gold_of = {number: group for group in theirs.values() for number in group}
    ours_of = {number: group for group in ours.values() for number in group}
    precision = sum(len(gold_of[number] & ours_of[number]) / len(ours_of[number]) for number in gold_of) / len(pairs)
    recall = sum(len(gold_of[number] & ours_of[number]) / len(gold_of[number]) for number in gold_of) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _by_span(novel: litbank.Novel, ours: Understanding) -> list[Pair]:
    mentions = [mention for mention in ours.mentions if mention.start < novel.end]
    used: set[Mention] = set()
    pairs: list[Pair] = []
    for gold in novel.mentions:
        if gold.kind == "PER" and gold.form == "PROP":
            bare = gold.span.start + len(re.sub(r"[’']s?$", "", gold.text))
            inside = [
                mention
                for mention in mentions
                if mention.end in (bare, gold.span.end) or gold.span.start <= mention.start < mention.end <= gold.span.end
            ]
            mention = max(inside, key=lambda one: (one.end in (bare, gold.span.end), one.end - one.start), default=None)
            used.update([mention] if mention else [])
            pairs.append((gold.chain, mention.character if mention else None))
    persons = [gold.span for gold in novel.mentions if gold.kind == "PER"]
    for mention in mentions:
        named = novel.book.text[mention.start : mention.end] != "I" and re.match(
            r"(?:[Tt]he |an? |my |his |her )*[A-Z]", novel.book.text[mention.start : mention.end]
        )
        if named and mention not in used and not any(span.start < mention.end and mention.start < span.end for span in persons):
            pairs.append((None, mention.character))
    return pairs


def _by_alias(novel: litbank.Novel, ours: Understanding) -> list[Pair]:
    owner: dict[str, str] = {}
    for character in ours.characters:
        for alias in (character.name, *character.aliases):
            owner.setdefault(_plain(alias), character.id)
    named = [gold for gold in novel.mentions if gold.kind == "PER" and gold.form == "PROP"]
    return [(gold.chain, owner.get(_plain(gold.text))) for gold in named]


def _plain(name: str) -> str:
    words = re.sub(r"[’']s$", "", " ".join(name.split())).lower().replace(".", "")
    return re.sub(r"^(?:the|an?) ", "", words)
