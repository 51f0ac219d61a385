"""How a newcomer begins: an account with the sample book on its shelf, by whichever door they come."""

from uuid import UUID

import structlog

from litink_app.errors import LitinkError
from litink_app.schemas.account import Ticket
from litink_app.services import accounts, library

log = structlog.get_logger()


async def sign_up(email: str, password: str, name: str, *, address: str, agent: str, kind: str = "web") -> Ticket:
    """A new account, signed in; it stands even where the sample book could not be laid on its shelf."""
    ticket = await accounts.sign_up(email, password, name, address=address, agent=agent, kind=kind)
    try:
        await library.add_sample(UUID(ticket.person.id))
    except (LitinkError, OSError) as error:  # a full disk or a store that is away is no reason to turn people away
        log.warning("a newcomer begins without the sample book", error=str(error))
    return ticket
