"""The owner's side of the fork server: one for each process that reads books, started with the first of them and again whenever it is gone."""

import json
import os
import socket
import sys
import threading

from litink_app.readers.forkserver import REPORT

_START = "import json,sys;sys.path[:]=json.loads(sys.argv[1]);from litink_app.readers.forkserver import main;main()"
_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120 - as in sandbox
PATIENCE = 10.0


class Served:
    """A child of the fork server: `pipe` brings its answer, `end` how it ended, `kill` makes it end."""

    def __init__(self, pipe: int, reply: socket.socket) -> None:
        self.pipe = pipe
        self._reply = reply
        reply.settimeout(PATIENCE)

    def kill(self) -> None:
        self._reply.shutdown(socket.SHUT_WR)

    def end(self) -> tuple[int, float, int] | None:
        """Exit status, seconds of CPU, KiB of memory; None where the server itself has died."""
        with self._reply:
            try:
                told = self._reply.recv(REPORT.size)
            except OSError:
                return None
        return REPORT.unpack(told) if len(told) == REPORT.size else None


class Keeper:
    """Starts the server and brings it books; any thread may."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._server: socket.socket | None = None
        self._reaper: threading.Thread | None = None
        self.process = 0

    def child(self, source: int, name: str, whole: bool, scanned: bool = False) -> Served:
        """A child that reads the open file `source`."""
        mine, reply = socket.socketpair()
        pipe, sink = os.pipe()
        try:
            self._send(json.dumps([name, whole, scanned]).encode(), [source, sink, reply.fileno()])
        except BaseException:
            os.close(pipe)
            mine.close()
            raise
        finally:
            os.close(sink)
            reply.close()
        return Served(pipe, mine)

    def _send(self, words: bytes, given: list[int]) -> None:
        """To the server; one that has ended since is started again."""
        with self._lock:
            if self._server is not None:
                try:
                    socket.send_fds(self._server, [words], given)
                except OSError:
                    self._server.close()
                else:
                    return
            self._server = self._started()
            socket.send_fds(self._server, [words], given)

    def _started(self) -> socket.socket:
        """Python without site, user folders or environment: quick to start and blind to secrets."""
        mine, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        path = json.dumps([*(entry for entry in sys.path if entry), _ROOT])
        quiet = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        try:
            self.process = os.posix_spawn(
                sys.executable,
                [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, path],
                {"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                file_actions=[(os.POSIX_SPAWN_DUP2, its.fileno(), 0), *((os.POSIX_SPAWN_DUP2, quiet, place) for place in (1, 2))],
                setpgroup=0,
            )
        finally:
            its.close()
            os.close(quiet)
        mine.settimeout(PATIENCE)  # a server that takes nothing any more is replaced like one that is gone
        self._reaper = threading.Thread(target=os.waitpid, args=(self.process, 0), name="books-reaper", daemon=True)
        self._reaper.start()
        return mine

    def stop(self) -> None:
        """End the server; the next book starts another."""
        with self._lock:
            if self._server is not None:
                self._server.close()
            if self._reaper is not None:
                self._reaper.join(PATIENCE)
            self._server, self._reaper, self.process = None, None, 0

    def forget(self) -> None:
        """In a process that was forked from its owner: the server is the owner's."""
        self._lock, self._reaper = threading.Lock(), None
        self.stop()


keeper = Keeper()
os.register_at_fork(after_in_child=keeper.forget)
