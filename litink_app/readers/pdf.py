"""PDF by PDFium: words with their places, bookmarks, and what is said when a page is only a picture. Nothing in it is executed."""

import ctypes

from litink_app.errors import Refused
from litink_app.readers import gutenberg, language, layout, pdfium, plates, tables
from litink_app.readers.draft import Draft, Entry
from litink_app.readers.layout import Line
from litink_app.readers.plates import Plate
from litink_app.readers.tables import Cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from litink_app.readers.scans import Scans

PAGES = 20_000
BOOKMARKS = 5000
PICTURED = "pictured"
ITSELF = 0.5
"""A picture with more than this share of a page that was read is the page itself."""
_ERRORS = {
    3: "This PDF is damaged beyond reading.",
    4: "This PDF is locked with a password; please bring an unlocked copy.",
    5: "This PDF is locked in a way that cannot be opened here.",
}


def read(data: bytes, name: str, scans: "Scans | None" = None) -> Draft:
    """The draft of a PDF file; `scans` reads pages that are pictures, without it they are only counted."""
    api = pdfium.load()
    document = api.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise Refused(_ERRORS.get(api.FPDF_GetLastError(), "This PDF is damaged beyond reading."))
    return _Document(api, document, plates.named(data), scans).draft(name)


class _Document:
    """An open PDF; `api` is PDFium's C interface."""

    def __init__(self, api: "Any", handle: "Any", pictured: bool, scans: "Scans | None") -> None:
        self.api, self.handle, self.pictured, self.scans = api, handle, pictured, scans
        self.plates: list[Plate] = []
        self.box = tuple(ctypes.c_double() for _ in range(6))

    def draft(self, name: str) -> Draft:
        count = self.api.FPDF_GetPageCount(self.handle)
        if count > PAGES:
            raise Refused(f"This PDF claims {count:,} pages, which is more than a book has.")
        pages, blank, broken = [], [], []
        for number in range(count):
            lines, pictured = self._page(number)
            (blank if pictured and not lines else broken if pictured is None else [])[:0] = [number + 1]
            pages.append(lines)
        draft = Draft(metadata={"format": "pdf", "pages": str(count)} | self._facts() | self._counted(blank))
        draft.warnings = _warnings(blank, broken, count, self.scans)
        draft.pieces = layout.pieces(pages)
        plates.place(draft, self.plates)
        draft.illustrate = lambda: plates.take(self.api, self.handle, self.plates, draft)
        draft.entries = self._entries(draft)
        _describe(draft, name)
        return draft

    def _page(self, number: int) -> tuple[list[Line], bool | None]:
        """The lines of a page; then whether it holds pictures (None: the page cannot be opened)."""
        page = self.api.FPDF_LoadPage(self.handle, number)
        if not page:
            return [], None
        text = self.api.FPDFText_LoadPage(page)
        lines = tables.gathered(self._lines(text, number), lambda line: self._cells(text, line)) if text else []
        shown = plates.found(self.api, page, number, lines) if self.pictured else []
        if shown and not lines and self.scans:
            lines = self.scans.lines(self.api, page, number, shown)
        self.plates += [one for one in shown if not (lines and self._is_page(one))]
        if text:
            self.api.FPDFText_ClosePage(text)
        self.api.FPDF_ClosePage(page)
        return lines, bool(shown)

    def _is_page(self, plate: Plate) -> bool:
        """Whether it is the picture that the words of its page were read from; the first page's is the cover too."""
        read = self.scans is not None and plate.page + 1 in self.scans.sure
        return read and plate.share > ITSELF and plate.page > 0

    def _counted(self, blank: list[int]) -> dict[str, str]:
        """How many pages are pictures that nobody has tried to read; else what came of it."""
        if self.scans is None:
            return {PICTURED: str(len(blank))} if blank else {}
        self.scans.settle()
        return self.scans.facts()

    def _lines(self, text: "Any", number: int) -> list[Line]:
        count = self.api.FPDFText_CountChars(text)
        if count <= 0:
            return []
        buffer = (ctypes.c_ushort * (count + 1))()
        self.api.FPDFText_GetText(text, 0, count, buffer)
        whole = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        found: list[Line] = []
        place = 0
        for raw in whole.split("\r\n"):
            if clean := raw.strip("\x00 \t\u00a0"):
                found.append(self._line(text, number, place + raw.index(clean[0]), clean))
            place += len(raw) + 2
        return found

    def _line(self, text: "Any", number: int, first: int, clean: str) -> Line:
        """Where a line begins and ends, its base line and its size."""
        x, y, left, right, bottom, top = self.box
        self.api.FPDFText_GetCharOrigin(text, first, x, y)
        self.api.FPDFText_GetCharBox(text, first + len(clean) - 1, left, right, bottom, top)
        size = self.api.FPDFText_GetFontSize(text, first)
        bold = len(clean) < 80 and self.api.FPDFText_GetFontWeight(text, first) >= 600
        return Line(clean, number + 1, first, x.value, right.value, y.value, size, bold)

    def _cells(self, text: "Any", line: Line) -> list[Cell]:
        """The words of a line, parted where the white between two letters is wider than any space."""
        cells: list[Cell] = []
        begins, left = 0, line.left
        for space in (index for index, sign in enumerate(line.text) if sign == " "):
            ends, goes_on = self._edge(text, line.offset + space - 1, 3), self._edge(text, line.offset + space + 1, 2)
            if begins < space and goes_on - ends > tables.GUTTER * (line.size or 10):
                cells.append(Cell(line.text[begins:space], left, ends, line))
                begins, left = space + 1, goes_on
        return [*cells, Cell(line.text[begins:], left, line.right, line)]

    def _edge(self, text: "Any", sign: int, which: int) -> float:
        """The left (2) or right (3) edge of a letter."""
        _, _, left, right, bottom, top = self.box
        self.api.FPDFText_GetCharBox(text, sign, left, right, bottom, top)
        return self.box[which].value

    def _facts(self) -> dict[str, str]:
        return {key.lower(): value for key in ("Title", "Author", "Subject") if (value := self._fact(key))}

    def _fact(self, key: str) -> str:
        length = self.api.FPDF_GetMetaText(self.handle, key.encode(), None, 0)
        if not 2 < length < 20_000:
            return ""
        buffer = ctypes.create_string_buffer(length)
        self.api.FPDF_GetMetaText(self.handle, key.encode(), buffer, length)
        return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip("\0 ")

    def _entries(self, draft: Draft) -> list[Entry]:
        """Bookmarks, each at the piece of its page that says the same, else at the first piece of the page."""
        starts: dict[int, int] = {}
        for index, piece in enumerate(draft.pieces):
            starts.setdefault(piece.page, index)
        entries: list[Entry] = []
        waiting: list[tuple[Any, int]] = [(self.api.FPDFBookmark_GetFirstChild(self.handle, None), 0)]
        seen: set[int] = set()
        while waiting and len(entries) < BOOKMARKS:
            mark, depth = waiting.pop()
            if not mark or mark in seen or depth > 12:
                continue
            seen.add(mark)
            title, page = self._bookmark(mark)
            if title and page in starts:
                entries.append(Entry(title, depth, layout.place(draft.pieces, starts[page], page, title)))
            waiting.append((self.api.FPDFBookmark_GetNextSibling(self.handle, mark), depth))
            waiting.append((self.api.FPDFBookmark_GetFirstChild(self.handle, mark), depth + 1))
        return entries

    def _bookmark(self, mark: "Any") -> tuple[str, int]:
        length = self.api.FPDFBookmark_GetTitle(mark, None, 0)
        buffer = ctypes.create_string_buffer(max(2, min(length, 2000)))
        self.api.FPDFBookmark_GetTitle(mark, buffer, len(buffer))
        target = self.api.FPDFBookmark_GetDest(self.handle, mark)
        if not target and (action := self.api.FPDFBookmark_GetAction(mark)):
            target = self.api.FPDFAction_GetDest(self.handle, action)
        page = self.api.FPDFDest_GetDestPageIndex(self.handle, target) if target else -1
        return " ".join(buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace").replace("\0", "").split()), page + 1


def _warnings(blank: list[int], broken: list[int], count: int, scans: "Scans | None") -> list[str]:
    found = _tried(scans, count) if scans else []
    tried = {*scans.dim, *scans.late} if scans else set[int]()
    if rest := [number for number in blank if number not in tried]:
        found.append(f"{_listed(rest)} of {count} {'is a picture' if len(rest) == 1 else 'are pictures'} without text and cannot be read.")
    if broken:
        found.append(f"{_listed(broken)} of {count} {'is' if len(broken) == 1 else 'are'} damaged and cannot be read.")
    return found


def _tried(scans: "Scans", count: int) -> list[str]:
    """What came of reading pages that are pictures."""
    found: list[str] = []
    if scans.sure:
        pages, sure = list(scans.sure), scans.sure.values()
        least = f", the least sure page {min(sure):.0%}" if len(sure) > 1 else ""
        found.append(
            f"{_listed(pages)} of {count} {'was' if len(pages) == 1 else 'were'} read from pictures, "
            f"{sum(sure) / len(sure):.0%} sure{least}. Please check names and numbers."
        )
    if scans.late:
        found.append(
            f"{_listed(scans.late)} of {count} {'is a picture' if len(scans.late) == 1 else 'are pictures'} "
            "that could not be read in the time that a book gets. Bring the rest as a file of its own."
        )
    if scans.dim:
        found.append(f"{_listed(scans.dim)} of {count} {'is a picture' if len(scans.dim) == 1 else 'are pictures'} too unclear to be read.")
    return found


def _listed(numbers: list[int]) -> str:
    """`Page 4`, `Pages 1–3, 7`."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    words = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges[:12])
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {words}{' and more' if len(ranges) > 12 else ''}"


def _describe(draft: Draft, name: str) -> None:
    gutenberg.strip_pieces(draft)
    title = draft.metadata.get("title", "")
    draft.title = title if title and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".tex")) else name.rsplit(".", 1)[0]
    head, by, author = draft.title.partition(", by ")
    draft.title = head if by else draft.title
    draft.authors = tuple(one for one in (author if by else draft.metadata.get("author", ""),) if one)
    sample = " ".join(piece.text for piece in draft.pieces[:200])
    draft.language = gutenberg.language(draft.metadata.get("language", "")) or language.detect(sample)
    draft.direction = language.direction(draft.language, sample)
    if not draft.pieces and not draft.warnings:
        draft.warnings.append("This PDF holds no text.")
