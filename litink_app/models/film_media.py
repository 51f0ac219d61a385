"""What a person brought for a film of their own."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint
from sqlalchemy import Uuid as UuidType
from sqlmodel import Field, SQLModel

from litink_app.models.run import now_column


class FilmMedia(SQLModel, table=True):
    """A picture or clip in place of what is drawn for a `scene`, or a sound (`scene` 0) in place of the composed score. The file is the asset."""

    __tablename__ = "film_media"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        UniqueConstraint("production_id", "scene"),
        CheckConstraint("scene >= 0", name="scene_sane"),
        CheckConstraint("(kind = 'sound') = (scene = 0) and kind in ('picture', 'clip', 'sound')", name="kind_sane"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    production_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("production.id", ondelete="CASCADE"), nullable=False))
    scene: int
    kind: str
    asset_id: UUID = Field(sa_column=Column(UuidType, ForeignKey("asset.id", ondelete="CASCADE"), nullable=False, index=True))
    created: datetime | None = Field(default=None, sa_column=now_column())
