"""Letters of the embedded mail: an outbox that the admin can read."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel

from litink_app.models.run import now_column


class MailedLetter(SQLModel, table=True):
    """A letter that would have gone out; `key` makes sure that it is there once."""

    __tablename__ = "mailed_letter"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    key: str = Field(unique=True)
    to: str
    subject: str
    text: str
    html: str = ""
    created: datetime | None = Field(default=None, sa_column=now_column())
