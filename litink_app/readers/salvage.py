"""What is left of a ZIP file whose end is missing: entries found one after the other from its beginning."""

import struct
import zlib

from litink_app.errors import Refused

MOST = 48 << 20


class Entry:
    """An entry as its header tells it."""

    __slots__ = ("crc", "encrypted", "method", "name", "offset", "packed", "size")

    def __init__(self, name: str, method: int, packed: int, size: int, crc: int, offset: int, encrypted: bool) -> None:
        self.name, self.method, self.packed, self.size = name, method, packed, size
        self.crc, self.offset, self.encrypted = crc, offset, encrypted


def safe(name: str) -> str:
    """A name is only a label here, yet one that tries to climb out of its folder has no business in a book."""
    if "\0" in name or name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or name[1:3] in {":\\", ":/"}:
        raise Refused("A part of this file has a name that points outside of it.")
    return name.replace("\\", "/")


def salvage(data: bytes) -> dict[str, Entry]:
    """The whole entries before the cut; `Refused` where there are none."""
    entries: dict[str, Entry] = {}
    place = 0
    while data[place : place + 4] == b"PK\x03\x04" and len(entries) < 20_000:
        found = _entry(data, place)
        if found is None:
            break
        entry, place = found
        if not entry.name.endswith("/"):
            entries.setdefault(entry.name, entry)
    if not entries:
        raise Refused("This file is cut off or damaged; please fetch it again.")
    return entries


def _entry(data: bytes, place: int) -> tuple[Entry, int] | None:
    """The entry that begins here and where the next one does; None where it is not whole."""
    header = data[place : place + 30]
    if len(header) < 30:
        return None
    flags, method = struct.unpack("<HH", header[6:10])
    crc, packed, size, name_length, extra = struct.unpack("<IIIHH", header[14:30])
    start = place + 30 + name_length + extra
    if flags & 8:
        measured = _measured(data, start, method)
        if measured is None:
            return None
        crc, packed, size = measured
    if start + packed > len(data) or method not in {0, 8} or (method == 0 and packed != size):
        return None
    name = safe(data[place + 30 : place + 30 + name_length].decode("utf-8" if flags & 0x800 else "cp437", "replace"))
    after = data.find(b"PK\x03\x04", start + packed, start + packed + 64) if flags & 8 else start + packed
    return Entry(name, method, packed, size, crc, place, bool(flags & 1)), after if after >= 0 else len(data)


def _measured(data: bytes, start: int, method: int) -> tuple[int, int, int] | None:
    """Checksum and sizes of an entry that does not say them."""
    if method != 8:
        return None
    machine = zlib.decompressobj(-15)
    try:
        out = machine.decompress(data[start:], MOST)
    except zlib.error:
        return None
    if not machine.eof:
        return None
    return zlib.crc32(out), len(data) - start - len(machine.unused_data), len(out)
