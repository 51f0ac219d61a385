"""Mail without a mail service: letters go to an outbox table that the admin reads."""

from sqlmodel import col, select

from litink_app import db
from litink_app.models.mail import MailedLetter
from litink_app.providers.ports import Letter


class OutboxMail:
    """The embedded twin of the Mail port."""

    async def send(self, letter: Letter) -> str:
        """Keep the letter; the same key is kept once. Gives its id."""
        async with db.session() as unit:
            known = (await unit.exec(select(MailedLetter).where(col(MailedLetter.key) == letter.key))).first() if letter.key else None
            if known:
                return str(known.id)
            row = MailedLetter(to=letter.to, subject=letter.subject, text=letter.text, html=letter.html, key="")
            row.key = letter.key or str(row.id)
            unit.add(row)
        return str(row.id)
