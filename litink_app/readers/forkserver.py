"""The fork server: a process of one thread that forks a child of the sandbox for each book, so that no book waits for an interpreter to start.

Its first child starts as bare as the server is; with the second book it is plain that more will come, and everything is made ready.
It ends when its owner does, and when nobody brought a book for a while; its children end with it.
"""

import gc
import json
import os
import select
import signal
import socket
import struct
from contextlib import suppress
from importlib import import_module

IDLE_SECONDS = 60
LOOK_SECONDS = 5
REPORT = struct.Struct("<idq")
"""Exit status as `waitpid` tells it, seconds of CPU, KiB of memory at most."""


def main() -> None:
    """Serve the owner at the other end of standard input until it is gone."""
    _Server(socket.socket(fileno=os.dup(0))).serve()


class _Server:
    """`lives` maps the end of a pipe, which closes when a child ends, to its process and to who is told."""

    def __init__(self, owner: socket.socket) -> None:
        self.owner = owner
        self.parent = os.getppid()
        self.books = 0
        self.lives: dict[int, tuple[int, socket.socket]] = {}
        self.asked: dict[int, int] = {}
        self.poll = select.poll()
        self.poll.register(owner, select.POLLIN)

    def serve(self) -> None:
        idle = 0
        while idle * LOOK_SECONDS < IDLE_SECONDS and os.getppid() == self.parent:
            ready = self.poll.poll(LOOK_SECONDS * 1000)
            idle = 0 if ready or self.lives else idle + 1
            places = {place for place, _ in ready}
            for place in places & self.lives.keys():
                self._tell(place)
            for place in places & self.asked.keys():
                os.kill(self.asked[place], signal.SIGKILL)
                self.poll.unregister(place)
            if self.owner.fileno() in places and not self._take():
                return

    def _take(self) -> bool:
        """The next book; False when the owner is gone."""
        words, given, _, _ = socket.recv_fds(self.owner, 4096, 3)
        if len(given) < 3:
            return False
        self.books += 1
        if self.books == 2:
            _prepare()
        self._fork(*json.loads(words), *given)
        return True

    def _fork(self, name: str, whole: bool, scanned: bool, source: int, sink: int, reply: int) -> None:
        ends, life = os.pipe()
        child = os.fork()
        if not child:
            _be_child(name, whole, scanned, source, sink, life)
        for place in (source, sink, life):
            os.close(place)
        self.lives[ends] = child, socket.socket(fileno=reply)
        self.asked[reply] = child
        self.poll.register(ends, select.POLLIN)
        self.poll.register(reply, select.POLLIN)

    def _tell(self, ends: int) -> None:
        """A child has ended: how, and what it took."""
        child, reply = self.lives.pop(ends)
        os.kill(child, signal.SIGKILL)  # one that closed its pipe and lives on would be waited for by everybody
        _, status, spent = os.wait4(child, 0)
        del self.asked[reply.fileno()]
        self.poll.unregister(ends)
        with suppress(KeyError):  # it was asked to end before
            self.poll.unregister(reply)
        os.close(ends)
        with suppress(OSError), reply:  # perhaps nobody waits any more
            reply.send(REPORT.pack(status, spent.ru_utime + spent.ru_stime, spent.ru_maxrss))


def _prepare() -> None:
    """Load what reads every format, and make its patterns."""
    from litink_app.readers import jail, lazily, registry
    from litink_app.readers.pdfium import load

    for name in ("assemble", "child", "jail", "wire", "text", *(kind for kind, _ in registry.FORMATS)):
        import_module(f"litink_app.readers.{name}")
    import_module("lxml.etree")
    load()
    jail.prepared()
    lazily.prepare()
    gc.collect()
    gc.freeze()


def _be_child(name: str, whole: bool, scanned: bool, source: int, sink: int, life: int) -> None:
    """Become a child of the sandbox, which dies with the server and knows nothing of the others."""
    try:
        os.setsid()
        os.dup2(source, 0)
        os.dup2(sink, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.dup2(life, 3)
        os.closerange(4, 4096)
        from litink_app.readers import child, jail

        jail.die_with_parent()
        child.main(name, whole, scanned)
    finally:
        os._exit(70)
