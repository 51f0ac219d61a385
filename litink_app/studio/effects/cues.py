"""Where spoken words tell of something that is heard."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from litink_app.schemas.sound import Timed


@dataclass(frozen=True, slots=True)
class EffectCue:
    """An effect and the second at which it sounds."""

    effect: str
    start: float


SAME, APART = 10.0, 1.6
"""Seconds between two effects of a kind, and between any two: an event is heard once, however often it is told."""

_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight"
_ASKED: tuple[tuple[str, str], ...] = (
    (r"(?:slam|shut|clos|bang)(?:m?ed|s)? (?:\w+ ){0,3}door|doors? (?:\w+ ){0,2}(?:slam|shut|clos|bang|flew open|burst open|opened|swung)\w*|opened (?:\w+ ){0,3}door|(?:flung|threw|pulled|pushed) (?:\w+ ){0,2}door|door was (?:flung|thrown|opened|shut|closed)", "door"),
    (r"door (?:\w+ ){0,2}creak\w*|creak\w* (?:\w+ ){0,3}(?:door|stair|floor|hinge)\w*|hinges? creak\w*", "creak"),
    (r"knock(?:ed|ing|s) (?:\w+ ){0,3}(?:door|window)|a (?:\w+ )?(?:knock|knocking|rap|tap|tapping)\b|rapp(?:ed|ing) (?:\w+ )?at|tapp(?:ed|ing) at the|\bknocked\b(?! (?:\w+ )?(?:over|down|off|out|about|up))", "knock"),
    (r"foot ?steps?|(?:walk|stroll|pac)(?:ed|ing) (?:\w+ )?(?:up|down|along|across|into|over|through|in)\b|strode (?:\w+ )?(?:up|down|along|across|into|over|through|in|out)\b|tramp of|pattering of (?:\w+ ){0,2}feet", "footsteps"),
    (r"(?<!tears )\b(?:ran|running|hurried|rushed|dashed|scampered|scurried|raced|pattered) (?:\w+ )?(?:up|down|along|across|into|over|through|away|off|out|after|past)\b|came (?:running|trotting)", "running"),
    (r"\bsplash\w*|(?:fell|plunged|jumped|dived|dropped|leapt) (?:\w+ ){0,2}into the (?:\w+ )?(?:water|sea|river|pool|lake|pond|well)\b", "splash"),
    (r"(?:church|great|abbey|chapel) bells? (?:\w+ ){0,1}(?:toll|rang|ring|peal|sound|strik|struck|chim)\w*|bells? (?:\w+ )?(?:tolled|rang|ringing|pealed|began to (?:ring|toll))|\btolling", "bell"),
    (r"(?:rang|ringing|pulled) (?:at )?(?:\w+ )?bell|door-?bell|handbell|ring at the bell|bell (?:\w+ )?jingled|tinkl\w+", "handbell"),
    (rf"clock (?:\w+ )?(?:struck|chim|strik)\w*|struck (?:{_NUMBER})\b|chimes? of", "clock_strikes"),
    (r"(?:clap|peal|crash|roll|rumble|roar) of thunder|thunder (?:\w+ )?(?:roll|crash|rumbl|roar|clap|boom|peal)\w*|\bthundered (?:all|and|over|again)|lightning", "thunder"),
    (r"\b(?:pistol|gun|rifle|revolver)[ -]?shots?|shot (?:\w+ ){0,2}rang|report of (?:\w+ )?(?:gun|pistol)|(?:he|she|they|i|and) fired\b|fired (?:\w+ )?(?:shot|pistol|gun|revolver)", "shot"),
    (r"(?:glass|window|plate|cup|jar|mirror|bottle|dish|crockery)\w* (?:\w+ ){0,2}(?:broke|smash|shatter|crash)\w*|(?:smash|shatter|broke)\w* (?:\w+ ){0,2}(?:glass|window|plate|cup|jar|mirror|bottle|dish)|(?:crash|sound) of (?:\w+ )?(?:broken )?glass", "glass"),
    (r"gallop(?:ed|ing)|canter(?:ed|ing)|hoof-?(?:beats?|s)\b|(?:sound|clatter|beat) of (?:\w+ )?(?:hoofs|hooves|horses?)|horses?' hoofs|horses? (?:\w+ ){0,1}(?:trotted|came|dashed)", "horse"),
    (r"train (?:\w+ )?whistle\w*|whistle of (?:the|a) (?:train|engine)|engine whistled|whistled shrilly", "whistle"),
    (r"turn(?:ed|ing) (?:\w+ ){0,2}(?:page|leaf|leaves)\b|(?:opened|unfolded|unrolled) (?:\w+ )?(?:book|volume|letter|note|newspaper|paper|parchment|scroll)\b|rustl\w+", "page"),
    (r"flapp(?:ed|ing)\b|flutter\w* (?:\w+ ){0,2}wings|(?:bird|birds|owl|crow|raven|pigeon|dove|swallow)s? (?:\w+ )?flew|took wing", "wings"),
    (r"fell (?:\w+ ){0,2}(?:to the (?:ground|floor)|heavily|flat)|tumbled (?:\w+ )?(?:down|over)|with a (?:heavy )?(?:thump|thud|crash)\b|thump", "fall"),
    (r"(?:fire|flames?|logs?) (?:\w+ ){0,2}(?:crackl|blaz|leap|leapt|roar|flar)\w*|(?:burst|blazed) (?:\w+ )?into flames?|caught fire|set fire to|(?:lit|made|stirred|poked) (?:\w+ )?(?:fire|bonfire)|crackling", "fire"),
    (r"(?:struck|strik\w+|lit|lighting) (?:\w+ )?(?:match|cigar|cigarette|candle|lantern|lamp)\b|lit (?:\w+ ){0,2}pipe", "match"),
    (r"(?:gust|blast) of (?:\w+ )?wind|wind (?:\w+ )?(?:howl|roar|blew|rushed|moan|rose|whistl)\w*", "gust"),
    (r"waves? (?:\w+ ){0,2}(?:crash|broke|break|roll|roar|dash)\w*", "wave"),
    (r"clapp(?:ed|ing) (?:\w+ )?hands", "clap"),
    (r"applau\w+|burst of clapping|(?:crowd|audience) (?:cheered|clapped)", "applause"),
    (r"swords? (?:\w+ )?(?:clash|rang|cross|met)\w*|(?:clash|clang) of|drew (?:\w+ )?sword|clang(?:ed|ing)?\b", "swords"),
    (r"(?:jingl|chink|clink)\w* (?:\w+ ){0,3}(?:coin|money|gold|silver|shilling|sovereign)\w*|(?:coins?|money|gold|sovereigns?) (?:\w+ )?(?:jingl|chink|clink|rattl)\w*", "coins"),
    (r"turned (?:\w+ )?key|key (?:\w+ )?(?:turned|in the lock)|(?:un)?locked (?:\w+ ){0,2}(?:door|gate|box|safe|drawer)", "key"),
    (r"(?:rattle|sound|rumble|grating) of (?:\w+ )?wheels|(?:carriage|cab|coach|cart|brougham|hansom|wagon|dog-cart|landau)s? (?:\w+ ){0,2}(?:rattl|roll|drove|rumbl|drew|clatter|pulled up|came up)\w*", "wheels"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern, re.I), effect) for pattern, effect in _ASKED)
_UNREAL = re.compile(
    r"\b(?:if|would|could|should|shall|will|might|may|never|not|no|nor|without|cannot|wish\w*|like|than|before|dream\w*|suppose\w*|'ll)\b|n't\b",
    re.I,
)
"""Words before an event, within its clause, that say that it does not happen now."""


def asked(words: Sequence[Timed], same: float = SAME, apart: float = APART) -> list[EffectCue]:
    """The events that spoken words name, at the moment of the last word of each; what is only feared, compared or denied is not heard."""
    text, ends = _joined(words)
    found = sorted(
        (_moment(ends, match.end()), name) for pattern, name in _PATTERNS for match in pattern.finditer(text) if _real(text, match)
    )
    cues: list[EffectCue] = []
    for start, name in found:
        recent = [cue for cue in cues if start - cue.start < (same if cue.effect == name else apart)]
        if not recent:
            cues.append(EffectCue(name, start))
    return cues


def _joined(words: Sequence[Timed]) -> tuple[str, list[tuple[int, float]]]:
    """The words as one text, clauses kept apart by a stop, and where each ends in it and in time."""
    text, ends = "", list[tuple[int, float]]()
    for word in words:
        said = word.text.replace("’", "'")
        stop = " ." if re.search(r"[.!?;:—]\W*$", said) else ""
        text += re.sub(r"[^\w'-]", "", said).strip("'") + stop + " "
        ends.append((len(text), word.end))
    return text, ends


def _moment(ends: Sequence[tuple[int, float]], place: int) -> float:
    return next((end for at, end in ends if at > place - 1), ends[-1][1])


def _real(text: str, match: re.Match[str]) -> bool:
    clause = text[: match.start()].rpartition(".")[2]
    return not _UNREAL.search(" ".join(clause.split()[-8:]))
