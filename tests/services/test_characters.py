"""What a card of the cast says."""

from litink_app.schemas.picture import Look
from litink_app.schemas.understanding import Being
from litink_app.services.characters import in_words


def test_a_look_says_nothing_twice() -> None:
    giant = Look("giant", "The Giant", being=Being.PERSON, hair="red beard", headwear="hood", dress="grey cloak cloak", carries="hood")

    assert in_words(giant) == "adult, red beard, hood, grey cloak"
