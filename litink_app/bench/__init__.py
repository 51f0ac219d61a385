"""The benchmarks that the figures of the product come from: one module each, with `run() -> dict`, printed with its method."""

from importlib import import_module
from typing import Any

NAMES = (
    "read",
    "hostile",
    "cast",
    "quotes",
    "retrieval",
    "search",
    "film",
    "draw",
    "voices",
    "languages",
    "sync",
    "engine",
    "edit",
    "start",
)


def run(name: str) -> dict[str, Any]:
    """The figures of one benchmark."""
    return import_module(f"{__name__}.{name}").run()
