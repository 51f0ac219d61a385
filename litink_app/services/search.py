"""Search over all books that a person may read: by words and by meaning, with the place that each passage stands at."""

from uuid import UUID

from litink_app.errors import Refused
from litink_app.schemas.answer import Hit

LONGEST = 400


async def catalogue(reader: UUID, query: str, limit: int = 20) -> list[Hit]:
    """The passages that fit some words or a question best; nothing for no words."""
    asked = " ".join(query.split())
    if len(asked) > LONGEST:
        raise Refused(f"A search takes up to {LONGEST} characters.")
    if not any(letter.isalnum() for letter in asked):
        return []
    from litink_app.services.rag import RAGService  # the embedder's library is loaded by the first search, not by every start

    return await RAGService().search_catalogue(reader, asked, limit=limit)
