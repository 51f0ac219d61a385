"""A ZIP container read with suspicion: every number in it is checked, nothing is unpacked to disk, names are never paths."""

import struct

from isal import isal_zlib

from litink_app.errors import Refused
from litink_app.readers.salvage import Entry, safe, salvage

ENTRIES = 20_000
NAME = 1024
ENTRY_BYTES = 48 << 20
TOTAL_BYTES = 400 << 20
RATIO = 220
SMALL = 1 << 20
_LYING = "This file's directory does not match what is in it; it may be damaged or made to mislead."


class Misleading(Refused):
    """The file says other things of itself than it holds."""

    def __init__(self) -> None:
        super().__init__(_LYING)


class Archive:
    """The entries of a ZIP file in memory; `read` counts the bytes as they come out. `cut` says that its end is missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._spent = 0
        self.cut = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000)) < 0
        self.entries = salvage(data) if self.cut else _directory(data)
        self._by_lower = {name.lower(): name for name in self.entries}

    def find(self, name: str) -> str | None:
        """The entry of this name, in any case of letters."""
        return name if name in self.entries else self._by_lower.get(name.lower())

    def read(self, name: str) -> bytes:
        """The bytes of an entry."""
        entry = self.entries[name]
        if entry.size > ENTRY_BYTES:
            raise Refused("A part of this file is larger than any chapter or picture can be.")
        if entry.encrypted:
            raise Refused("This file is locked with a password; please bring an unlocked copy.")
        start = self._body(entry)
        packed = self._data[start : start + entry.packed]
        self._spent += entry.size
        if self._spent > TOTAL_BYTES:
            raise Refused("This file unpacks to more than a book can hold.")
        return packed if entry.method == 0 else _inflate(packed, entry)

    def _body(self, entry: Entry) -> int:
        header = self._data[entry.offset : entry.offset + 30]
        if len(header) < 30 or header[:4] != b"PK\x03\x04":
            raise Misleading
        name, extra = struct.unpack("<HH", header[26:30])
        start = entry.offset + 30 + name + extra
        if start + entry.packed > len(self._data):
            raise Refused("This file is cut off; please fetch it again.")
        return start


def _inflate(packed: bytes, entry: Entry) -> bytes:
    """Unpack, and stop at the first byte more than was declared."""
    machine = isal_zlib.decompressobj(-15)
    try:
        out = machine.decompress(packed, entry.size + 1)
    except isal_zlib.error as error:  # pyright: ignore[reportGeneralTypeIssues] - its stub calls the class an exception
        raise Refused("A part of this file is damaged and cannot be unpacked.") from error
    if len(out) != entry.size or machine.unconsumed_tail:
        raise Misleading
    if isal_zlib.crc32(out) != entry.crc:
        raise Refused("A part of this file is damaged: its checksum does not fit.")
    return out


def _directory(data: bytes) -> dict[str, Entry]:
    count, size, offset = _ending(data)
    if count > ENTRIES:
        raise Refused(f"This file holds more than {ENTRIES:,} parts, which no book needs.")
    if offset + size > len(data):
        raise Refused("This file is cut off; please fetch it again.")
    entries: dict[str, Entry] = {}
    place = offset
    for _ in range(count):
        entry, place = _entry(data, place, offset + size)
        if not entry.name.endswith("/"):
            entries.setdefault(entry.name, entry)
    _check(entries, offset)
    return entries


def _ending(data: bytes) -> tuple[int, int, int]:
    """Count, size and place of the directory, from the end of the file."""
    found = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if found < 0 or len(data) < found + 22:
        raise Refused("This file is cut off or damaged: its directory is missing.")
    disk, _, _, count, size, offset = struct.unpack("<HHHHII", data[found + 4 : found + 20])
    if disk not in {0, 0xFFFF}:
        raise Refused("This file is one part of several; please bring a whole book.")
    if 0xFFFF in {count} or 0xFFFFFFFF in {size, offset}:
        count, size, offset = _ending64(data, found)
    return count, size, offset


def _ending64(data: bytes, found: int) -> tuple[int, int, int]:
    locator = data[found - 20 : found]
    if len(locator) < 20 or locator[:4] != b"PK\x06\x07":
        raise Misleading
    place = struct.unpack("<Q", locator[8:16])[0]
    record = data[place : place + 56]
    if len(record) < 56 or record[:4] != b"PK\x06\x06":
        raise Misleading
    count, size, offset = struct.unpack("<QQQ", record[32:56])
    return count, size, offset


def _entry(data: bytes, place: int, end: int) -> tuple[Entry, int]:
    header = data[place : place + 46]
    if len(header) < 46 or header[:4] != b"PK\x01\x02" or place + 46 > end:
        raise Misleading
    flags, method = struct.unpack("<HH", header[8:12])
    crc, packed, size, name_length, extra_length, comment = struct.unpack("<IIIHHH", header[16:34])
    system, mode, offset = header[5], struct.unpack("<I", header[38:42])[0] >> 16, struct.unpack("<I", header[42:46])[0]
    if name_length > NAME:
        raise Refused("A part of this file has an absurdly long name.")
    raw = data[place + 46 : place + 46 + name_length]
    extra = data[place + 46 + name_length : place + 46 + name_length + extra_length]
    size, packed, offset = _wide(extra, size, packed, offset)
    if system == 3 and mode & 0o170000 not in {0, 0o100000, 0o040000}:
        raise Refused("This file holds links or devices, which no book needs.")
    name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace")
    after = place + 46 + name_length + extra_length + comment
    return Entry(safe(name), method, packed, size, crc, offset, bool(flags & 1)), after


def _wide(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Sizes of more than 32 bits from the extra field."""
    place = 0
    while place + 4 <= len(extra):
        tag, length = struct.unpack("<HH", extra[place : place + 4])
        if tag == 1:
            values = list(struct.unpack(f"<{length // 8}Q", extra[place + 4 : place + 4 + length // 8 * 8])) if length <= 32 else []
            fields = [value if value != 0xFFFFFFFF else (values.pop(0) if values else value) for value in (size, packed, offset)]
            return fields[0], fields[1], fields[2]
        place += 4 + length
    return size, packed, offset


def _check(entries: dict[str, Entry], end: int) -> None:
    """No lies about sizes, no absurd ratios, no two entries over the same bytes."""
    total = sum(entry.size for entry in entries.values())
    packed = sum(entry.packed for entry in entries.values())
    if total > SMALL and total > RATIO * max(1, packed):
        raise Refused("This file unpacks to absurdly more than it weighs.")
    for entry in entries.values():
        if entry.size > SMALL and entry.size > RATIO * max(1, entry.packed):
            raise Refused("A part of this file unpacks to absurdly more than it weighs.")
        if entry.method not in {0, 8} or (entry.method == 0 and entry.size != entry.packed):
            raise Misleading
    last = 0
    for entry in sorted(entries.values(), key=lambda entry: entry.offset):
        if entry.offset < last or entry.offset + 30 + entry.packed > end:
            raise Misleading
        last = entry.offset + 30 + entry.packed
