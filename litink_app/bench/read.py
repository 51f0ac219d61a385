"""Reading, measured: chapters exact, the same words in every format, speed beside other libraries, and hostile files."""

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from litink_app.bench.chapters import NOVELS, OTHERS
from litink_app.config import settings
from litink_app.errors import Refused
from litink_app.readers import read
from litink_app.schemas.book import Book

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NOVEL = CORPUS / "litbank/original/521_the_life_and_adventures_of_robinson_crusoe.txt"
PACKAGES = ("ebooklib", "beautifulsoup4", "lxml", "pypdf", "pymupdf")
ROUNDS = 8
OURS = "from litink_app.readers import read\ndef once(path): return len(read(path).text)\n"
SERVED = f"import asyncio\n{OURS}"
STOP = "\nfrom litink_app.readers.keeper import keeper;keeper.stop()"
THEIRS = {
    "ebooklib": (
        "import warnings;warnings.simplefilter('ignore');import ebooklib;from ebooklib import epub;from bs4 import BeautifulSoup\n"
        "def once(path):\n"
        "  book=epub.read_epub(path)\n"
        "  return sum(len(BeautifulSoup(item.get_content(),'html.parser').get_text()) for item in book.get_items_of_type(ebooklib.ITEM_DOCUMENT))\n"
    ),
    "pypdf": "from pypdf import PdfReader\ndef once(path): return sum(len(page.extract_text()) for page in PdfReader(path).pages)\n",
    "pymupdf": "import pymupdf\ndef once(path): return sum(len(page.get_text()) for page in pymupdf.open(path))\n",
}
REPEAT = "import sys\nfor _ in range(int(sys.argv[2])): print(once(sys.argv[1]))"
SPEED = (
    "CPU seconds of the whole process tree. alone: from a bare interpreter to the text of one book, best of seven. running: what one more book costs in a"
    " process that reads several (10 rounds less 2 rounds, divided by 8, best of three), our sandbox and its fork server included; once: what starting that"
    " server and making it ready, which it does with the second book, adds one time for all the books of a process."
)


def run() -> dict[str, Any]:
    """All figures; hostile files have a bench of their own."""
    if not CORPUS.exists():
        raise Refused("The bench needs ../shared/corpus beside the checkout.")
    return {
        "chapters": chapters(),
        "same_words": same_words(),
        "speed": speed(),
        "novel": novel(),
    }


def shape(book: Book) -> str:
    """Body chapters as in `NOVELS`: runs of numbers, titles where there is no number."""
    found: list[str | list[int]] = []
    for one in book.chapters:
        last = found[-1] if found else None
        if one.kind != "body":
            continue
        if one.number is None:
            found.append(one.title)
        elif isinstance(last, list) and one.number == last[1] + 1:
            last[1] = one.number
        else:
            found.append([one.number, one.number])
    return " ".join(one if isinstance(one, str) else f"{one[0]}-{one[1]}" for one in found)


def chapters() -> dict[str, Any]:
    """Books whose body chapters are exactly those that a person found."""
    truth = {f"litbank/original/{name}.txt": told for name, told in NOVELS.items()} | OTHERS
    wrong = [name for name, told in truth.items() if shape(read(CORPUS / name)) != told]
    return {"books": len(truth), "exact": len(truth) - len(wrong), "share": round(1 - len(wrong) / len(truth), 4), "wrong": wrong}


def words(book: Book) -> list[str]:
    """Words of the body, without case and apostrophes (the formats spell italics and quotes each in its way)."""
    body = " ".join(book.text[one.start : one.end] for one in book.chapters if one.kind == "body")
    return re.findall(r"\w+", re.sub("['’‘]", "", body.lower()))


def alike(first: Book, second: Book) -> float:
    """Share of words that both have in the same order."""
    one, two = words(first), words(second)
    same = sum(block.size for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks())
    return round(2 * same / (len(one) + len(two)), 5)


