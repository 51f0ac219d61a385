"""The inside of the sandbox: reads a file, writes a book to a pipe, and can do little else.

Limits come first, then the format's code is loaded, then the kernel is told to allow no new files, sockets or programs,
and only then the untrusted bytes are parsed.
"""

import gc
import os
import resource
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from litink_app.readers.port import Reader

CPU_SECONDS = 20
MEMORY = 512 << 20
SCANS_SECONDS = 150
"""What pages that are pictures may take in all, by the clock and of CPU: forty pages or so."""
SCANS_MEMORY = 1536 << 20
"""Addresses, not memory in use: the models' library maps far more than it touches."""


def main(name: str, whole: bool = True, scanned: bool = False, source: int = 0, sink: int = 1) -> None:
    """Read, parse, answer, and end the process; status 0 says that there is an answer, a book or a refusal.

    `scanned` says that it is a PDF whose pages that are pictures are wanted too; they have time and memory of their own.
    """
    memory = SCANS_MEMORY if scanned else MEMORY
    resource.setrlimit(resource.RLIMIT_CPU, _more(CPU_SECONDS + (SCANS_SECONDS if scanned else 0)))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(600)
    gc.disable()
    for chunk in _chunks(name, whole, scanned, source):
        view = memoryview(chunk)
        while view:
            view = view[os.write(sink, view) :]
    os._exit(0)


def _more(seconds: int) -> tuple[int, int]:
    """Seconds of CPU from now on."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    soft = seconds + int(spent.ru_utime + spent.ru_stime)
    return soft, soft + 1


def _chunks(name: str, whole: bool, scanned: bool, source: int) -> list[bytes]:
    from litink_app.errors import Refused
    from litink_app.readers import registry, wire

    try:
        with open(source, "rb", closefd=False) as file:
            data = file.read()
        reader = _scans_reader() if scanned else registry.reader(registry.sniff(data, name))
        from litink_app.readers.assemble import lay

        _lock()
        return wire.pack(lay(reader(data, name), whole=whole))
    except Refused as error:
        return wire.pack_refusal(error.message)
    except MemoryError:
        return wire.pack_refusal("This book needs more memory than a book should.")
    except RecursionError:
        return wire.pack_refusal("This book nests its parts too deeply to be read safely.")


def _scans_reader() -> "Reader":
    from litink_app.readers import scans

    return scans.reader()


def _lock() -> None:
    """From here on: no file is written, no process started, no connection opened."""
    from litink_app.readers.jail import lock

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    lock()
