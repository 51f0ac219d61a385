"""What a person brings for a film: a picture or clip for a scene, a sound for the whole film (scene 0)."""

from dataclasses import dataclass
from uuid import UUID

MUSIC = 0
"""The place of the music among the scenes."""
MOST_BYTES = 512 << 20
"""Of one file."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that was looked at, made anew and kept: `kind` picture | clip | sound, `key` in the blob store, `name` as its owner calls it."""

    asset_id: UUID
    key: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class OwnMediaView:
    """As pages see it; `url` is signed and short-lived."""

    scene: int
    kind: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ComingView:
    """A file that is being prepared for its place, or that was refused, which `message` says why: `status` is that of its run."""

    scene: int
    name: str
    run_id: str
    status: str
    percent: int
    message: str


@dataclass(frozen=True, slots=True)
class RoomView:
    """Bytes of one's own pictures, clips and music: in films, in uploads that nobody finished, and how many may be kept."""

    kept: int
    unfinished: int
    limit: int
