"""Who speaks, to whom, how, and why we think so."""

from litink_app.schemas.understanding import Evidence
from litink_app.understanding import understand
from tests.understanding.made import book, name_of, quote, speakers


def test_the_narrator_names_the_speaker() -> None:
    text = "“It is late,” said Anna Bell.\n\n“Not yet,” the old miller replied.\n\nThen Thomas cried out: “Fire!”"

    found = understand(book(text))

    assert speakers(found) == ["Anna Bell", "The old miller", "Thomas"]
    assert {one.evidence for one in found.quotes} == {Evidence.EXPLICIT}


def test_a_pronoun_means_the_one_whom_it_fits() -> None:
    text = "Anna met Thomas at the gate. “You are late,” she said.\n\n“The road was bad,” he answered."

    found = understand(book(text))

    assert speakers(found) == ["Anna", "Thomas"]
    assert {one.evidence for one in found.quotes} == {Evidence.ANAPHORIC}


def test_untagged_speech_goes_to_and_fro() -> None:
    text = "“Where is the key?” asked Anna.\n\n“I have lost it,” said Thomas.\n\n“Lost it?”\n\n“In the river.”\n\n“Then we must swim.”"

    found = understand(book(text))

    assert speakers(found) == ["Anna", "Thomas", "Anna", "Thomas", "Anna"]
    assert found.quotes[2].evidence is Evidence.TURN_TAKING
    assert found.quotes[2].confidence < found.quotes[0].confidence


def test_nobody_speaks_to_himself_by_name() -> None:
    text = "Anna and Thomas sat by the fire.\n\n“Thomas, fetch some wood.”\n\n“At once.”"

    found = understand(book(text))

    assert speakers(found) == ["Anna", "Thomas"]
    assert name_of(found, found.quotes[0].addressee) == "Thomas"


def test_a_colon_at_the_end_of_a_paragraph_leads_into_the_next() -> None:
    text = "Thomas looked up. After a while Anna said softly:\n\n“We are not alone.”\n\nThomas turned pale."

    found = understand(book(text))

    assert speakers(found) == ["Anna"]


def test_the_first_person_is_the_narrator_and_gets_a_name_from_others() -> None:
    turns = "\n\n".join(
        f"“Are you ready, Harker?” asked Lucy.\n\n“I am,” I said. I took my hat and went with her to the gate. Day {day} began."
        for day in range(6)
    )

    found = understand(book(turns))

    assert set(speakers(found)) == {"Harker", "Lucy"}
    assert "I" in next(one for one in found.characters if one.name == "Harker").aliases


def test_somebody_without_a_name_speaks_in_a_tale() -> None:
    text = "Once there lived a giant. “Who eats my soup?” roared the giant.\n\n“I do,” squeaked the little mouse.\n\n“Then I will eat you,” said the giant."

    found = understand(book(text))

    assert speakers(found) == ["The giant", "The little mouse", "The giant"]


def test_the_manner_of_speech_is_kept() -> None:
    text = "“Hush,” whispered Anna.\n\n“Stop!” shouted Thomas.\n\n“My ring is gone,” sobbed Anna.\n\n“I see it,” said Thomas."

    found = understand(book(text))

    assert [one.manner for one in found.quotes] == ["whisper", "shout", "cry", ""]


def test_who_is_spoken_to_is_told() -> None:
    text = "“Open the door,” said Thomas to the porter.\n\nThe porter shook his head. “Anna, do not let him in!”"

    found = understand(book(text))

    assert name_of(found, quote(found, "Open").addressee) == "The porter"
    assert name_of(found, quote(found, "let him").addressee) == "Anna"


def test_the_same_book_is_understood_the_same_twice() -> None:
    text = "Anna met Thomas. “Good day,” she said.\n\n“Good day.”\n\n“Is it true?”\n\n“It is,” said the old man with Thomas."

    assert understand(book(text)) == understand(book(text))


