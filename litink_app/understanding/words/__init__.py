"""The lexicons: our own lists of words, lower case."""


def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
