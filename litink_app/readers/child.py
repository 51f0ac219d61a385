"""The inside of the sandbox: reads a file, writes a book to a pipe, and can do little else.

Limits come first, then the format's code is loaded, then the kernel is told to allow no new files, sockets or programs,
and only then the untrusted bytes are parsed.
"""

import gc
import os
import resource
import sys

CPU_SECONDS = 20
MEMORY = 512 << 20


def main(name: str, whole: bool = True, source: int = 0, sink: int = 1) -> None:
    """Read, parse, answer, and end the process; status 0 says that there is an answer, a book or a refusal."""
    resource.setrlimit(resource.RLIMIT_CPU, _more(CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(600)
    gc.disable()
    for chunk in _chunks(name, whole, source):
        view = memoryview(chunk)
        while view:
            view = view[os.write(sink, view) :]
    os._exit(0)


def _more(seconds: int) -> tuple[int, int]:
    """Seconds of CPU from now on."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    soft = seconds + int(spent.ru_utime + spent.ru_stime)
    return soft, soft + 1


def _chunks(name: str, whole: bool, source: int) -> list[bytes]:
    from litink_app.errors import Refused
    from litink_app.readers import registry, wire

    try:
        with open(source, "rb", closefd=False) as file:
            data = file.read()
        reader = registry.reader(registry.sniff(data, name))
        from litink_app.readers.assemble import lay

        _lock()
        return wire.pack(lay(reader(data, name), whole=whole))
    except Refused as error:
        return wire.pack_refusal(error.message)
    except MemoryError:
        return wire.pack_refusal("This book needs more memory than a book should.")
    except RecursionError:
        return wire.pack_refusal("This book nests its parts too deeply to be read safely.")


def _lock() -> None:
    """From here on: no file is written, no process started, no connection opened."""
    from litink_app.readers.jail import lock

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    lock()
