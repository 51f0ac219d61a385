"""The embedded twins of the video and lip-sync ports: shots performed by paper puppets, each encoded exactly once."""

import hashlib
from decimal import Decimal
from pathlib import Path

from litink_app.errors import ProviderBroken, ProviderBusy
from litink_app.media import encoders
from litink_app.media.encode import Codec, encode_frames
from litink_app.media.ffmpeg import DiskFull, MediaFailed
from litink_app.providers.ports import Cost, Made, Ordered
from litink_app.schemas.shot import SOFTWARE, Shot, ShotKind
from litink_app.studio.stagehand.takes import perform

GONE = "The graphics chip with which this film was begun does not encode any more. Try again to film all of it without it."
PRESET, CRF, THREADS = "veryfast", 20.0, 1
"""One thread per encoder: a seventh less CPU, and scenes run side by side."""

FROM_PICTURE = (ShotKind.TITLE, ShotKind.CREDITS, ShotKind.OWN)
LEAST_SECONDS, SECONDS_PER_FRAME = 120.0, 2.0


def codec_of(shot: Shot) -> Codec:
    """How every shot of a film is encoded."""
    return Codec(shot.brief.width, shot.brief.height, shot.fps, PRESET, CRF, THREADS, shot.encoder)


async def _film(name: str, shot: Shot, picture: Path | None, folder: Path) -> Made:
    shown = picture if shot.kind in FROM_PICTURE else None
    out = folder / f"{hashlib.sha256(shot.id.encode()).hexdigest()[:16]}.mp4"
    limit = LEAST_SECONDS + SECONDS_PER_FRAME * shot.frames
    try:
        frames = await encode_frames(perform(shot, shown), codec_of(shot), out, limit_seconds=limit)
    except DiskFull as error:
        raise ProviderBusy(error.message) from error
    except MediaFailed as error:
        if shot.encoder != SOFTWARE:
            raise await _without_chip(codec_of(shot), error) from error
        raise ProviderBroken(f"The shot could not be encoded. {error.message}") from error
    return Made(out, "video/mp4", Cost("embedded", name, Decimal(0), frames, frames), {"frames": frames, "fps": shot.fps})


async def _without_chip(codec: Codec, error: MediaFailed) -> ProviderBusy | ProviderBroken:
    """Why a chip failed: it has no room at the moment, or it is not there any more."""
    encoders.forget()
    trial = await encoders.tried(codec.encoder, codec.width, codec.height, codec.fps)
    return ProviderBusy(f"The graphics chip was busy. {error.message}") if trial.ok else ProviderBroken(GONE)


class Stagehand:
    """Films a shot on the stage of its brief; cards, and what a person brought, are filmed from their picture."""

    name = "stagehand"
    paid = False

    async def film(self, shot: Shot, picture: Path | None, folder: Path) -> Made | Ordered:
        return await _film(self.name, shot, picture, folder)

    async def fetch(self, remote_id: str, folder: Path) -> Made | Ordered:
        raise ProviderBroken("The embedded studio has no remote work.")


class PuppetMouths:
    """Films a shot in which somebody speaks in view: mouths follow the phonemes, so neither clip nor sound is needed."""

    name = "puppet_mouths"
    needs_clip = False
    paid = False

    async def sync(self, shot: Shot, picture: Path | None, clip: Path | None, sound: Path, folder: Path) -> Made | Ordered:
        return await _film(self.name, shot, picture, folder)

    async def fetch(self, remote_id: str, folder: Path) -> Made | Ordered:
        raise ProviderBroken("The embedded studio has no remote work.")
