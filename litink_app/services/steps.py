"""The registry of step kinds: which handler makes what, where, for how long at most, and what it may cost."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal

from litink_app.queue import HARD_LIMITS
from litink_app.schemas.run import Handler, Queue

Scope = Literal["owner", "subject", "run"]
Price = Callable[[dict[str, Any]], Decimal]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of step. `scope` says how far a result may be reused; `patience` how long it may stay parked, in seconds."""

    name: str
    queue: Queue
    version: int
    seconds: float
    attempts: int
    limit: float
    patience: float
    scope: Scope
    price: Price
    handler: Handler


_kinds: dict[str, Kind] = {}


def _free(_params: dict[str, Any]) -> Decimal:
    return Decimal(0)


def step(
    kind: str,
    queue: Queue = Queue.IMAGE,
    version: int = 1,
    seconds: float = 4.0,
    attempts: int = 3,
    limit: float = 600.0,
    *,
    patience: float = 1800.0,
    scope: Scope = "owner",
    price: Price = _free,
) -> Callable[[Handler], Handler]:
    """Register the decorated handler for a kind of step.

    A result is reused wherever kind, version, params, results of needs and the scope's id are equal. Widest is "owner"; take "subject" or
    "run" for a handler that reads or writes rows which its params do not name.
    """
    if limit >= HARD_LIMITS[queue]:
        raise ValueError(f"{kind}: a step on queue {queue} must end before {HARD_LIMITS[queue]} s")

    def register(handler: Handler) -> Handler:
        known = _kinds.get(kind)
        if known and (known.handler.__module__, known.handler.__qualname__) != (handler.__module__, handler.__qualname__):
            raise ValueError(f"the step kind {kind} is registered twice")
        _kinds[kind] = Kind(kind, queue, version, seconds, attempts, limit, patience, scope, price, handler)
        return handler

    return register


def find(kind: str) -> Kind:
    """The registered kind; an unknown one is a bug of whoever laid out the graph."""
    if kind not in _kinds:
        raise LookupError(f"no handler is registered for the step kind {kind}")
    return _kinds[kind]


def kinds() -> dict[str, Kind]:
    return dict(_kinds)


def load() -> None:
    """Import every service, so that all handlers are registered (workers and the sweeper call this once)."""
    package = import_module("litink_app.services")
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
