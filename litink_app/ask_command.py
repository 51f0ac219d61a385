"""`litink ask`: questions to a book, or to texts given in its place; no installation needs to run for it."""

import asyncio
import json
import os
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from litink_app import readers
from litink_app.config import settings
from litink_app.errors import Refused
from litink_app.schemas.answer import Reply
from litink_app.services import asking

_ALONE = re.compile("[\ud800-\udfff]")
"""Halves of a sign, which JSON can write and no text can hold."""


def of_book(path: Path) -> asking.Texts:
    """What can be asked of a book."""
    _file(path)
    return asking.of_book(readers.read(path))


def of_passages(path: Path) -> asking.Texts:
    """What can be asked of the texts in a JSON list."""
    given = _json(_text(path), f"{path.name} is not JSON")
    if not isinstance(given, list) or not all(isinstance(one, str) for one in cast("list[Any]", given)):
        raise Refused(f"{path.name} must hold one JSON list of texts.")
    if not given:
        raise Refused(f"{path.name} holds no text to ask.")
    return asking.of_passages([_whole(one) for one in cast("list[str]", given)])


def questions(path: Path) -> list[str]:
    """The questions in lines of `{"question": …}`; empty lines count for nothing."""
    lines = [(number, line) for number, line in enumerate(_text(path).split("\n"), 1) if line.strip()]
    if not lines:
        raise Refused(f"{path.name} holds no question.")
    return [_question(line, f"Line {number} of {path.name}") for number, line in lines]


def _question(line: str, where: str) -> str:
    given = _json(line, f"{where} is not JSON")
    words = cast("dict[str, Any]", given).get("question") if isinstance(given, dict) else None
    if not isinstance(words, str) or not words.strip():
        raise Refused(f'{where} holds no "question".')
    return _whole(words)


def one(texts: asking.Texts, question: str) -> dict[str, Any]:
    """The document of a single question."""
    if not question.strip():
        raise Refused("The question is empty.")
    return asdict(_asked(texts, [_whole(question)])[0])


def many(texts: asking.Texts, asked: Sequence[str]) -> dict[str, Any]:
    """The document of many questions, in the order asked."""
    return {"results": [asdict(reply) for reply in _asked(texts, asked)]}


def _asked(texts: asking.Texts, asked: Sequence[str]) -> list[Reply]:
    """Nobody else works in this process, so all processors do."""
    os.environ.setdefault("LITINK_SPEECH_THREADS", str(min(16, os.cpu_count() or 1)))
    settings.cache_clear()
    return asyncio.run(texts.ask(asked))


def _whole(text: str) -> str:
    return _ALONE.sub("\ufffd", text)


def _json(text: str, otherwise: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{otherwise}.") from error


def _text(path: Path) -> str:
    _file(path)
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name} is not UTF-8 text.") from error


def _file(path: Path) -> None:
    if not path.is_file():
        raise Refused(f"There is no file {path}.")
