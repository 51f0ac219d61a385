"""Tables of printed pages, told by their white gutters: rows of short cells that stand one below the other, and nothing in between."""

from operator import eq

from litink_app.readers.layout import Line
from litink_app.readers.lazily import lazily

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Measure = Callable[[Line], list["Cell"]]

GUTTER = 1.1
"""Ems of white that part two cells; words of a justified line stand closer."""
WIDE = 1.3
PITCH = 3.2
WRAPPED = 1.6
LONG_CELL = 30
_BULLET = lazily(r"[•·▪◦‣–—*-]|\(?\d{1,3}[.)]?|\(?[A-Za-z][.)]|\(?[ivxlc]{1,5}[.)]")
_LEADERS = lazily(r"(?:[.·…_] ?){4,}")


class Cell:
    """Words of a line with white on both sides."""

    __slots__ = ("left", "line", "right", "text")

    def __init__(self, text: str, left: float, right: float, line: Line) -> None:
        self.text, self.left, self.right, self.line = text, min(left, right), max(left, right), line


def gathered(lines: list[Line], cells: "Measure") -> list[Line]:
    """The lines of a page, each table among them as one line that holds its rows; `cells` measures a line, which is not cheap."""
    letter = _letter(lines)
    if not _suspicious(lines, letter):
        return lines
    kept = lines
    parts = [cells(line) if _loose(line, letter) else [Cell(line.text, line.left, line.right, line)] for line in lines]
    for run in _runs(_rows([cell for part in parts for cell in part])):
        if _tells(run):
            taken = {id(cell.line) for row in run.rows for cell in row}
            first = min(index for index, line in enumerate(kept) if id(line) in taken)
            kept = [*kept[:first], run.line(), *(line for line in kept[first:] if id(line) not in taken)]
    return kept


def _letter(lines: list[Line]) -> float:
    """The usual width of a letter of this page, in ems."""
    widths = sorted((line.right - line.left) / (line.size or 10) / len(line.text) for line in lines if len(line.text) > 2)
    return min(0.55, widths[len(widths) // 2]) if widths else 0.5


def _loose(line: Line, letter: float) -> bool:
    """Whether a line is wider than its letters, so that there may be a gutter in it."""
    size = line.size or 10
    return line.right - line.left > (len(line.text) * letter + 1) * size


def _suspicious(lines: list[Line], letter: float) -> bool:
    """Whether several lines are far too wide for their letters, or stand beside another."""
    wide = sum(line.right - line.left > WIDE * letter * len(line.text) * (line.size or 10) for line in lines if len(line.text) > 2)
    if wide >= 2:
        return True
    bases = sorted(round(line.base) for line in lines)
    return sum(map(eq, bases, bases[1:])) >= 2


def _rows(cells: list[Cell]) -> list[list[Cell]]:
    """Cells on one height, from the top of the page, each row from left to right."""
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda one: -one.line.base):
        if rows and rows[-1][0].line.base - cell.line.base < 0.35 * (cell.line.size or 10):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


class _Run:
    """Rows that share their gutters."""

    def __init__(self, row: list[Cell]) -> None:
        self.rows = [row]
        self.columns = _merged([(cell.left, cell.right) for cell in row])
        self.full = 1

    def takes(self, row: list[Cell]) -> bool:
        """Add the next row where it keeps the gutters white."""
        size = row[0].line.size or 10
        drop = self.rows[-1][0].line.base - row[0].line.base
        columns = _merged([*self.columns, *((cell.left, cell.right) for cell in row)])
        single = len(row) == 1
        if drop > (WRAPPED if single else PITCH) * size or len(columns) < max(2, len(self.columns)):
            return False
        if single and (self.full < 2 or len(columns) > len(self.columns)):
            return False
        self.rows.append(row)
        self.columns = columns
        self.full += not single
        return True

    def trimmed(self) -> "_Run":
        """Without lines at its end that stand under the first column alone: they are the text that follows."""
        while len(self.rows[-1]) == 1 and self._place(self.rows[-1][0]) == 0:
            self.rows.pop()
        return self

    def _place(self, cell: Cell) -> int:
        return next((index for index, (_, right) in enumerate(self.columns) if cell.left <= right), 0)

    def filled(self) -> list[list[str]]:
        """The words of each row, column by column; a line that only goes on is part of the row above."""
        found: list[list[str]] = []
        for row in self.rows:
            if len(row) > 1 or not found:
                found.append([""] * len(self.columns))
            for cell in row:
                place = self._place(cell)
                found[-1][place] = f"{found[-1][place]} {cell.text}".strip()
        return found

    def line(self) -> Line:
        cells = [cell for row in self.rows for cell in row]
        first = min((cell.line for cell in cells), key=lambda one: one.offset)
        text = "\n".join("\t".join(row).rstrip("\t") for row in self.filled())
        left, right = min(cell.left for cell in cells), max(cell.right for cell in cells)
        return Line(text, first.page, first.offset, left, right, self.rows[-1][0].line.base, first.size, False, table=True)


def _runs(rows: list[list[Cell]]) -> list[_Run]:
    """As many rows together as share their gutters."""
    found: list[_Run] = []
    run: _Run | None = None
    for row in rows:
        if run is not None and run.takes(row):
            continue
        run = _Run(row) if len(row) > 1 else None
        if run is not None:
            found.append(run)
    return [one.trimmed() for one in found]


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans that overlap as one."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if found and left <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _tells(run: _Run) -> bool:
    """Whether rows under each other are a table, and not prose in columns, stars, letters set far apart, a list with its signs, speakers with their lines or a contents page."""
    rows = run.filled()
    columns = list(zip(*rows, strict=True))
    if run.full < (3 if len(columns) == 2 else 2):
        return False
    lengths = sorted(len(cell) for column in columns for cell in column if cell)
    if lengths[len(lengths) // 2] > LONG_CELL or sum(cell == "" for row in rows for cell in row) > 0.5 * len(rows) * len(columns):
        return False
    if sum(cell.isdecimal() or sum(map(str.isalnum, cell)) > 1 for row in rows for cell in row) < 0.5 * len(lengths):
        return False
    if len(columns) > 2:
        return True
    first, last = ([cell for cell in column if cell] for column in columns)
    signs = sum(_BULLET.fullmatch(cell) is not None or cell.endswith((".", ":")) for cell in first)
    return signs < 0.5 * len(first) and not _pages(first, last)


def _pages(first: list[str], last: list[str]) -> bool:
    """Titles and the pages where they begin."""
    numbers = [int(cell) for cell in last if cell.isdecimal()]
    led = sum(_LEADERS.search(cell) is not None for cell in (*first, *last))
    return led >= 2 or (len(numbers) >= 0.8 * len(last) and numbers == sorted(numbers) and not any(cell.isdecimal() for cell in first))
