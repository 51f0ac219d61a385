"""Quotations and their speakers on LitBank: our own cast is mapped to the annotators' chains by the mentions that both have."""

import time
from collections import Counter, defaultdict
from typing import Any

from litink_app.bench import litbank
from litink_app.schemas.understanding import Mention, Quote, Understanding
from litink_app.services.refining import doubtful
from litink_app.understanding import understand

METHOD = (
    "LitBank, first 2,000 words of each novel, the whole novel read and understood by ourselves. found: a quotation counts when ours and theirs"
    " share at least half of the characters of both together; exact: same first and last character. speaker: a quotation of theirs is right when"
    " the character that we say speaks it is mapped to the annotated speaker; a character is mapped to the chain with which it shares most"
    " mentions (same last character, names and nouns, the narrator's I). at best with a model: as if a language model, asked about exactly the"
    " doubtful quotations that it would be asked about, were always right; an upper bound, no model was measured."
)


def run() -> dict[str, Any]:
    figures: dict[str, Any] = {"method": METHOD}
    for half, names in litbank.halves().items():
        figures[half] = measure(names)
    return figures


def measure(names: list[str]) -> dict[str, Any]:
    found, exact = Counter[str](), Counter[str]()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    words = 0
    begun = time.process_time()
    for name in names:
        novel = litbank.novel(name)
        words += len(novel.book.text.split())
    seconds = -time.process_time() + begun
    begun = time.process_time()
    for name in names:
        _add(litbank.novel(name), understand(litbank.novel(name).book), found, exact, kinds)
    seconds = time.process_time() - begun
    right = sum(count["right"] for count in kinds.values())
    whole = sum(count["all"] for count in kinds.values())
    return {
        "novels": len(names),
        "quotations": whole,
        "found_f1": _f1(found),
        "exact_f1": _f1(exact),
        "speaker": round(right / whole, 4),
        "speaker_at_best_with_a_model": round((right + sum(count["refinable"] for count in kinds.values())) / whole, 4),
        "by_evidence": {
            kind: {"right": count["right"], "all": count["all"], "share": round(count["right"] / count["all"], 4)}
            for kind, count in sorted(kinds.items())
        },
        "words_per_second": round(words / seconds),
    }


def _f1(counts: Counter[str]) -> float:
    return round(2 * counts["both"] / (counts["ours"] + counts["theirs"]), 4)


def _add(novel: litbank.Novel, ours: Understanding, found: Counter[str], exact: Counter[str], kinds: dict[str, Counter[str]]) -> None:
    near = [quote for quote in ours.quotes if quote.start < novel.end]
    mapped = chains(novel, ours.mentions)
    taken: set[int] = set()
    unsure = {ours.quotes[number] for number in doubtful(ours)}
    for gold in novel.quotes:
        quote = max(near, key=lambda other: _shared(gold, other), default=None)
        if quote is None or not _shared(gold, quote):
            kinds["missing"]["all"] += 1
            continue
        if 2 * _shared(gold, quote) >= max(gold.span.end, quote.end) - min(gold.span.start, quote.start):
            taken.add(quote.start)
        exact["both"] += (quote.start, quote.end) == (gold.span.start, gold.span.end)
        kinds[quote.evidence.value]["all"] += 1
        right = quote.speaker is not None and mapped.get(quote.speaker) == gold.speaker
        kinds[quote.evidence.value]["right"] += right
        kinds[quote.evidence.value]["refinable"] += not right and quote in unsure
    for counts in (found, exact):
        counts["ours"] += len(near)
        counts["theirs"] += len(novel.quotes)
    found["both"] += len(taken)


def _shared(gold: litbank.GoldQuote, quote: Quote) -> int:
    return max(0, min(gold.span.end, quote.end) - max(gold.span.start, quote.start))


def chains(novel: litbank.Novel, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """Our character ids and the annotated chain of each."""
    ends: dict[int, list[litbank.GoldMention]] = defaultdict(list)
    for gold in novel.mentions:
        if gold.kind == "PER":
            ends[gold.span.end].append(gold)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        fitting = ends.get(mention.end, [])
        if fitting and mention.start < novel.end:
            closest = min(fitting, key=lambda gold: abs(gold.span.start - mention.start))
            shared[mention.character][closest.chain] += 1
    return {character: counts.most_common(1)[0][0] for character, counts in shared.items()}
