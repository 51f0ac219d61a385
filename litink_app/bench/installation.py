"""Installations of their own for benches: `litink up` or the bare engine in a folder that goes afterwards."""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from litink_app.config import Settings, settings
from litink_app.headless import engine

_NAMES = ("DATABASE_URL", "REDIS_URL", "BROKER_URL", "LITINK_DATA")


@contextmanager
def folder() -> Generator[Path]:
    """A fresh data folder that the database's user may enter."""
    with tempfile.TemporaryDirectory(prefix="litink-bench-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        yield Path(name) / "data"


@contextmanager
def fresh_engine() -> Generator[Settings]:
    """The engine with workers, without pages, in a fresh folder; settings and environment are as before afterwards."""
    before = {name: os.environ.pop(name, None) for name in _NAMES}
    with folder() as data:
        os.environ["LITINK_DATA"] = str(data)
        settings.cache_clear()
        try:
            with engine(settings()):
                yield settings()
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value
            settings.cache_clear()
            shutil.rmtree(data, ignore_errors=True)
