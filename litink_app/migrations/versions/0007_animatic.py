"""a quick look at a film is called animatic"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

RENAMED = (
    "update asset set name = :new where name = :old and run_id in (select run_id from step where kind = :old)",
    """update step set result = jsonb_set(result #- array['blobs', cast(:old as text)], array['blobs', cast(:new as text)],
        result #> array['blobs', cast(:old as text)])
    where kind = :old and result #> array['blobs', cast(:old as text)] is not null""",
    "update step set kind = :new, key = :new where kind = :old",
    """update run set forecast = (forecast - cast(:old as text)) || jsonb_build_object(cast(:new as text), forecast -> cast(:old as text))
    where jsonb_exists(forecast, :old)""",
)
"""The file, the result that names it, the step itself, and what was foreseen of its run."""


def upgrade() -> None:
    _rename("sketch", "animatic")


def downgrade() -> None:
    _rename("animatic", "sketch")


def _rename(old: str, new: str) -> None:
    for statement in RENAMED:
        op.execute(sa.text(statement).bindparams(old=old, new=new))
