"""an index of meanings over all passages"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "passage_meaning",
        "passage",
        ["vector"],
        postgresql_using="hnsw",
        postgresql_ops={"vector": "halfvec_cosine_ops"},
        postgresql_with={"ef_construction": 128},
    )


def downgrade() -> None:
    op.drop_index("passage_meaning", "passage")
