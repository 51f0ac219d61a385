"""passages to search"""

import pgvector.sqlalchemy
import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "passage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("book_id", sa.Uuid(), nullable=False),
        sa.Column("parent", sa.Uuid(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("model", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("vector", pgvector.sqlalchemy.HALFVEC(384), nullable=True),
        sa.Column("terms", postgresql.TSVECTOR(), sa.Computed("to_tsvector('english', words)", persisted=True), nullable=True),
        sa.ForeignKeyConstraint(["book_id"], ["book.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["parent"], ["passage.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_passage_parent", "passage", ["parent"], unique=False)
    op.create_index("passage_of_book", "passage", ["book_id", "start"], unique=False)
    op.create_index("passage_words", "passage", ["terms"], unique=False, postgresql_using="gin")


def downgrade() -> None:
    op.drop_table("passage")
