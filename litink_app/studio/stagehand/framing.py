"""Where the camera stands for each kind of shot, and why it moves."""

from collections.abc import Sequence
from random import Random

from litink_app.schemas.picture import Actor, PictureBrief
from litink_app.schemas.script import Setting
from litink_app.schemas.shot import Camera, ShotKind
from litink_app.studio.illustrator.board import TALL, Board
from litink_app.studio.illustrator.cast import face_of
from litink_app.studio.illustrator.pose import stance_of
from litink_app.studio.illustrator.stage import new_board

CLOSEST = 3.6
HEAD = 0.36
"""How much of a close shot's height the head takes: so much that a mouth can be read, and the shoulders and a hand are still there."""

HALF = 0.21
"""The same from the waist up."""


NEARER = 1.17
"""How much nearer some scenes begin."""


class Blocking:
    """Where everybody stands on the stage of a picture: known without drawing it. All in 0..1 of the picture."""

    def __init__(self, brief: PictureBrief) -> None:
        board = new_board(brief, brief.setting or Setting("", "meadow"))
        self.aspect = brief.width / brief.height
        self.light = (board.key.x / board.wide, board.key.y / TALL)
        self.ground = board.ground / TALL
        self._places = {
            a.look.id: (x / board.wide, a.facing, self._tall(board.figure, a.look.height, a.pose))
            for a, x in zip(brief.actors, board.spots, strict=True)
        }
        self._faces = {a.look.id: self._face(a, x, board) for a, x in zip(brief.actors, board.spots, strict=True)}

    @staticmethod
    def _tall(figure: float, height: float, pose: str) -> float:
        stance = stance_of(pose)
        share = 0.3 if stance.lying else 0.74 if stance.seat else 1.0 - stance.drop
        return figure * height * share / TALL

    def _face(self, actor: Actor, x: float, board: Board) -> tuple[float, float, float]:
        across, down, tall = (v * board.figure * actor.look.height for v in face_of(actor.look, actor.pose))
        return (x + across * actor.facing) / board.wide, (board.ground + down) / TALL, tall / TALL

    def knows(self, who: str) -> bool:
        return who in self._places

    def place(self, who: str) -> tuple[float, int, float]:
        """x, facing and height of a figure."""
        return self._places[who]

    def face(self, who: str) -> tuple[float, float, float]:
        """Where the middle of a face is, and its height."""
        return self._faces[who]

    @property
    def names(self) -> list[str]:
        return list(self._places)

    @property
    def xs(self) -> list[float]:
        return [x for x, _, _ in self._places.values()]

    def middle(self, cast: Sequence[str]) -> float:
        """Where the eye goes: between those who matter, else to the light."""
        xs = [self._places[who][0] for who in cast if who in self._places]
        return (min(xs) + max(xs)) / 2 if xs else self.light[0]


def frame_for(kind: ShotKind, focus: Sequence[str], at: Blocking, tension: float, seconds: float, chance: Random) -> Camera:
    """The camera of a shot: its framing and a move that says something (towards what matters, away at rest)."""
    present = [who for who in focus if at.knows(who)]
    pace = 0.010 + 0.008 * tension
    travel = min(0.10, pace * seconds)
    match kind:
        case ShotKind.CLOSE if present:
            return _close(present[0], at, travel)
        case ShotKind.TWO_SHOT if len(present) > 1:
            return _two(present, at, travel)
        case ShotKind.TWO_SHOT if present:
            return _close(present[0], at, travel, HALF)
        case ShotKind.INSERT:
            return _detail(at, travel, chance)
        case ShotKind.ESTABLISHING:
            return _opening(present, at, travel, chance)
        case _:
            return _wide(present, at, travel, chance)


