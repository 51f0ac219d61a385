"""Letters inside a story, told by how they begin and end."""

from litink_app.readers import kinds
from litink_app.readers.draft import Piece
from litink_app.readers.lazily import lazily

_GREETING = lazily(
    r"[“\"‘']?(?:(?:My|Our)\s+)?(?:(?:very\s+)?(?:dear(?:est)?|beloved|honou?red|respected)\b[^.!?]{0,50}|sirs?|madam|gentlemen)[,:;.—–-]*$",
    2,
)
_FAREWELL = lazily(
    r"[“\"‘']?(?:(?:and\s+)?(?:I am|I remain|believe me|we remain)\b.{0,60}|(?:ever |very |most )?(?:yours|your)\b.{0,50}|(?:affectionately|sincerely|"
    r"faithfully|respectfully|truly|cordially|love|with love)\b.{0,40})",
    2 | 16,
)
LONGEST = 40
SHORT = 70


def mark(pieces: list[Piece]) -> None:
    """Give the pieces from a greeting to its farewell the kind of a letter."""
    past = 0
    for index, piece in enumerate(pieces):
        if index >= past and len(piece.text) <= SHORT and _greets(piece):
            past = _end(pieces, index)
            for inside in pieces[index:past]:
                if inside.kind in {kinds.PARAGRAPH, kinds.VERSE, kinds.QUOTATION}:
                    inside.kind = kinds.LETTER


def _greets(piece: Piece) -> bool:
    text = piece.text
    if piece.level or piece.kind not in {kinds.PARAGRAPH, kinds.VERSE, kinds.QUOTATION}:
        return False
    return text[-1:] in ",:;—–-" and _GREETING.match(text) is not None


def _end(pieces: list[Piece], start: int) -> int:
    """Behind the signature; the start itself where no farewell comes in time."""
    for index in range(start + 1, min(start + LONGEST, len(pieces))):
        piece = pieces[index]
        if piece.level or piece.kind == kinds.SCENE_BREAK:
            break
        if len(piece.text) <= SHORT * 2 and piece.kind != kinds.HEADING and _FAREWELL.match(piece.text):
            return index + 1 + _signed(pieces, index + 1)
    return start


def _signed(pieces: list[Piece], index: int) -> int:
    """One more piece where a name stands below."""
    if index >= len(pieces) or pieces[index].level:
        return 0
    text = pieces[index].text.strip("_“”\"'’. ")
    return int(0 < len(text) <= 40 and text[:1].isupper() and text[-1:] not in ",;:?!" and len(text.split()) <= 5)
