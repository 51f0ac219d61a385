"""Small books of our own for the tests."""

from litink_app.schemas.book import Book
from litink_app.schemas.understanding import Character, Quote, Understanding


def book(text: str, language: str = "en") -> Book:
    return Book("A Book", (), language, text, ())


def name_of(found: Understanding, character: str | None) -> str | None:
    """The name behind a character id."""
    return next((one.name for one in found.characters if one.id == character), None)


def speakers(found: Understanding) -> list[str | None]:
    return [name_of(found, quote.speaker) for quote in found.quotes]


def character(found: Understanding, name: str) -> Character:
    return next(one for one in found.characters if one.name == name)


def quote(found: Understanding, words: str) -> Quote:
    return next(one for one in found.quotes if words in one.text)
