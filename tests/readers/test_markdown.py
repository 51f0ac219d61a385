"""Markdown as textbooks write it: stretches of HTML inside, attributes in braces, lists of definitions."""

from litink_app.schemas.book import Book
from tests.readers.made import inside

LESSON = """---
title: "Cells"
---

<div data-type="abstract" markdown="1">
By the end you will be able to:
* Describe the cell
* List two organelles
</div>

### What a cell is

A **cell**{: data-type="term"} is the smallest unit of life. Every cell has a *membrane* around it, thin and flexible.

### Glossary
{: data-type="glossary-title"}

cell
: smallest unit of all organisms
^

membrane
: thin layer around the cell
"""


def read(text: str, name: str = "cells.md") -> Book:
    return inside(text.encode(), name)


def test_a_markdown_file_with_stretches_of_html_is_markdown() -> None:
    book = read(LESSON)

    assert book.title == "Cells"
    assert "A cell is the smallest unit of life." in book.text
    assert not any(mark in book.text for mark in ("**", "###", "{:", "<div", "\n^"))


def test_each_item_of_a_list_stands_alone() -> None:
    kinds = [block.kind.value for block in read(LESSON).blocks]

    assert kinds.count("list_item") == 2


def test_a_definition_stands_beside_what_it_defines() -> None:
    text = read(LESSON).text

    assert "cell: smallest unit of all organisms\n" in text
    assert "membrane: thin layer around the cell" in text


def test_a_whole_page_with_a_markdown_name_is_still_html() -> None:
    book = read(
        f"<html><body><h1># One</h1>\n\n{'<p>Some words of a page that is long enough to be a book.</p>' * 40}</body></html>", "page.md"
    )

    assert "<p>" not in book.text
    assert "Some words of a page" in book.text
