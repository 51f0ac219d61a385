"""Words of a question and of a passage made comparable: lower case, stems, no words that ask or bind."""

import re

from litink_app.understanding.words import listed

WORD = re.compile(r"[^\W\d_]+|\d+")
SILENT = listed(
    """
    a an the this that these those and or but nor so if then than as of in on at by to from with into onto for about over under up down out off is am are was were be been being do does did done doing have has had having will
    would shall should can could may might must i you he she it we they me him her us them my your his its our their who whom whose what which when where why how there here not no yes s t d ll re ve m
    """
)
ODD = {
    "went": "go", "gone": "go", "goes": "go", "said": "say", "says": "say", "saw": "see", "seen": "see", "came": "come", "took": "take", "taken": "take", "gave": "give", "given": "give", "got": "get", "made": "make", "told": "tell", "thought": "think", "knew": "know",
    "known": "know", "found": "find", "felt": "feel", "left": "leave", "kept": "keep", "began": "begin", "begun": "begin", "brought": "bring", "bought": "buy", "caught": "catch", "taught": "teach", "ran": "run", "sat": "sit", "stood": "stand", "heard": "hear",
    "held": "hold", "met": "meet", "paid": "pay", "sent": "send", "slept": "sleep", "spoke": "speak", "spoken": "speak", "stole": "steal", "stolen": "steal", "threw": "throw", "thrown": "throw", "wore": "wear", "worn": "wear", "won": "win", "wrote": "write", "written": "write",
    "ate": "eat", "eaten": "eat", "drank": "drink", "drunk": "drink", "fell": "fall", "fallen": "fall", "flew": "fly", "flown": "fly", "forgot": "forget", "grew": "grow", "grown": "grow", "hid": "hide", "hidden": "hide", "lost": "lose", "rode": "ride", "rose": "rise", "sang": "sing",
    "sank": "sink", "sold": "sell", "shook": "shake", "shot": "shoot", "swam": "swim", "swore": "swear", "woke": "wake", "men": "man", "women": "woman", "children": "child", "wives": "wife", "mice": "mouse", "geese": "goose", "feet": "foot", "teeth": "tooth", "wolves": "wolf",
    "thieves": "thief", "lives": "life", "died": "die", "dying": "die", "lay": "lie", "lain": "lie", "lying": "lie", "tied": "tie", "better": "good", "best": "good", "worse": "bad", "worst": "bad", "broke": "break", "broken": "break", "built": "build", "chose": "choose",
    "chosen": "choose", "cut": "cut", "drew": "draw", "drawn": "draw", "drove": "drive", "driven": "drive", "dug": "dig", "fed": "feed", "fought": "fight", "froze": "freeze", "frozen": "freeze", "hung": "hang", "laid": "lay", "led": "lead", "lent": "lend", "lit": "light",
    "meant": "mean", "rang": "ring", "sought": "seek", "shone": "shine", "shut": "shut", "spent": "spend", "sprang": "spring", "stuck": "stick", "struck": "strike", "swept": "sweep", "tore": "tear", "torn": "tear", "understood": "understand", "wept": "weep", "became": "become",
}  # fmt: skip
"""Forms that no rule brings to their stem."""


def words(text: str) -> list[str]:
    """The stems of what a text is about, in order."""
    return [stem(word) for word in WORD.findall(text.lower()) if word not in SILENT]


def stem(word: str) -> str:
    """One form for "walk, walks, walked, walking"; good enough to compare, not for reading."""
    if word in ODD:
        return ODD[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ingly", "edly", "ing", "ed", "ly", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
            return _whole(word[: -len(ending)])
    return _whole(word)


def _whole(root: str) -> str:
    """ "stopp" and "hope" lose what their forms do not share."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        root = root[:-1]
    return root[:-1] if len(root) > 3 and root.endswith("e") else root[:-1] + "y" if len(root) > 2 and root.endswith("i") else root
