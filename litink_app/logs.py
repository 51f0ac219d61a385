"""What a process writes down: lines of JSON on standard error, and tracebacks without the values of variables.

By itself structlog prints local variables into every traceback, and those hold what people read and type.
"""

import sys
from typing import TextIO, cast

import structlog

from litink_app.config import settings


class _Stderr:
    """Standard error as it is when something is written, for standard output belongs to documents."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


def begin() -> None:
    """Set the log of this process up, from the level of the settings on."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(settings().log_level),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Stderr())),
    )
