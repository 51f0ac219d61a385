"""How Alembic reaches the database and which tables it compares."""

from alembic import context
from sqlalchemy import create_engine, pool, text
from sqlmodel import SQLModel

from litink_app import models

_LOCK = 7_201_153
TABLES = SQLModel.metadata
"""All tables: importing `models` has registered them."""
assert models


def _run() -> None:
    engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
    with engine.connect() as connection:
        connection.execute(text("select pg_advisory_lock(:key)"), {"key": _LOCK})
        connection.execute(text("create extension if not exists vector"))
        connection.commit()
        context.configure(connection=connection, target_metadata=TABLES, compare_type=True, compare_server_default=True)
        with context.begin_transaction():
            context.run_migrations()
        connection.execute(text("select pg_advisory_unlock(:key)"), {"key": _LOCK})
        connection.commit()
    engine.dispose()


_run()
