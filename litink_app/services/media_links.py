"""Signed addresses of stored files. Who has one may read the file until it expires; there is no other way to a file."""

import hashlib
import hmac
import math
import time
from base64 import urlsafe_b64encode
from urllib.parse import quote
from uuid import UUID

from litink_app import routes
from litink_app.config import settings
from litink_app.errors import NotFound

STEP_SECONDS = 3600


def address(asset_id: str | UUID, seconds: int = 3600, *, download: str = "") -> str:
    """The path under which the asset can be read for at least `seconds`; with `download`, browsers keep it under that name.

    Times of expiry are rounded up, so that a page that is drawn again shows the same address and the browser keeps what it has.
    """
    expires = math.ceil((time.time() + seconds) / STEP_SECONDS) * STEP_SECONDS
    path = f"{routes.MEDIA}/{asset_id}?expires={expires}&signature={_signature(str(asset_id), expires)}"
    return f"{path}&download={quote(download[:100], safe='')}" if download else path


def check(asset_id: str, expires: int, signature: str) -> None:
    """Raise NotFound unless this is a live address that we made."""
    genuine = hmac.compare_digest(_signature(asset_id, expires).encode(), signature.encode("utf-8", "replace"))
    if not genuine or expires < time.time():
        raise NotFound


def _signature(asset_id: str, expires: int) -> str:
    message = f"media:{asset_id}:{expires}".encode()
    return urlsafe_b64encode(hmac.digest(settings().signing_key(), message, hashlib.sha256)).rstrip(b"=").decode()
