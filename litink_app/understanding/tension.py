"""How tight and how warm a stretch of text is, by its words."""

from litink_app.understanding.tokens import Tokens
from litink_app.understanding.words.feelings import GLAD, SAD, TENSE


def of(tokens: Tokens, first: int, last: int) -> tuple[float, float]:
    """Tension 0..1 and sentiment -1..1 of the tokens `first` to `last`."""
    words = tight = glad = sad = marks = 0
    for index in range(first, last):
        word = tokens.lower[index]
        if word[0].isalpha():
            words += 1
            tight += word in TENSE
            glad += word in GLAD
            sad += word in SAD
        elif word in ("!", "--", "—"):
            marks += 1
    if not words:
        return 0.0, 0.0
    strain = min(1.0, 18 * tight / (words + 30) + 4 * marks / (words + 30))
    feeling = (glad - sad) / (glad + sad + 3)
    return round(strain, 3), round(feeling, 3)


def of_marks(tokens: Tokens, first: int, last: int) -> tuple[float, float]:
    """The same for a language whose words of feeling nobody listed: only cries tell."""
    cries = sum(tokens.words[index] == "!" for index in range(first, last))
    return round(min(1.0, 4 * cries / (last - first + 30)), 3), 0.0
