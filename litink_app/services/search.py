"""Search over all books that a person may read: by words and by meaning, with the place that each passage stands at."""

from collections import Counter
from uuid import UUID

from litink_app.errors import Refused, TooMuch
from litink_app.schemas.answer import Hit

LONGEST = 400
AT_ONCE = 4
"""Searches of one person at a time in one process: each takes a share of a core, for which all others wait."""
_going = Counter[UUID]()


async def catalogue(reader: UUID, query: str, limit: int = 20) -> list[Hit]:
    """The passages that fit some words or a question best; nothing for no words."""
    asked = " ".join(query.split())
    if len(asked) > LONGEST:
        raise Refused(f"A search takes up to {LONGEST} characters.")
    if not any(letter.isalnum() for letter in asked):
        return []
    if _going[reader] >= AT_ONCE:
        raise TooMuch("Your other searches are still under way. Wait until they are done.")
    from litink_app.services.rag import RAGService  # the embedder's library is loaded by the first search, not by every start

    _going[reader] += 1
    try:
        return await RAGService().search_catalogue(reader, asked, limit=limit)
    finally:
        _going[reader] -= 1
        if not _going[reader]:
            del _going[reader]
