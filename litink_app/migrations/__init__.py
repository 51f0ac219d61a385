"""Alembic: `upgrade()` brings a database to the newest shape; one process at a time by an advisory lock."""

from pathlib import Path

from alembic import command
from alembic.config import Config


def config_for(url: str) -> Config:
    """Alembic's settings for a database address; no ini file."""
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent))
    found.set_main_option("path_separator", "os")
    found.attributes["url"] = url
    return found


def upgrade(url: str, revision: str = "head") -> None:
    """Apply what is missing."""
    command.upgrade(config_for(url), revision)


def revise(url: str, message: str) -> None:
    """Write a migration with what the tables of `models` have and the database at `url` has not."""
    command.revision(config_for(url), message=message, autogenerate=True)
