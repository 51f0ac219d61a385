"""How the words of a language sound, where a list of them is to be had: fetched when the language is first spoken."""

import sqlite3
from contextlib import closing

from litink_app.studio.weights import weights

_JOINED = (("t͡s", "ʦ"), ("d͡z", "ʣ"), ("t͡ʃ", "ʧ"), ("d͡ʒ", "ʤ"), ("͡", ""), ("g", "ɡ"), (" ", ""))


def pronounced(name: str) -> dict[str, str]:
    """The first sound of each word in the list that these weights are."""
    with closing(sqlite3.connect(weights(name) / "lexicon.db")) as base:
        rows = base.execute("select word, phonemes from word_phonemes where role = '' or pron_order = 0 order by pron_order desc")
        return {word.lower(): _joined(sound) for word, sound in rows if " " not in word}


def _joined(sound: str) -> str:
    for old, new in _JOINED:
        sound = sound.replace(old, new)
    return sound
