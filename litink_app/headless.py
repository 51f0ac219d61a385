"""The engine without the pages, for commands and benches."""

import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

from litink_app import db, logs, migrations
from litink_app.config import Settings, settings
from litink_app.studio import weights
from litink_app.supervisor import Installation, say, workers
from litink_app.up import progress


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """End by way of every `finally`, so that nothing that was started stays behind."""
    raise SystemExit(128 + signal.SIGTERM)


@contextmanager
def engine(config: Settings) -> Generator[Callable[[], bool]]:
    """Join a running installation, or start its own for the while; gives a way to ask whether it is still there."""
    logs.begin()
    place = Installation(config)
    if place.held_elsewhere():
        place.export()
        yield place.held_elsewhere
        return
    signal.signal(signal.SIGTERM, _leave)
    with place.held():
        try:
            say.print("starting the engine …")
            weights.fetch_default(progress)
            place.start_servers()
            migrations.upgrade(db.database_url())
            for program in workers(settings()):
                place.start(program)
            yield lambda: True
        finally:
            place.stop()
