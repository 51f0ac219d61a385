"""The embedded image maker: the illustrator behind the ImageMaker port. Free, local, the same bytes for the same brief."""

import asyncio
from pathlib import Path

from litink_app.errors import ProviderRefused
from litink_app.providers.ports import Cost, Made, Ordered
from litink_app.schemas.picture import PictureBrief
from litink_app.studio.illustrator.stage import picture

MODEL = "paper-theatre-1"
LARGEST = 3840 * 2160


class Illustrator:
    """Draws every kind of picture itself."""

    name = "embedded"
    paid = False

    async def draw(self, brief: PictureBrief, folder: Path) -> Made | Ordered:
        if not 0 < brief.width * brief.height <= LARGEST:
            raise ProviderRefused("That picture is larger than the illustrator draws.")
        path = folder / "picture.png"
        path.write_bytes(await asyncio.to_thread(picture, brief))
        return Made(path, "image/png", Cost(provider="embedded", model=MODEL), {"width": brief.width, "height": brief.height})

    async def fetch(self, remote_id: str, folder: Path) -> Made | Ordered:
        raise ProviderRefused("The embedded illustrator never leaves a picture for later.")
