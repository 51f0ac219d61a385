"""`litink ask`: one document on standard output, its offsets in the texts given; what cannot be asked is refused in one sentence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from litink_app.studio.weights import present
from tests.readers.made import chapter, epub

LITINK = Path(sys.executable).with_name("litink")
TALES = [
    "A miller lived by the river with his three sons. The youngest was called Hans, and he had a lame donkey.",
    "“Ça va? 🐭” said the mouse in the barn. One winter night the mouse stole the silver key from the queen’s pocket. 𝔄 bell rang.",
    "The blacksmith forged a sword for the king. It took him seven days and seven nights to finish the sword.",
]


def ask(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LITINK, "ask", *map(str, words)], capture_output=True, text=True, timeout=250)


@pytest.fixture
def gte() -> None:
    if not present("gte-small"):
        pytest.skip("the weights “gte-small” are not in the cache: fetch them with `litink setup`")


@pytest.mark.models
@pytest.mark.usefixtures("gte")
def test_many_questions_to_given_texts_are_answered_in_the_order_asked(tmp_path: Path) -> None:
    texts, asked = tmp_path / "texts.json", tmp_path / "asked.jsonl"
    texts.write_text(json.dumps(TALES))
    lines = [
        "Who stole the silver key?",
        "How long did the blacksmith need for the sword?",
        "Which planet did the astronaut Zorblax visit?",
    ]
    asked.write_text("".join(json.dumps({"question": line, "more": 1}) + "\n\n" for line in lines), "utf-8-sig")

    done = ask("--passages", texts, "--questions", asked, "--json")

    assert done.returncode == 0
    results = json.loads(done.stdout)["results"]
    assert [one["question"] for one in results] == lines
    assert [one["refused"] for one in results] == [False, False, True]
    assert [one["passages"][0]["index"] for one in results[:2]] == [1, 2]
    assert "mouse stole" in results[0]["answer"]
    assert all(TALES[p["index"]][p["start"] : p["end"]] == p["text"] for one in results for p in one["passages"])


@pytest.mark.models
@pytest.mark.usefixtures("gte")
def test_the_passages_of_a_book_are_spans_of_the_text_that_reading_gives(tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(epub({f"{n}.xhtml": chapter(f"Chapter {n}").replace("</body>", f"<p>{TALES[n]}</p></body>") for n in range(3)}))
    text = json.loads(subprocess.run([LITINK, "read", book, "--no-understanding", "--json"], capture_output=True).stdout)["text"]

    done = ask(book, "Who stole the silver key from the queen?", "--json")

    found = json.loads(done.stdout)
    assert not found["refused"]
    assert "mouse stole the silver key" in found["passages"][0]["text"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in found["passages"])


BAD = {
    "no such book": (["nowhere.epub", "Who?"], "There is no file"),
    "no such texts": (["--passages", "nowhere.json", "Who?"], "There is no file"),
    "a folder": ([".", "Who?"], "There is no file"),
    "broken JSON": (["--passages", "broken.json", "Who?"], "is not JSON"),
    "JSON without end": (["--passages", "deep.json", "Who?"], "is not JSON"),
    "no list": (["--passages", "object.json", "Who?"], "list of texts"),
    "a list of numbers": (["--passages", "numbers.json", "Who?"], "list of texts"),
    "an empty list": (["--passages", "empty.json", "Who?"], "holds no text"),
    "other bytes": (["--passages", "book.epub", "Who?"], "UTF-8"),
    "an unreadable book": (["book.epub", "Who?"], "."),
    "a broken line": (["--passages", "good.json", "--questions", "broken.jsonl"], "Line 2 of broken.jsonl is not JSON"),
    "a line without a question": (["--passages", "good.json", "--questions", "mute.jsonl"], 'Line 1 of mute.jsonl holds no "question"'),
    "no questions": (["--passages", "good.json", "--questions", "blank.jsonl"], "holds no question"),
    "a blank question": (["--passages", "good.json", " "], "question is empty"),
}


@pytest.mark.parametrize("case", list(BAD))
def test_what_cannot_be_asked_is_refused_in_one_sentence(case: str, tmp_path: Path) -> None:
    files = {
        "broken.json": '["a',
        "deep.json": "[" * 100_000,
        "object.json": '{"a": "b"}',
        "numbers.json": "[1, 2]",
        "empty.json": "[]",
        "good.json": '["A text."]',
        "broken.jsonl": '{"question": "Who?"}\n{"question',
        "mute.jsonl": '{"query": "Who?"}\n',
        "blank.jsonl": "\n \n",
    }
    for name, words in files.items():
        (tmp_path / name).write_text(words)
    (tmp_path / "book.epub").write_bytes(b"PK\x03\x04META-INF/container.xml\xff\xfe" * 9)
    words, said = BAD[case]

    done = subprocess.run([LITINK, "ask", *words, "--json"], cwd=tmp_path, capture_output=True, text=True)

    assert done.returncode == 1
    assert done.stdout == ""
    assert said in done.stderr and done.stderr.count("\n") == 1 and done.stderr.endswith(".\n")


@pytest.mark.parametrize("words", [[], ["book.txt"], ["book.txt", "Who?", "What?"], ["--passages", "a.json"]])
def test_too_few_or_too_many_words_are_wrong_usage(words: list[str]) -> None:
    done = ask(*words)

    assert done.returncode == 2 and "Say what to ask" in done.stderr
