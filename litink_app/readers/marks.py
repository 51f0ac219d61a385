"""A place in a draft where a chapter, part or other section begins."""

from dataclasses import dataclass

from litink_app.readers.headings import Heading
from litink_app.schemas.book import ChapterKind


@dataclass(slots=True)
class Mark:
    """A place where something begins: `piece` is the first piece of it; `above` says that it is a part which holds chapters.

    `head` is the piece with the heading itself; a part heading may stand before it.
    """

    piece: int
    heading: Heading
    level: int = 0
    kind: ChapterKind = ChapterKind.BODY
    confidence: float = 0.5
    part: str = ""
    above: bool = False
    head: int = -1
