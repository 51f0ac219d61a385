"""Roman numerals."""

NUMERAL = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A well-formed numeral in capitals, as a pattern."""

LETTERS = frozenset(["MIX", "MD", "CD", "DC", "CV", "MM", "CC", "MC"])
"""What is a word or an abbreviation in every language, though well-formed; each language has more of them."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value(numeral: str) -> int:
    """The value of a Roman numeral in capitals."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < max(values[i:]) else one for i, one in enumerate(values))
