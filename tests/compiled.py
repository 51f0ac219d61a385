"""The whole application, its pages evaluated once for all tests of a session."""

from collections.abc import Iterator
from typing import Any

import pytest
import reflex as rx

from litink_app import litink_app


@pytest.fixture(scope="session")
def compiled() -> rx.App:
    """The app after a dry compile: every page is evaluated, nothing is written and no Node is needed."""
    litink_app.app._compile(dry_run=True, use_rich=False)
    return litink_app.app


def pages(app: rx.App) -> dict[str, dict[str, Any]]:
    """Every page by its route, as the tree that is drawn."""
    return {route: page.render() for route, page in app._pages.items()}


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of a drawn tree, through conditions, matches and loops."""
    if isinstance(tree, dict):
        if "props" in tree or "contents" in tree:
            yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from nodes(value)


def props(node: dict[str, Any]) -> dict[str, str]:
    """The attributes of a node, as they are written in the script."""
    pairs = (prop.partition(":") for prop in node.get("props", ()))
    return {name.strip('"'): value for name, _, value in pairs}


def words(tree: Any) -> str:
    return " ".join(str(node["contents"]) for node in nodes(tree) if node.get("contents"))