def same_words() -> dict[str, float]:
    """Alice as text beside the same book as HTML, PDF and EPUB (the HTML in an EPUB of one file)."""
    text = read(CORPUS / "books/alice.txt")
    with tempfile.TemporaryDirectory() as folder:
        epub = Path(folder) / "alice.epub"
        epub.write_bytes(_as_epub((CORPUS / "books/alice.html").read_text("utf-8-sig")))
        return {
            "html": alike(text, read(CORPUS / "books/alice.html")),
            "pdf": alike(text, read(CORPUS / "books/alice.pdf")),
            "epub": alike(text, read(epub)),
        }


def _as_epub(html: str) -> bytes:
    import io
    import zipfile

    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Alice</dc:title>'
        '</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in (("META-INF/container.xml", container), ("b.opf", package), ("a.xhtml", html)):
            archive.writestr(name, words)
    return target.getvalue()


def speed() -> dict[str, Any]:
    """How many times less CPU ours needs, for one book in a process of its own and for one more in a running one."""
    python, own = _bench_python(), Path(sys.executable)
    books = {
        "epub": [CORPUS / "books/sherlock-holmes.epub", CORPUS / "epub3-samples/indexing-for-eds-and-auths-3f.epub"],
        "pdf": [CORPUS / "books/alice.pdf"],
    }
    alone = {kind: _cpu(own, OURS + REPEAT, files) for kind, files in books.items()}
    running = {kind: _more(own, SERVED + REPEAT + STOP, files) for kind, files in books.items()}
    for name, code in THEIRS.items():
        files = books["epub" if name == "ebooklib" else "pdf"]
        alone[name], running[name] = _cpu(python, code + REPEAT, files), _more(python, code + REPEAT, files)
    both = _cpu(own, SERVED + REPEAT + STOP, books["epub"][:1], rounds=2)
    bare = _cpu(own, "import asyncio\n" + REPEAT.replace("once(sys.argv[1])", "0"), books["epub"][:1])
    one = _more(own, SERVED + REPEAT + STOP, books["epub"][:1])
    return {
        "method": SPEED,
        "alone": _times(alone),
        "running": _times(running),
        "once": round(both - bare - 2 * one, 3),
    }


def _times(seconds: dict[str, float]) -> dict[str, Any]:
    return {
        "seconds": {key: round(value, 3) for key, value in seconds.items()},
        "epub_times_ebooklib": round(seconds["ebooklib"] / seconds["epub"], 2),
        "pdf_times_pypdf": round(seconds["pypdf"] / seconds["pdf"], 2),
        "pdf_times_pymupdf": round(seconds["pymupdf"] / seconds["pdf"], 2),
    }


def _more(python: Path, code: str, files: list[Path]) -> float:
    """What one more book costs in a process that reads several."""
    return (_cpu(python, code, files, rounds=ROUNDS + 2, tries=3) - _cpu(python, code, files, rounds=2, tries=3)) / ROUNDS


def _cpu(python: Path, code: str, files: list[Path], *, rounds: int = 1, tries: int = 7) -> float:
    total = 0.0
    for file in files:
        taken: list[float] = []
        for _ in range(tries):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            command = [str(python), "-c", code, str(file), str(rounds)]
            subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[2])
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        total += min(taken)
    return total


def _bench_python() -> Path:
    """An environment of its own for the libraries to compare with, made once in the cache folder."""
    folder = settings().cache / "bench-read"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PACKAGES], check=True)
        (folder / "ready").write_text(json.dumps(PACKAGES))
    return python


def novel() -> dict[str, Any]:
    """A novel of 120,000 words: CPU of `litink read --json`, and which part of the whole time passes before its chapters can be opened."""
    from litink_app.understanding import understand

    litink = Path(sys.executable).with_name("litink")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([litink, "read", NOVEL, "--json"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    book = read(NOVEL)
    readable = time.perf_counter() - start
    understand(book)
    return {
        "words": len(book.text.split()),
        "cpu_seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2),
        "first_chapter_after": round(readable / (time.perf_counter() - start), 4),
    }
