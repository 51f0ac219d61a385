"""Parses of sentences keep exact places and a tree that can be walked."""

from litink_app.understanding.parsing import LONGEST, parse_text, parse_texts


def test_words_stand_where_the_parse_says() -> None:
    text = "Alice took the key.  She opened the little door with it."

    sentences = parse_text(text)

    assert [text[one.start : one.end] for one in sentences] == ["Alice took the key.", "She opened the little door with it."]
    assert all(text[token.start : token.end] == token.text for one in sentences for token in one.tokens)


def test_the_tree_leads_from_the_verb_to_subject_and_object() -> None:
    (sentence,) = parse_text("Alice took the golden key.")
    verb = sentence.root
    parts = {
        sentence.tokens[at].dep: " ".join(sentence.tokens[below].text for below in sentence.subtree(at)) for at in sentence.children(verb)
    }

    assert sentence.tokens[verb].lemma == "take"
    assert (parts["nsubj"], parts["dobj"]) == ("Alice", "the golden key")


def test_several_texts_come_back_in_order_and_a_giant_one_is_cut() -> None:
    first, second, third = parse_texts(["He ran.", "", "word " * LONGEST])

    assert [len(first), len(second)] == [1, 0]
    assert third[-1].end <= LONGEST