def _opening(focus: Sequence[str], at: Blocking, travel: float, chance: Random) -> Camera:
    """The place with all who are in it: from its whole breadth, or a step nearer and lower, so that scenes of one place do not begin alike."""
    middle = 0.5 + (at.middle(focus) - 0.5) * 0.35
    places = [at.place(one) for one in at.names]
    near = chance.choice((1.0, NEARER))
    if not places or near == 1.0:
        return _kept(Camera(0.5, 0.5, 1.0, middle, 0.52, 1.0 + travel))
    left, right = (side(x + turn * tall * 0.3 / at.aspect for x, _, tall in places) for side, turn in ((min, -1), (max, 1)))
    zoom = min(near, 1 / (right - left + 0.06), 1 / (max(tall for _, _, tall in places) + 0.20))
    if zoom < 1.05:
        return _kept(Camera(0.5, 0.5, 1.0, middle, 0.52, 1.0 + travel))
    ahead = 0.07 * places[0][1] / zoom if len(places) == 1 else 0.0
    x, side = (left + right) / 2 + ahead, chance.choice((-0.012, 0.012))
    return _kept(Camera(x - side, 0.60, zoom, x + side, 0.58, zoom))


def _close(who: str, at: Blocking, travel: float, part: float = HEAD) -> Camera:
    """Head and shoulders, the eyes on the upper third, room in front of the face."""
    x, y, tall = at.face(who)
    facing = at.place(who)[1]
    narrow = min(1.0, 0.55 + 0.45 * at.aspect)
    zoom = min(CLOSEST, max(1.25, part * narrow / tall))
    ahead = facing * 0.11 * min(1.0, at.aspect) ** 2 / zoom
    y += (0.5 - 0.41) / zoom
    return _kept(Camera(x + ahead, y, zoom, x + ahead * 0.9, y - 0.004, zoom * (1 + travel)))


def _two(who: Sequence[str], at: Blocking, travel: float) -> Camera:
    """Those who talk to each other, from the knees up."""
    places = [at.place(one) for one in who[:3]]
    left = min(x - tall * 0.28 / at.aspect for x, _, tall in places)
    right = max(x + tall * 0.28 / at.aspect for x, _, tall in places)
    tallest = max(tall for _, _, tall in places)
    zoom = min(1.7, max(1.05, min(1.0 / (right - left), 1.0 / (tallest * 1.15))))
    y = at.ground - tallest * 0.56
    return _kept(Camera((left + right) / 2, y, zoom, (left + right) / 2, y, zoom * (1 + 0.7 * travel)))


def _wide(focus: Sequence[str], at: Blocking, travel: float, chance: Random) -> Camera:
    """The whole place again, drifting past or drawing back."""
    middle = 0.5 + (at.middle(focus) - 0.5) * 0.4
    if chance.random() < 0.4:
        return _kept(Camera(middle, 0.52, 1.04 + travel, 0.5, 0.5, 1.0))
    side = chance.choice((-1, 1)) * (0.025 + travel / 3)
    zoom = 1.10
    return _kept(Camera(middle - side, 0.52, zoom, middle + side, 0.51, zoom))


def _detail(at: Blocking, travel: float, chance: Random) -> Camera:
    """A part of the place where nobody stands, not even with an elbow; where there is none, all of them from the knees up."""
    zoom = 1.6
    places = [at.place(one) for one in at.names]
    free = [u for u in (0.24, 0.76, 0.5, 0.33, 0.67) if all(abs(u - x) > 0.5 / zoom + tall * 0.22 / at.aspect for x, _, tall in places)]
    if not free:
        return _two(at.names, at, travel) if len(places) > 1 else _close(at.names[0], at, travel, HALF)
    x, side = chance.choice(free[:2]), chance.choice((-0.015, 0.015))
    return _kept(Camera(x - side, 0.55, zoom, x + side, 0.55, zoom * (1 + travel)))


def _kept(camera: Camera) -> Camera:
    """Inside the picture at both ends."""
    return Camera(
        _inside(camera.x0, camera.zoom0), _inside(camera.y0, camera.zoom0), camera.zoom0,
        _inside(camera.x1, camera.zoom1), _inside(camera.y1, camera.zoom1), camera.zoom1,
    )  # fmt: skip


def _inside(value: float, zoom: float) -> float:
    half = 0.5 / zoom
    return min(1 - half, max(half, value))
