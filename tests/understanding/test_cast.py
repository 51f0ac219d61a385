"""Who is in a book, under which names."""

from litink_app.schemas.understanding import Age, Being, Gender
from litink_app.understanding import understand
from tests.understanding.made import book, character

STREET = (
    "Mr. Edward Marsh lived in London. Every morning Mr. Marsh walked to the bank. Ned smiled when he saw Mrs. Marsh at the window. "
    "“Ned,” said Mrs. Marsh, “come home early.” Edward nodded. Mrs. Marsh said that her sister Miss Clara Dale had come from Paris. Clara laughed. Miss Dale sat in the parlour."
)


def test_titles_first_names_surnames_and_short_names_are_one_person() -> None:
    found = understand(book(STREET))

    edward = character(found, "Mr. Edward Marsh")
    assert {"Mr. Marsh", "Ned", "Edward"} <= set(edward.aliases)
    assert {"Clara", "Miss Dale"} <= {alias for one in found.characters if "Clara" in one.name for alias in (one.name, *one.aliases)}


def test_husband_and_wife_are_two() -> None:
    found = understand(book(STREET))

    wife = character(found, "Mrs. Marsh")
    assert wife.gender is Gender.FEMALE
    assert character(found, "Mr. Edward Marsh").gender is Gender.MALE


def test_places_are_nobody() -> None:
    found = understand(book(STREET))

    names = {alias for one in found.characters for alias in (one.name, *one.aliases)}
    assert not {"London", "Paris"} & names


def test_a_name_that_is_an_ordinary_word_is_a_name() -> None:
    text = "Captain Good sat down. “Very well,” said Good. He lit his pipe.\n\n“Is it far?” asked Anna.\n\n“Not far,” said Good."

    found = understand(book(text))

    assert "Good" in {alias for one in found.characters for alias in (one.name, *one.aliases)}


def test_animals_and_creatures_have_their_kind() -> None:
    text = "The White Rabbit ran by. “Oh dear!” said the Rabbit. A dragon lay before the cave. “Stop!” roared the dragon. The White Rabbit looked at his watch."

    found = understand(book(text))

    rabbit = next(one for one in found.characters if "Rabbit" in one.name)
    assert (rabbit.being, rabbit.species) == (Being.ANIMAL, "rabbit")
    assert character(found, "The dragon").being is Being.CREATURE


def test_age_is_read_from_the_words() -> None:
    text = "“Good day,” said the old woman. “Good day,” said the little boy. “Good day,” said the young man."

    found = understand(book(text))

    assert [character(found, name).age for name in ("The old woman", "The little boy", "The young man")] == [Age.OLD, Age.CHILD, Age.YOUNG]


def test_looks_are_phrases_of_the_text() -> None:
    text = "Anna came in. Her golden hair fell over a blue cloak. She had pink cheeks. “Good day,” said Anna. Thomas wore a tall black hat. “Good day,” said Thomas."

    found = understand(book(text))

    assert "golden hair" in {hint.text.removeprefix("Her ") for hint in character(found, "Anna").hints}
    assert all(text[hint.start : hint.end] == hint.text for one in found.characters for hint in one.hints)
    assert any("hat" in hint.text for hint in character(found, "Thomas").hints)


def test_the_most_present_comes_first() -> None:
    text = "Anna walked. Anna ran. Anna sang. “I am here,” said Anna. Thomas slept."

    found = understand(book(text))

    assert found.characters[0].name == "Anna"
    assert found.characters[0].importance == 1.0


def test_relations_come_from_the_words() -> None:
    text = "Anna lived with her brother Thomas. “Good day,” said Thomas to Anna. “Good day,” said Anna. Anna's brother laughed."

    found = understand(book(text))

    assert ("anna", "thomas", "brother") in {(one.first, one.second, one.kind) for one in found.relations}


def test_a_girl_who_is_named_like_a_bird_is_a_girl_and_a_fox_called_fox_a_fox() -> None:
    text = (
        "There was once a girl named Wren. “I am cold,” said Wren. Wren ran to the harbour. Old Tobias, the carter, saw Wren. “Whoa,” said "
        "Old Tobias. One day Fox met Wren in the wood. “Good day,” said Fox. Fox crept nearer, and Old Tobias came, and Fox was afraid. "
    )

    found = understand(book(text * 2))

    wren, tobias, fox = (character(found, name) for name in ("Wren", "Old Tobias", "Fox"))
    assert (wren.being, wren.gender, wren.age) == (Being.PERSON, Gender.FEMALE, Age.CHILD)
    assert tobias.age is Age.OLD
    assert (fox.being, fox.species) == (Being.ANIMAL, "fox")


def test_an_insult_makes_no_animal_of_a_colonel() -> None:
    text = "“Come here,” said Colonel Sapt. Sapt laughed. " * 20 + "“The drunken dog!” cried Anna of Sapt. Sapt, the old dog, drank."

    found = understand(book(text))

    assert {one.being for one in found.characters if "Sapt" in one.name} == {Being.PERSON}


def test_what_the_title_or_the_first_words_say_of_somebody_is_believed() -> None:
    told = "Once there were four little Rabbits, and their names were Flopsy, Mopsy and Peter. “Now run along,” said Flopsy. Peter ran. “Stop!” cried Peter."

    found = understand(book(told))

    assert character(found, "Peter").species == "rabbit"


def test_a_trade_of_which_nobody_says_he_or_she_is_a_mans_and_sisters_are_women() -> None:
    text = (
        "“Knives!” cried the knife-grinder. “Not today,” said the cook. “Good day,” said Dr. Finch. “Come in,” said the washerwoman. "
        "“Yes,” cried her sisters. “Who is there?” asked the neighbour. “Only us,” said the cat-fancier. “Quiet!” growled the sea-monster. “Mine!” said the Giant."
    )

    found = understand(book(text))

    genders = {one.name: one.gender for one in found.characters}
    assert genders == {
        "The knife-grinder": Gender.MALE,
        "The cook": Gender.UNKNOWN,
        "Dr. Finch": Gender.MALE,
        "The washerwoman": Gender.FEMALE,
        "Her sisters": Gender.FEMALE,
        "The neighbour": Gender.UNKNOWN,
        "The cat-fancier": Gender.MALE,
        "The sea-monster": Gender.UNKNOWN,
        "The Giant": Gender.MALE,
    }


def test_a_stranger_of_whom_the_book_says_she_is_a_woman() -> None:
    text = "“Good day,” said the stranger. She took off her bonnet. “Good day,” said the stranger again, and she smiled."

    found = understand(book(text))

    assert character(found, "The stranger").gender is Gender.FEMALE


def test_who_is_introduced_as_an_animal_once_is_one_in_the_whole_book() -> None:
    text = (
        "Once there were three Rabbits, and their names were Nib, Dandle and Hask. They had a friend. “Come in,” said Nib.\n\n"
        "By the brook lived two mice, whose names are Pipkin and Tuck. “Thank you,” said Pipkin. “Good day,” said Anna."
    )

    found = understand(book(text))

    assert [character(found, name).species for name in ("Nib", "Pipkin", "Anna")] == ["rabbit", "mouse", ""]
