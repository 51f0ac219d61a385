"""The content security policy. Inline scripts run only where they stand in a page that we built: each answer names their hashes.

`unsafe-eval` stays: Reflex runs what a handler sends to the page (toasts, redirects of the script) through it.
"""

import asyncio
import hashlib
import re
import zlib
from base64 import b64encode
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from litink_app import routes

INLINE = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
LARGEST_PAGE = 4 * 1024 * 1024
SEALED = "default-src 'none'; frame-ancestors 'none'; sandbox"


class ContentPolicy:
    """Wraps `send`: holds a page back until its scripts are known, lets everything else through with a closed policy."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        self.zipped = False
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif message["type"] == "http.response.body" and self.start:
            await self._collect(self.start, message)
        elif message["type"] == "http.response.pathsend" and self.start:
            await self._release(self.start, await asyncio.to_thread(Path(message["path"]).read_bytes))
            await self.send(message)
        else:
            await self.send(message)

    async def _begin(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        if message["status"] == 304:  # the browser keeps the policy that it has
            await self.send(message)
        elif headers.get("content-type", "").startswith("text/html") and "content-security-policy" not in headers:
            self.start, self.zipped = message, headers.get("content-encoding") == "gzip"
        else:
            headers.setdefault("Content-Security-Policy", SEALED)
            await self.send(message)

    async def _collect(self, start: Message, message: Message) -> None:
        self.body += message.get("body", b"")
        if message.get("more_body", False) and len(self.body) < LARGEST_PAGE:
            return
        await self._release(start, self.body)
        await self.send({**message, "body": self.body})

    async def _release(self, start: Message, page: bytes) -> None:
        MutableHeaders(scope=start)["Content-Security-Policy"] = page_policy(unzipped(page) if self.zipped else page)
        self.start = None
        await self.send(start)


def page_policy(page: bytes) -> str:
    """What a page may do, with the hashes of its inline scripts."""
    hashes = " ".join(f"'sha256-{each}'" for each in _hashes(page))
    sockets = " ".join(origin.replace("http", "ws", 1) for origin in routes.origins() if "[" not in origin)
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'unsafe-eval' {hashes}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "font-src 'self' data:",
            f"connect-src 'self' {sockets}",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def unzipped(page: bytes) -> bytes:
    """The page itself; nothing of it where it would be larger than any that we build."""
    opener = zlib.decompressobj(wbits=31)
    found = opener.decompress(page, LARGEST_PAGE)
    return b"" if opener.unconsumed_tail else found


@lru_cache(maxsize=256)
def _hashes(page: bytes) -> tuple[str, ...]:
    found = {b64encode(hashlib.sha256(script).digest()).decode() for script in INLINE.findall(page)}
    return tuple(sorted(found))
