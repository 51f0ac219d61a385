"""Fetching from the web: what may be reached, what may not, redirects included. The server is a real one on this machine."""

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from litink_app.errors import Refused, TooMuch
from litink_app.readers import web

PAGE = b"<html><head><title>A tale</title></head><body><p>Once upon a time.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
            return
        if self.path == "/drip":
            self._drip()
            return
        body = b"x" * 5000 if self.path == "/big" else PAGE
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", "text/html")
        if self.path != "/big":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        """Headers without end, a byte at a time."""
        with contextlib.suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            while True:
                self.wfile.write(b"x")
                time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://books.test:{server.server_port}"
    server.shutdown()
    server.server_close()


HERE = web.Net(lambda host, port: ["127.0.0.1"] if host == "books.test" else ["10.0.0.7"], lambda ip: ip == "127.0.0.1", lambda parts: True)


def test_a_page_is_fetched_with_a_name_that_fits(site: str) -> None:
    page = web.fetch(f"{site}/tales/one", 10_000, HERE)

    assert page.data == PAGE
    assert page.name == "one.html"


def test_redirects_are_followed_and_each_is_judged(site: str) -> None:
    page = web.fetch(f"{site}/to/{site}/end", 10_000, HERE)

    assert page.address.endswith("/end")
    with pytest.raises(Refused, match="inside this network"):
        web.fetch(f"{site}/to/http://elsewhere.test/", 10_000, HERE)
    with pytest.raises(Refused, match="plain http"):
        web.fetch(f"{site}/to/file:///etc/passwd", 10_000, HERE)


def test_endless_redirects_end(site: str) -> None:
    class Loop(Site):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", self.path)
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Loop)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    with pytest.raises(Refused, match="without end"):
        web.fetch(f"http://books.test:{server.server_port}/again", 10_000, HERE)

    server.shutdown()
    server.server_close()


def test_headers_that_trickle_in_for_ever_are_cut_off(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.5)

    with pytest.raises(Refused, match="in time"):
        web.fetch(f"{site}/drip", 10_000, HERE)


def test_too_much_is_refused_even_when_not_announced(site: str) -> None:
    with pytest.raises(TooMuch):
        web.fetch(f"{site}/big", 1000, HERE)
    with pytest.raises(Refused, match="404"):
        web.fetch(f"{site}/gone", 1000, HERE)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://017700000001/",
        "http://127.1/",
        "http://0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.0.0.192/opc/v1/instance/",
        "http://192.88.99.1/",
        "http://[fec0::1]/",
        "http://[3fff::1]/",
        "http://100.64.0.1/",
        "http://[fe80::1%25lo]/",
        "http://[fc00::1]/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org@127.0.0.1/",
        "http://example.org:22/",
        "http://exаmple.org/",
        "http://xn--exmple-4nf.org/",
        "ftp://example.org/book.txt",
        "file:///etc/passwd",
        "gopher://example.org/",
        "javascript:alert(1)",
        "http:\\\\127.0.0.1\\",
        "http://example.org/\r\nX: y",
        "http://",
        "//example.org/",
        "",
    ],
)
def test_addresses_that_lead_inside_or_are_disguised_are_refused(address: str) -> None:
    with pytest.raises(Refused):
        web.fetch(address, 1000)


def test_a_name_with_one_inside_address_among_many_is_refused() -> None:
    mixed = web.Net(lambda host, port: ["93.184.216.34", "10.0.0.1"], web.outside, web.INTERNET.ports)

    with pytest.raises(Refused, match="inside"):
        web.fetch("http://example.org/", 1000, mixed)


def test_the_judged_address_is_the_one_connected_to(site: str) -> None:
    """A name that changes its address between the check and the connection gains nothing: it is resolved once."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    page = web.fetch(f"{site}/one", 10_000, web.Net(resolve, lambda ip: ip == "127.0.0.1", lambda parts: True))

    assert page.data == PAGE
    assert asked == ["books.test"]
