"""A place in a draft where a chapter, part or other section begins."""

from litink_app.readers.headings import Heading
from litink_app.readers.kinds import BODY


class Mark:
    """A place where something begins: `piece` is the first piece of it; `above` says that it is a part which holds chapters.

    `head` is the piece with the heading itself; a part heading may stand before it.
    """

    __slots__ = ("above", "confidence", "head", "heading", "kind", "level", "part", "piece")

    def __init__(self, piece: int, heading: Heading, level: int = 0, *, confidence: float = 0.5, above: bool = False) -> None:
        self.piece, self.heading, self.level, self.confidence, self.above = piece, heading, level, confidence, above
        self.kind, self.part, self.head = BODY, "", piece
