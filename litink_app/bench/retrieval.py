"""Finding the section that answers, and knowing when none does, on the validation stories of FairytaleQA."""

import asyncio
import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litink_app.errors import Refused
from litink_app.services import asking

HOME = Path(__file__).parents[3] / "shared" / "corpus" / "fairytaleqa"
METHOD = (
    "FairytaleQA validation stories with their own sections as passages. hit@1: the passage put first is one of the sections that the annotator"
    " gave for the question; inside: among the sections of its story; over_all: among the sections of all stories. refusal: each question is asked"
    " to its own story (should be answered) and one question of another story, drawn with a fixed seed, is asked to it (should be refused)."
)


@dataclass(frozen=True, slots=True)
class Story:
    name: str
    sections: tuple[str, ...]
    texts: tuple[str, ...]
    questions: tuple[tuple[str, frozenset[str]], ...]


def stories(split: str) -> Iterator[Story]:
    if not HOME.exists():
        raise Refused("The bench needs ../shared/corpus beside the checkout.")
    for path in sorted((HOME / "section-stories" / split).glob("*-story.csv")):
        name = path.name.removesuffix("-story.csv")
        rows = _rows(path)
        asked = _rows(HOME / "questions" / split / f"{name}-questions.csv")
        questions = tuple((row["question"], frozenset(part.strip() for part in row["cor_section"].split(","))) for row in asked)
        yield Story(name, tuple(row["section"] for row in rows), tuple(" ".join(row["text"].split()) for row in rows), questions)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run() -> dict[str, Any]:
    return asyncio.run(measure(list(stories("val"))))


async def measure(told: list[Story], seed: int = 1) -> dict[str, Any]:
    dice = random.Random(seed)
    inside = answered = refused = over_all = 0
    for story in told:
        texts = asking.of_passages(story.texts)
        others = [question for other in told if other is not story for question, _ in other.questions]
        own = await texts.ask([question for question, _ in story.questions])
        strange = await texts.ask([dice.choice(others) for _ in story.questions])
        inside += sum(story.sections[reply.passages[0].index] in right for reply, (_, right) in zip(own, story.questions, strict=True))
        answered += sum(not reply.refused for reply in own)
        refused += sum(reply.refused for reply in strange)
    everything = asking.of_passages([text for story in told for text in story.texts])
    places = [(story.name, section) for story in told for section in story.sections]
    for story in told:
        replies = await everything.ask([question for question, _ in story.questions])
        for reply, (_, right) in zip(replies, story.questions, strict=True):
            name, section = places[reply.passages[0].index]
            over_all += name == story.name and section in right
    whole = sum(len(story.questions) for story in told)
    shares = {"inside": inside, "over_all": over_all, "answered": answered, "refused": refused}
    return {"method": METHOD, "questions": whole, **{name: round(count / whole, 4) for name, count in shares.items()}}
