"""How a newcomer begins: the account stands, whatever becomes of the sample book."""

from uuid import UUID

import pytest

from litink_app.errors import LitinkError, TooMuch
from litink_app.services import library, welcome


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), TooMuch("Enough.")])
async def test_who_signs_up_while_no_book_can_be_kept_has_an_account_all_the_same(
    database: str, monkeypatch: pytest.MonkeyPatch, trouble: OSError | LitinkError
) -> None:
    async def fails(owner: UUID) -> UUID:
        raise trouble

    monkeypatch.setattr(library, "add_sample", fails)

    ticket = await welcome.sign_up("alice@example.org", "correct horse battery", "Alice", address="192.0.2.1", agent="test")

    assert ticket.token
    assert await library.shelf(UUID(ticket.person.id)) == []
