"""The inside of the sandbox: reads a file from standard input, writes a book to standard output, and can do little else.

Run as a process of its own by `sandbox.read`. Limits come first, then the format's code is loaded, then the kernel is told to
allow no new files, sockets or programs, and only then the untrusted bytes are parsed.
"""

import os
import resource
import sys

CPU_SECONDS = 20
MEMORY = 512 << 20


def main(name: str) -> None:
    """Read, parse, answer. The exit status is 0 for an answer, whether it is a book or a refusal."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(600)
    _answer(_chunks(name))


def _chunks(name: str) -> list[bytes]:
    from litink_app.errors import Refused
    from litink_app.readers import registry, wire

    try:
        with open(0, "rb", closefd=False) as stdin:
            data = stdin.read()
        kind = registry.sniff(data, name)
        reader = registry.reader(kind)
        from litink_app.readers.assemble import assemble

        _lock()
        return wire.pack(assemble(reader(data, name)))
    except Refused as error:
        return wire.pack_refusal(error.message)
    except MemoryError:
        return wire.pack_refusal("This book needs more memory than a book should.")
    except RecursionError:
        return wire.pack_refusal("This book nests its parts too deeply to be read safely.")


def _lock() -> None:
    """From here on: no file is written, no process started, no connection opened."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    from litink_app.readers.jail import lock

    lock()


def _answer(chunks: list[bytes]) -> None:
    for chunk in chunks:
        view = memoryview(chunk)
        while view:
            view = view[os.write(1, view) :]
    os._exit(0)
