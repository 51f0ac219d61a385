"""A page from the web, fetched without ever reaching inside: every address is resolved once, judged, and connected to as judged."""

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from litink_app.errors import Refused, TooMuch

REDIRECTS = 5
SECONDS = 30.0
STEP_SECONDS = 10.0
PORTS = {"http": 80, "https": 443}
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?", re.IGNORECASE)
_SPECIAL = tuple(
    ipaddress.ip_network(block)
    for block in ("192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "3fff::/20", "5f00::/16", "100::/64", "64:ff9b:1::/48")
)
"""Blocks of IANA's special-purpose registries that Python 3.11 holds to be public."""

_INSIDE = "This address leads inside this network, where nothing may be fetched from."
_SLOW = "The page did not arrive in time."


@dataclass(frozen=True, slots=True)
class Page:
    data: bytes
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Net:
    """How names become addresses, and which of those may be connected to; tests bring their own."""

    resolve: Callable[[str, int], list[str]]
    allowed: Callable[[str], bool]
    ports: Callable[[SplitResult], bool]


def outside(address: str) -> bool:
    """Whether an IP address lies in the public internet; those that carry another inside are judged by it too."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if carried is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            carried = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if carried is not None and not outside(str(carried)):
            return False
    special = any(ip.version == block.version and ip in block for block in _SPECIAL)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or special)


def _resolve(host: str, port: int) -> list[str]:
    try:
        return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    except (OSError, UnicodeError) as error:
        raise Refused("There is no such web address.") from error


INTERNET = Net(_resolve, outside, lambda parts: parts.port in {None, PORTS[parts.scheme]})


def fetch(address: str, limit: int, net: Net = INTERNET) -> Page:
    """The bytes at a web address, redirects followed and each judged anew. Blocking; `Refused` says why there are none."""
    deadline = time.monotonic() + SECONDS
    for _ in range(REDIRECTS + 1):
        parts = _judged(address, net)
        status, headers, data = _get(parts, net, limit, deadline)
        if status not in {301, 302, 303, 307, 308}:
            if status != 200:
                raise Refused(f"The page could not be fetched: the server answered {status}.")
            return Page(data, _name(parts, headers), address)
        if not (target := headers.get("location", "")):
            break
        address = urljoin(address, target)
    raise Refused("This address leads from one to the next without end.")


def _judged(address: str, net: Net) -> SplitResult:
    """The parts of an address that is plain: http or https, no name and password in it, no odd port, no disguised number."""
    clean = address.strip()
    if len(clean) > 2000 or any(sign.isspace() or ord(sign) < 33 for sign in clean) or "\\" in clean:
        raise Refused("This is not a web address.")
    try:
        parts = urlsplit(clean)
        usual = parts.scheme in PORTS and net.ports(parts)
    except ValueError as error:
        raise Refused("This is not a web address.") from error
    host = parts.hostname or ""
    if not usual or not host or parts.username is not None or parts.password is not None:
        raise Refused("Only plain http and https addresses can be fetched.")
    if not host.isascii() or "xn--" in host:
        raise Refused("Addresses in other alphabets are not fetched, for they can look like another site's.")
    if _NUMERIC.fullmatch(host) and not re.fullmatch(r"(?:(?:[1-9]\d{0,2}|0)\.){3}(?:[1-9]\d{0,2}|0)", host):
        raise Refused(_INSIDE)
    return parts


def _get(parts: SplitResult, net: Net, limit: int, deadline: float) -> tuple[int, dict[str, str], bytes]:
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    addresses = net.resolve(host, port)
    if not addresses or not all(net.allowed(one) for one in addresses):
        raise Refused(_INSIDE)
    connection = _Pinned(host, port, addresses[0], secure=parts.scheme == "https")
    clock = threading.Timer(max(0.0, deadline - time.monotonic()), connection.cut)
    clock.start()
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"User-Agent": "LitinkAI/1.0 (reads one page for a person)", "Accept-Encoding": "identity"})
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        data = _body(answer, headers, limit, deadline)
        if time.monotonic() >= deadline:
            raise Refused(_SLOW)
        return answer.status, headers, data
    except TimeoutError as error:
        raise Refused(_SLOW) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = time.monotonic() >= deadline
        raise Refused(_SLOW if late else "The page could not be fetched: the connection failed.") from error
    finally:
        clock.cancel()
        connection.close()


def _body(answer: http.client.HTTPResponse, headers: dict[str, str], limit: int, deadline: float) -> bytes:
    """The answer's bytes, counted as they come."""
    if headers.get("content-encoding", "identity") not in {"identity", ""}:
        raise Refused("The server sent the page in a packed form that was not asked for.")
    too_big = TooMuch(f"This page is larger than {limit >> 20} MB.")
    if headers.get("content-length", "0").isdecimal() and int(headers.get("content-length", "0")) > limit:
        raise too_big
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read1(1 << 16):
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            raise too_big
        if time.monotonic() > deadline:
            raise Refused(_SLOW)
    return b"".join(parts)


class _Pinned(http.client.HTTPConnection):
    """A connection to the very address that was judged; the name is only for the server and its certificate."""

    def __init__(self, host: str, port: int, address: str, *, secure: bool) -> None:
        super().__init__(host, port, timeout=STEP_SECONDS)
        self._address = address
        self._secure = secure
        self.default_port = 443 if secure else 80

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End it from outside, whatever it waits for: a server that sends a byte now and then outlives every timeout of the socket."""
        with suppress(OSError):
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)


def _name(parts: SplitResult, headers: dict[str, str]) -> str:
    """What the file may be called: the last part of its path, with an ending that fits."""
    last = unquote(parts.path.rstrip("/").rsplit("/", 1)[-1]) or parts.hostname or "page"
    if "html" in headers.get("content-type", "") and not last.lower().endswith((".html", ".htm", ".xhtml")):
        last = f"{last}.html"
    return last[:160]