def test_things_written_large_that_are_he_or_she_say_their_own_words() -> None:
    found = understand(
        book(
            "The Farmer slept. Then the East Wind came to supper. He was wrapped in furs, and he roared all night.\n\n"
            "“This is a fine house,” he said.\n\n“Be quiet!” said the Moon, and she went behind a cloud.\n\n"
            "“Come in,” cried the Stove, and it glowed. The stove was warm."
        )
    )

    assert speakers(found) == ["East Wind", "Moon", "Stove"]


def test_a_ship_or_a_newspaper_written_large_is_nobody() -> None:
    found = understand(
        book(
            "Anna read the Gazette every day, and it was dull. The Gazette came late. The gazette of Paris was better. "
            "She went to the Rectory and he met her. “Good day,” said Anna. The Rectory stood on a hill, and its roof was red."
        )
    )

    assert {one.name for one in found.characters} == {"Anna"}


def test_who_tells_what_others_called_to_him_still_tells_it() -> None:
    text = (
        "Edmund lay in the boat. Martin filled his pipe and looked at the water.\n\n"
        "“There was a captain on that coast,” he began. “He came down to the boats and said, ‘Martin, you will come with me.’ So I went.”"
    )

    found = understand(book(text))

    assert set(speakers(found)) == {"Martin"}


def test_who_says_his_own_name_speaks() -> None:
    text = (
        "Edmund and Martin sat in the boat.\n\n“Do you believe it? I, Martin, went to the captain and asked for work.”\n\n"
        "“My name is Edmund. I ask nobody.”"
    )

    found = understand(book(text))

    assert speakers(found) == ["Martin", "Edmund"]


def test_a_man_may_be_called_like_a_day_in_a_tale_of_the_present() -> None:
    text = (
        "I go down to the boat. Friday comes after me.\n\n“No wind,” says Friday. “We stay.”\n\n“Why not row?” says I.\n\n"
        "“Too far,” says Friday, and he sits down.\n\nOn Sunday we went."
    )

    found = understand(book(text))

    assert [one for one in speakers(found) if one not in {"Narrator", None}] == ["Friday", "Friday", "Friday"]
    assert not any(one.name == "Sunday" for one in found.characters)


def test_who_tells_a_long_story_is_not_forgotten_over_it() -> None:
    story = "\n\n".join(f"“On day {day} we walked from farm to farm and asked for bread and for a place to sleep." for day in range(20))
    talk = "\n\n".join(["“Why?”", "“We had no money.”"] * 10)
    text = f"I sat beside Thomas when the miller came in.\n\n“Tell us,” said Thomas.\n\n“I will,” said the miller. “Hear me.\n\n{story}”\n\n{talk}"

    found = understand(book(text))

    assert {name_of(found, one.speaker) for one in found.quotes[3:]} == {"The miller", "Thomas"}
    assert name_of(found, found.quotes[-1].speaker) == "The miller"


def test_a_visitor_who_says_her_name_is_she_before_and_after() -> None:
    text = (
        "Thomas rose when his visitor came in.\n\n“Good morning, madam,” said Thomas.\n\n“It is fear,” said his visitor, “that brings me.”"
        "\n\n“Go on.”\n\n“My name is Helen Stoner. I live with my stepfather.”\n\n“I know of him,” said Thomas.\n\n"
        "“Then help me,” said his visitor."
    )

    found = understand(book(text))

    assert speakers(found) == ["Thomas", *["Helen Stoner"] * 2, "Thomas", "Helen Stoner", "Thomas", "Helen Stoner"]


def test_who_is_known_and_says_his_name_does_not_become_his_visitor() -> None:
    text = (
        "“Sit down,” said Thomas Reed, and his visitor came in.\n\n“It is fear,” said his visitor, “that brings me.”\n\n"
        "“My name is Thomas Reed,” said Thomas Reed. “Go on.”\n\n“It is fear,” said his visitor again."
    )

    found = understand(book(text))

    assert speakers(found)[1] == speakers(found)[-1] == "His visitor"
