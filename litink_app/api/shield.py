"""What every request and socket passes first, pages and Reflex's own endpoints too: origin and size; headers on the way out.

Reflex's upload door, which would make public what comes in, is shut: books come through `/books/uploads`.
"""

import asyncio
import re
import time
from collections.abc import Sequence
from urllib.parse import urlsplit, urlunsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from litink_app import routes
from litink_app.api.caller import SAFE
from litink_app.api.content_policy import ContentPolicy
from litink_app.api.problems import Problem
from litink_app.schemas.account import WORDS
from litink_app.schemas.account import Problem as Cause

MIB = 1024 * 1024
BODY_LIMITS: Sequence[tuple[str, int]] = (
    (f"{routes.API}/books/uploads/", 9 * MIB),
    (f"{routes.API}/books/texts", 41 * MIB),
    (f"{routes.API}/films/[^/]+/media/uploads/", 9 * MIB),
    ("", MIB),
)
"""How many bytes a body may have whose path begins so."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
PATIENCE, SLOWEST = 60.0, 10_000
"""A body has so many seconds, and more for as many as it has sent at so many bytes a second."""
UPLOADED = re.compile(r"/_upload(/|$)")

log = structlog.get_logger()


class TooLarge(HTTPException):
    """The body is longer than its route allows; FastAPI lets only this kind through while it reads."""

    def __init__(self) -> None:
        super().__init__(413)


class TooSlow(HTTPException):
    """The body comes so slowly that it seems meant to hold us."""

    def __init__(self) -> None:
        super().__init__(408)


class Shield:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        origin = Headers(scope=scope).get("origin", "")
        if origin not in routes.origins():
            log.warning("socket refused", origin=origin[:200])
            await receive()
            await send({"type": "websocket.close", "code": 4403, "reason": "foreign origin"})
            return
        await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers, path = Headers(scope=scope), scope["path"]
        answer = ContentPolicy(_with_headers(send, path, headers.get("host", "")))
        if refused := _refusal(scope["method"], path, headers):
            await refused(scope, receive, answer)
            return
        try:
            await self.app(scope, _limited(receive, _limit(path)), answer)
        except TooLarge:
            await Problem(413, "That is too large.")(scope, receive, answer)
        except TooSlow:
            await Problem(408, "That came too slowly.")(scope, receive, answer)


def _refusal(method: str, path: str, headers: Headers) -> Problem | None:
    origin = headers.get("origin")
    guarded = method not in SAFE or path.startswith(routes.API)
    if guarded and origin is not None and origin not in routes.origins():
        log.warning("request refused", path=path, origin=origin[:200])
        return Problem(403, WORDS[Cause.ORIGIN])
    if UPLOADED.match(path):
        return Problem(404, "There is nothing here.")
    if _declared(headers) > _limit(path):
        return Problem(413, "That is too large.")
    return None


def _limit(path: str) -> int:
    return next(size for prefix, size in BODY_LIMITS if re.match(prefix, path))


def _declared(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0


def _limited(receive: Receive, limit: int) -> Receive:
    """Counts what really comes, and how fast: chunked bodies declare no length."""
    seen, whole, began = 0, False, time.monotonic()

    async def counted() -> Message:
        nonlocal seen, whole
        if whole:  # what follows is the end of the line, for which one may wait
            return await receive()
        try:
            async with asyncio.timeout(began + PATIENCE + seen / SLOWEST - time.monotonic()):
                message = await receive()
        except TimeoutError:
            raise TooSlow from None
        seen, whole = seen + len(message.get("body", b"")), not message.get("more_body", False)
        if seen > limit:
            raise TooLarge
        return message

    return counted


def _with_headers(send: Send, path: str, host: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if path.startswith((routes.API, "/auth/")):
                headers.setdefault("Cache-Control", "no-store")
            if urlsplit(routes.origins()[0]).scheme == "https":
                headers.setdefault("Strict-Transport-Security", "max-age=31536000")
            if location := headers.get("location"):
                headers["location"] = _inside(location, host)
        await send(message)

    return sent


def _inside(location: str, host: str) -> str:
    """Without the host that the request named: it may be invented, and behind a proxy its scheme is not the one that people use."""
    parts = urlsplit(location)
    if not parts.netloc or parts.netloc != host:
        return location
    return urlunsplit(("", "", f"/{parts.path.lstrip('/')}", parts.query, parts.fragment))
