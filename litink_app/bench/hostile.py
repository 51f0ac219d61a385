"""Hostile files, measured: each ends as a book or as one clear sentence, within its time and memory."""

import io
import os
import random
import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from litink_app.bench.bombs import FRAME, WORD, bombs, packed
from litink_app.errors import Refused
from litink_app.readers import sandbox, wire

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SMALL = 300_000
METHOD = (
    "All files of ../shared/corpus/pdfs and epub3-samples, the files of bench/bombs.py, and seeded mutations (LITINK_MUTATIONS, default 2,000) of small"
    " real files of each format: bits, stretches and numbers changed, and for archives also inside a part that is packed again. CPU and memory are those"
    " of the sandboxed process; broken: neither a book nor a refusal that ends in a full stop."
)


@dataclass
class _Tally:
    verdicts: Counter[str] = field(default_factory=Counter[str])
    reasons: Counter[str] = field(default_factory=Counter[str])
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[int, str] = (0, "")
    broken: list[str] = field(default_factory=list[str])

    def note(self, name: str, verdict: str, seconds: float, size: int) -> None:
        self.verdicts[verdict] += 1
        self.slowest = max(self.slowest, (round(seconds, 2), name))
        self.largest = (size, name) if size > self.largest[0] else self.largest
        if verdict == "broken":
            self.broken.append(name)


def run() -> dict[str, Any]:
    """What became of the files, by where they come from."""
    if not CORPUS.exists():
        raise Refused("The bench needs ../shared/corpus beside the checkout.")
    found = {name: _tally(files) for name, files in _kinds(int(os.environ.get("LITINK_MUTATIONS", "2000"))).items()}
    return {"method": METHOD} | {name: _figures(tally) for name, tally in found.items()}


def _figures(tally: _Tally) -> dict[str, Any]:
    return {
        **{verdict: tally.verdicts[verdict] for verdict in ("accepted", "refused", "broken")},
        "slowest_cpu_seconds": tally.slowest,
        "largest_mib": tally.largest,
        "reasons": dict(tally.reasons.most_common(12)),
        "which_broke": tally.broken[:20],
    }


def _kinds(mutations: int) -> dict[str, Iterator[tuple[str, bytes]]]:
    pdfs, epubs = sorted((CORPUS / "pdfs").glob("*.pdf")), sorted((CORPUS / "epub3-samples").glob("*.epub"))
    return {
        "pdfs": ((path.name, path.read_bytes()) for path in pdfs),
        "epubs": ((path.name, path.read_bytes()) for path in epubs),
        "mutations": mutants(mutations),
        "bombs": bombs(),
    }


def _tally(files: Iterator[tuple[str, bytes]]) -> _Tally:
    tally = _Tally()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files:
            path = Path(folder) / name
            path.write_bytes(data)
            del data
            ended: list[tuple[int, float, int]] = []
            verdict = _verdict(path, tally.reasons, ended)
            tally.note(name, verdict, sum(one[1] for one in ended), max((one[2] >> 10 for one in ended), default=0))
            path.unlink()
    return tally


def _verdict(path: Path, reasons: Counter[str], ended: list[tuple[int, float, int]]) -> str:
    try:
        wire.unpack(sandbox.answer(path, note=ended.append))
    except Refused as refusal:
        reasons[re.sub(r"\d[\d,]*", "#", refusal.message)] += 1
        return "refused" if refusal.message.endswith(".") else "broken"
    except Exception as error:
        reasons[repr(error)[:120]] += 1
        return "broken"
    return "accepted"


def mutants(count: int) -> Iterator[tuple[str, bytes]]:
    """Broken copies of small real files, as many of each format."""
    sources = _sources()
    for seed in range(count):
        dice = random.Random(seed)
        name, data = dice.choice(sources[seed % len(sources)])
        inside = data[:4] == b"PK\x03\x04" and dice.random() < 0.6
        yield f"{seed}-{name}", _mutated_inside(data, dice) if inside else mutated(data, dice)


def _sources() -> list[list[tuple[str, bytes]]]:
    """Small files by format; the corpus has no Word document, so its text is made one."""

    def small(pattern: str) -> list[tuple[str, bytes]]:
        return [(path.name, path.read_bytes()) for path in sorted(CORPUS.glob(pattern)) if path.stat().st_size < SMALL]

    text = (CORPUS / "books/alice.txt").read_text("utf-8")[:60_000]
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in re.sub("[<&>]", "", text).split("\n\n"))
    word = packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": WORD % lines.encode()})
    page = (CORPUS / "books/alice.html").read_bytes()
    book = packed(FRAME | {"a.xhtml": page, "n.xhtml": b"<nav><ol><li><a href='a.xhtml#c'>One</a></li></ol></nav>"})
    return [
        small("pdfs/*.pdf"),
        [*small("epub3-samples/*.epub"), ("alice.epub", book)],
        [("alice.html", page), ("alice.htm", page[:40_000])],
        [("alice.docx", word)],
        [("alice.txt", text.encode()), ("wide.txt", text.encode("utf-16"))],
        small("anatomy/contents/*.md")[:20],
    ]


def _mutated_inside(data: bytes, dice: random.Random) -> bytes:
    """One part of an archive mutated and packed again, so that the harm gets past the checksums."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    texts = [name for name in files if name.endswith((".xml", ".xhtml", ".html", ".opf", ".ncx", ".svg"))]
    chosen = dice.choice(texts or list(files))
    return packed(files | {chosen: mutated(files[chosen], dice)})


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Bits flipped, stretches cut, doubled, zeroed or swapped, numbers blown up."""
    held = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 30, 200))):
        place = dice.randrange(len(held)) if held else 0
        length = dice.choice((1, 4, 16, 256, 4096))
        match dice.randrange(6):
            case 0:
                held[place : place + 1] = bytes([dice.randrange(256)])
            case 1:
                del held[place : place + length]
            case 2:
                held[place:place] = held[place : place + length]
            case 3:
                held[place : place + length] = bytes(min(length, len(held) - place))
            case 4:
                held[place : place + 4] = dice.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\x7f", b"9999"))
            case _:
                del held[max(place, len(held) // 3) :]
    return bytes(held)
