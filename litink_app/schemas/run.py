"""The engine's language: graphs of steps, what a handler is given and gives back, and what a page sees of a run.

A handler is `async def handler(work: Work) -> Done | Parked`, registered with `@step(...)` in `services/steps.py`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID


class Queue(StrEnum):
    BOOK = "book"
    PLOT = "plot"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    LIPSYNC = "lipsync"
    MERGE = "merge"
    BLOCKCHAIN = "blockchain"
    MAIL = "mail"


class RunStatus(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class StepStatus(StrEnum):
    WAITING = "waiting"
    READY = "ready"
    LEASED = "leased"
    PARKED = "parked"
    DONE = "done"
    DEAD = "dead"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StepSpec:
    """A node to be: `key` is unique in its run ("scene_image:3"), `kind` names the handler, `needs` are keys in the same run."""

    key: str
    kind: str
    params: dict[str, Any] = field(default_factory=dict[str, Any])
    needs: tuple[str, ...] = ()
    scene: int | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    steps: tuple[StepSpec, ...]


@dataclass(frozen=True, slots=True)
class Blob:
    """A file that a step made; stored privately under its hash, listed as an asset of the run's owner under `name`."""

    name: str
    path: Path
    media_type: str


@dataclass(frozen=True, slots=True)
class Done:
    """The step's result: JSON `data` (later steps read it), files (`data["blobs"][name]` = storage key is added), what it cost, more steps."""

    data: dict[str, Any]
    blobs: tuple[Blob, ...] = ()
    usd: Decimal = Decimal(0)
    provider: str = ""
    model: str = ""
    expand: Graph | None = None


@dataclass(frozen=True, slots=True)
class Parked:
    """The work goes on remotely; the step is woken after `seconds` or by a webhook that names `remote_id`."""

    remote_id: str
    seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Work:
    """What a handler is given. `needs` maps keys to results; `remote_id` is set when the step wakes from being parked.

    `folder` is temporary and goes with the step. `progress(fraction, **patch)` shows part-way results to the page.
    `intend(provider, usd, part="")` must be awaited before a paid call: it writes the intent and checks the cap; `ordered(remote_id)`
    stores the remote id before anything else. `intended` says that an earlier attempt was about to pay under the same `idempotency_key` and
    its outcome is unknown: ask the provider first. `fetch(storage_key)` gives a local copy of a blob. `idempotency_key` is stable per step inputs.
    """

    run_id: UUID
    step_id: UUID
    owner_id: UUID
    subject_id: UUID | None
    key: str
    params: dict[str, Any]
    needs: dict[str, dict[str, Any]]
    attempt: int
    fence: int
    folder: Path
    idempotency_key: str
    remote_id: str | None
    progress: Callable[..., Awaitable[None]]
    intend: Callable[..., Awaitable[None]]
    ordered: Callable[[str], Awaitable[None]]
    fetch: Callable[[str], Awaitable[Path]]
    intended: bool = False


Handler = Callable[[Work], Awaitable[Done | Parked]]


@dataclass(frozen=True, slots=True)
class Quote:
    """What a run will cost and take: US dollars and seconds, low, likely, high."""

    usd_low: Decimal
    usd_likely: Decimal
    usd_high: Decimal
    seconds_low: float
    seconds_likely: float
    seconds_high: float


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as a page sees it. `data` is the handler's progress patch or result, without storage keys of blobs."""

    key: str
    kind: str
    queue: str
    scene: int | None
    status: str
    fraction: float
    attempt: int
    error: str
    seconds: float
    data: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class RunView:
    """A run as a page sees it; `percent` 0..100, `seconds_left` None while unknown, `paid` US dollars so far, to the last digit."""

    id: str
    kind: str
    status: str
    percent: int
    elapsed: float
    seconds_left: float | None
    error: str
    steps: tuple[StepView, ...] = ()
    paid: str = "0"
