"""The cards of a film: its title, a heading before each chapter where it has several, its credits; and when each scene begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from litink_app.schemas.picture import PictureBrief, PictureKind
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.script import Script, ScriptScene, Setting

TITLE_SECONDS, CHAPTER_SECONDS, CREDIT_SECONDS = 3.0, 1.8, 2.5
LEAST_CREDIT_SECONDS = 1.0
TITLE = 0


@dataclass(frozen=True, slots=True)
class Card:
    """`key` names its steps; it stands before the scene of number `scene`, the credits after the last one."""

    name: str
    key: str
    scene: int
    brief: PictureBrief
    seconds: float


def cards(script: Script, options: FilmOptions, thanks: Sequence[str] = ()) -> list[Card]:
    """All cards in the order of the film."""
    title, credit = card_seconds(script.seconds, options.fps)
    last, heading = len(script.scenes) + 1, heading_seconds(options.fps)
    found = [Card("title", str(TITLE), TITLE, title_brief(script, options), title)]
    found += [
        Card("chapter", heading_key(scene.number), scene.number, chapter_brief(scene, options), heading)
        for scene in script.scenes
        if scene.chapter
    ]
    return [*found, Card("credits", str(last), last, credits_brief(script, options, thanks), credit)] if credit else found


def heading_key(scene: int) -> str:
    """What the steps of the chapter's heading before a scene are called after."""
    return f"chapter-{scene}"


def card_seconds(seconds: float, fps: int) -> tuple[float, float]:
    """How long title and credits of a film of `seconds` are, in whole frames; short films have short ones, very short ones no credits."""
    share = min(1.0, seconds / 45)
    title, credit = (round(most * part * fps) / fps for most, part in ((TITLE_SECONDS, max(share, 0.5)), (CREDIT_SECONDS, share)))
    return title, credit if credit >= LEAST_CREDIT_SECONDS else 0.0


def heading_seconds(fps: int) -> float:
    """How long a chapter's heading is seen, in whole frames."""
    return round(CHAPTER_SECONDS * fps) / fps


def starts(script: Script, fps: int) -> list[float]:
    """When each scene begins in the film, in seconds."""
    ends = accumulate((_with_heading(scene, fps) for scene in script.scenes), initial=card_seconds(script.seconds, fps)[0])
    return [end + _with_heading(scene, fps) - scene.seconds for end, scene in zip(ends, script.scenes, strict=False)]


def _with_heading(scene: ScriptScene, fps: int) -> float:
    return scene.seconds + (heading_seconds(fps) if scene.chapter else 0.0)


def length(script: Script, fps: int) -> float:
    """Seconds of the finished film, whole frames."""
    title, credit = card_seconds(script.seconds, fps)
    return title + sum(_with_heading(scene, fps) for scene in script.scenes) + credit


def title_brief(script: Script, options: FilmOptions) -> PictureBrief:
    """The picture of a film's title: in the light of its first scene."""
    first = script.scenes[0].setting if script.scenes else Setting("", "meadow")
    return _brief(script.title, script.author, first, options)


def chapter_brief(scene: ScriptScene, options: FilmOptions) -> PictureBrief:
    """The heading of the chapter that begins with `scene`."""
    return replace(_brief(scene.chapter, "", scene.setting, options), seed=options.seed + scene.number)


def credits_brief(script: Script, options: FilmOptions, thanks: Sequence[str] = ()) -> PictureBrief:
    """The end; `thanks` are its small lines."""
    last = script.scenes[-1].setting if script.scenes else Setting("", "meadow")
    told = f"from “{script.title}” by {script.author}" if script.author else f"from “{script.title}”"
    return _brief("The End", told, last, options, thanks)


def _brief(title: str, subtitle: str, setting: Setting, options: FilmOptions, thanks: Sequence[str] = ()) -> PictureBrief:
    return PictureBrief(
        PictureKind.TITLE_CARD,
        title,
        *options.size,
        setting,
        title=title,
        subtitle=subtitle,
        style=options.picture_style,
        seed=options.seed,
        notes={"thanks": "|".join(thanks)} if thanks else {},
    )
