"""A provider of pictures, films and letters that keeps a bill: `python -m tests.faults.provider PORT FILE`.

It bills an order at its arrival, before it answers, and knows it again by its key. Its memory is the file, so it survives its own death.
"""

import json
import random
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Books:
    """Orders and letters by key, how often each key was ordered again, and the mood that the provider is in."""

    def __init__(self, file: Path) -> None:
        self.orders: dict[str, dict[str, Any]] = {}
        self.letters: dict[str, dict[str, Any]] = {}
        self.again: Counter[str] = Counter()
        self.delay, self.failing = 0.0, 0.0
        self._lock = threading.Lock()
        self._file = file
        if file.exists():
            for line in file.read_text().splitlines():
                self._learn(json.loads(line))

    def _learn(self, entry: dict[str, Any]) -> None:
        place = self.letters if entry["kind"] == "letter" else self.orders
        if entry["key"] in place:
            self.again[entry["key"]] += 1
        else:
            place[entry["key"]] = entry

    def write(self, entry: dict[str, Any]) -> dict[str, Any]:
        with self._lock, self._file.open("a") as file:
            file.write(json.dumps(entry) + "\n")
            self._learn(entry)
        return (self.letters if entry["kind"] == "letter" else self.orders)[entry["key"]]


class Desk(BaseHTTPRequestHandler):
    books: Books

    def log_message(self, format: str, *args: object) -> None:
        return

    def _answer(self, status: int, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _moody(self) -> bool:
        time.sleep(self.books.delay * random.random())
        if random.random() < self.books.failing:
            self._answer(503, {})
            return True
        return False

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.path == "/mood":
            self.books.delay, self.books.failing = asked["delay"], asked["failing"]
            self._answer(200, {})
            return
        if self._moody():
            return
        kind = self.path.removeprefix("/")
        entry = self.books.write({**asked, "kind": kind, "at": time.time()})
        if not self._moody():
            self._answer(200, _shown(entry))

    def do_GET(self) -> None:
        if self.path == "/books":
            self._answer(200, {"orders": self.books.orders, "letters": self.books.letters, "again": self.books.again})
            return
        if self._moody():
            return
        found = self.books.orders.get(self.path.removeprefix("/order/"))
        self._answer(200, _shown(found)) if found else self._answer(404, {})


def _shown(entry: dict[str, Any]) -> dict[str, Any]:
    return {"ready": time.time() >= entry["at"] + entry.get("seconds", 0), "text": f"<{entry.get('what', '')}>"}


def main() -> None:
    Desk.books = Books(Path(sys.argv[2]))
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Desk).serve_forever()


if __name__ == "__main__":
    main()
