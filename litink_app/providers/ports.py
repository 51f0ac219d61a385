"""The ports: what the house needs of the outside, as narrow as it can be.

Each port has one embedded twin (`studio`, local storage, outbox, ledger) and may have outside ones.
`tests/providers/` holds one conformance test per port that every implementation passes.
A call may give `Ordered` instead of its result where the work goes on remotely: the step then parks.
Errors are `ProviderBusy | ProviderRefused | ProviderBroken`. Money is `Decimal` US dollars.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from litink_app.schemas.picture import PictureBrief
from litink_app.schemas.shot import Shot
from litink_app.schemas.sound import Speech, VoiceInfo


@dataclass(frozen=True, slots=True)
class Cost:
    """What a call cost, as billed where the provider says so; `model` is the one that really answered."""

    provider: str
    model: str
    usd: Decimal = Decimal(0)
    input_units: int = 0
    output_units: int = 0


@dataclass(frozen=True, slots=True)
class Ordered:
    """The provider works on it: ask again with `fetch(remote_id)` after `seconds`."""

    remote_id: str
    seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Message:
    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    cost: Cost
    data: dict[str, Any] | None = None


class LLM(Protocol):
    """A language model. `schema` (JSON Schema) asks for an object, validated by the implementation into `Answer.data`.

    `forms` tells whether it can do that.
    """

    name: str
    paid: bool
    forms: bool

    async def answer(
        self, messages: Sequence[Message], *, schema: dict[str, Any] | None = None, max_tokens: int = 1024, temperature: float | None = None
    ) -> Answer: ...

    def stream(self, messages: Sequence[Message], *, max_tokens: int = 1024) -> AsyncIterator[str]: ...


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a provider made, in the folder that it was given."""

    path: Path
    media_type: str
    cost: Cost
    facts: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Spoken:
    speech: Speech
    cost: Cost


class ImageMaker(Protocol):
    """`paid`: a call costs money, so an intent is written before it."""

    name: str
    paid: bool

    async def draw(self, brief: PictureBrief, folder: Path) -> Made | Ordered: ...

    async def fetch(self, remote_id: str, folder: Path) -> Made | Ordered: ...


class VideoMaker(Protocol):
    """Makes the moving picture of one shot (no sound): exactly `shot.frames` frames, H.264 in MP4."""

    name: str
    paid: bool

    async def film(self, shot: Shot, picture: Path | None, folder: Path) -> Made | Ordered: ...

    async def fetch(self, remote_id: str, folder: Path) -> Made | Ordered: ...


class LipSync(Protocol):
    """Makes a shot in which somebody speaks in view. `clip` is the silent shot where the provider needs one."""

    name: str
    paid: bool
    needs_clip: bool

    async def sync(self, shot: Shot, picture: Path | None, clip: Path | None, sound: Path, folder: Path) -> Made | Ordered: ...

    async def fetch(self, remote_id: str, folder: Path) -> Made | Ordered: ...


class Voice(Protocol):
    """Speech. `credit` is what a film's credits say of it, with its licence."""

    name: str
    paid: bool
    credit: str

    def voices(self) -> tuple[VoiceInfo, ...]: ...

    async def speak(
        self, text: str, voice: str, folder: Path, *, speed: float = 1.0, manner: str = "", lexicon: dict[str, str] | None = None
    ) -> Spoken: ...


class Embedder(Protocol):
    """Unit vectors; `model` (name and digest) is stored with each of them."""

    model: str
    dimensions: int

    async def embed(self, texts: Sequence[str]) -> list[list[float]]: ...


class Storage(Protocol):
    """Private blobs. Keys are made by `key_of` (content-addressed), never by a user. A repeated `put` is harmless."""

    async def put(self, path: Path, key: str, media_type: str) -> None: ...

    async def fetch(self, key: str, folder: Path) -> Path: ...

    def stream(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]: ...

    async def size(self, key: str) -> int: ...

    async def exists(self, key: str) -> bool: ...

    async def delete(self, key: str) -> None: ...

    def keys(self, older_than: float = 0.0) -> AsyncIterator[str]:
        """All keys; with `older_than` those that nobody has put for so many seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    to: str
    subject: str
    text: str
    html: str = ""
    key: str = ""


class Mail(Protocol):
    """Sends one letter; the same `key` is sent once. Gives the remote id."""

    async def send(self, letter: Letter) -> str: ...


class Payment(Protocol):
    """Money in. `checkout` gives an address to send the buyer to."""

    enabled: bool

    async def checkout(self, *, customer: str, price: str, success_url: str, cancel_url: str, key: str) -> str: ...

    async def portal(self, *, customer: str, return_url: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Minted:
    """`tx` is the transaction id, `confirmed` False while it waits in the local ledger."""

    tx: str
    asset: int
    confirmed: bool


class Chain(Protocol):
    """Mints a badge once per `key`."""

    async def mint(self, *, name: str, metadata: dict[str, Any], key: str) -> Minted: ...

    async def confirm(self, tx: str) -> Minted: ...
