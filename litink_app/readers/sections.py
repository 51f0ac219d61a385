"""From marks to the sections that cover a book: kinds told, parts named, title page gathered."""

from litink_app.readers import kinds
from litink_app.readers.draft import Draft
from litink_app.readers.headings import Heading, Rank, bare
from litink_app.readers.marks import Mark

_FRONT_ROLES = {
    "frontmatter", "titlepage", "halftitlepage", "imprint", "copyright-page", "dedication", "epigraph", "foreword", "preface", "cover",
    "introduction", "toc", "preamble", "acknowledgments", "loi", "lot", "landmarks", "contributors", "title-page", "halftitle",
}  # fmt: skip
_BACK_ROLES = {
    "backmatter", "colophon", "endnotes", "footnotes", "rearnotes", "appendix", "glossary", "index", "bibliography", "afterword", "errata",
    "copyright-page", "other-credits", "loi",
}  # fmt: skip
_BODY_ROLES = {"bodymatter", "chapter", "prologue", "epilogue", "part", "volume", "conclusion", "text"}
_NUMBERED = {Rank.CHAPTER, Rank.NUMBER, Rank.PART}
PROSE = 400
TALE = 8000
"""Words below which a text without headings is a story in one piece, and no book whose chapters were not found."""

TITLE_PAGE = 60


def cover(draft: Draft, marks: list[Mark], words: list[int]) -> list[Mark]:
    """Sections in reading order; the first begins at piece 0 and each ends where the next begins."""
    if not draft.pieces:
        return []
    found = _without_ends(sorted(marks, key=lambda mark: mark.piece), words)
    found = _opened(draft, found, words)
    _tell_kinds(draft, found)
    return _gathered(_parted(draft, found, words), words)


def _size(marks: list[Mark], index: int, words: list[int]) -> int:
    end = marks[index + 1].piece if index + 1 < len(marks) else len(words)
    return sum(words[marks[index].piece : end])


def _without_ends(marks: list[Mark], words: list[int]) -> list[Mark]:
    """`THE END` is the last line of a chapter, not a section."""
    closing = {"the end", "fin", "finis"}
    return [mark for index, mark in enumerate(marks) if mark.heading.word not in closing or _size(marks, index, words) > 40]


def _opened(draft: Draft, marks: list[Mark], words: list[int]) -> list[Mark]:
    """What stands before the first mark: a title page, or a story that begins without a heading."""
    first = marks[0].piece if marks else len(draft.pieces)
    if first == 0:
        return marks
    prose = sum(
        count
        for piece, count in zip(draft.pieces[:first], words, strict=False)
        if piece.kind is kinds.PARAGRAPH and len(piece.text) > 120 and _role_kind(piece.role) is not kinds.FRONT
    )
    alone = not any(mark.heading.rank not in {Rank.FRONT, Rank.BACK} for mark in marks)
    if prose >= PROSE or alone:
        begins = _story_begins(draft, first) if marks else 0
        title = _first_title(draft, begins, first)
        whole = 0.8 if sum(words) < TALE else 0.5
        story = Mark(begins, Heading(Rank.STORY, title=title), confidence=0.6 if marks else whole)
        return [*([_title_page()] if begins else []), story, *marks]
    return [_title_page(), *marks]


def _title_page() -> Mark:
    return Mark(0, Heading(Rank.FRONT, "titlepage", title="Title page"), confidence=0.8)


def _story_begins(draft: Draft, end: int) -> int:
    """The heading over the first long paragraph, where a title page stands before it; else the very beginning."""
    long = next((index for index in range(end) if len(draft.pieces[index].text) > 120), 0)
    for index in range(long - 1, 0, -1):
        piece = draft.pieces[index]
        if piece.level or (len(piece.text) < 90 and piece.text.isupper()):
            return index if index > 1 else 0
    return 0


def _first_title(draft: Draft, start: int, end: int) -> str:
    for piece in draft.pieces[start : min(end, start + 3)]:
        if piece.level or (len(piece.text) < 90 and piece.text.isupper()):
            return bare(" ".join(piece.text.split()))
    return draft.title if end == len(draft.pieces) else ""


def _role_kind(role: str) -> str | None:
    """What the markup says, the innermost word first."""
    for word in reversed(role.split()):
        if word in _BODY_ROLES or word.endswith("short-story"):
            return kinds.BODY
        if word in _BACK_ROLES and word not in _FRONT_ROLES:
            return kinds.BACK
        if word in _FRONT_ROLES:
            return kinds.FRONT
    return None


def _tell_kinds(draft: Draft, marks: list[Mark]) -> None:
    """Front before the first chapter, back after the last; the markup's own word goes first."""
    chapters = [index for index, mark in enumerate(marks) if mark.heading.rank in _NUMBERED]
    said = [index for index, mark in enumerate(marks) if _role_kind(draft.pieces[mark.piece].role) is kinds.BODY]
    stories = chapters or said or [index for index, mark in enumerate(marks) if mark.heading.rank in {Rank.STORY, Rank.TITLE}]
    first, last = (stories[0], stories[-1]) if stories else (0, len(marks) - 1)
    numbered = bool(chapters)
    for index, mark in enumerate(marks):
        role = _role_kind(draft.pieces[mark.piece].role)
        mark.kind = role or _kind(mark.heading, index, first, last, numbered)
        if index < first and (mark.kind is kinds.BACK or (role is kinds.BODY and mark.heading.rank is Rank.FRONT)):
            mark.kind = kinds.FRONT
        if index > last and mark.kind is kinds.FRONT:
            mark.kind = kinds.BACK


def _kind(heading: Heading, index: int, first: int, last: int, numbered: bool) -> str:
    if heading.rank in _NUMBERED or heading.rank is Rank.STORY:
        return kinds.BODY
    if heading.rank is Rank.FRONT:
        return kinds.FRONT if index <= last else kinds.BACK
    if heading.rank is Rank.BACK:
        return kinds.BACK if index > first else kinds.FRONT
    return kinds.FRONT if numbered and index < first else kinds.BODY


def _parted(draft: Draft, marks: list[Mark], words: list[int]) -> list[Mark]:
    """Name the part above each chapter; a part heading with little under it opens the chapter that follows."""
    kept: list[Mark] = []
    names: dict[str, str] = {}
    waiting: int | None = None
    for index, mark in enumerate(marks):
        if mark.above:
            _enter(names, mark, draft)
            if _size(marks, index, words) < 120 and index + 1 < len(marks):
                waiting = mark.piece if waiting is None else waiting
                continue
        part = ", ".join(name for name in names.values() if name) if mark.kind is kinds.BODY and not mark.above else ""
        mark.head, mark.part = mark.piece, mark.part or part
        mark.piece = mark.piece if waiting is None else waiting
        kept.append(mark)
        waiting = None
    return kept


def _enter(names: dict[str, str], mark: Mark, draft: Draft) -> None:
    """A new part ends those of its own kind and below."""
    word = mark.heading.word or "title"
    if word in names:
        for later in list(names)[list(names).index(word) :]:
            del names[later]
    first = bare(draft.pieces[mark.piece].text.partition("\n")[0]).rstrip(".")
    title = mark.heading.title
    names[word] = title if not mark.heading.number else f"{first}: {title}" if title and title not in first else first


def _gathered(marks: list[Mark], words: list[int]) -> list[Mark]:
    """Short nameless pieces of front matter belong to the title page before them."""
    kept: list[Mark] = []
    for index, mark in enumerate(marks):
        small = _size(marks, index, words) < TITLE_PAGE and mark.heading.rank is Rank.TITLE
        if mark.kind is kinds.FRONT and small and not kept:
            mark.heading = Heading(Rank.FRONT, "titlepage", title="Title page")
        elif mark.kind is kinds.FRONT and small and kept[-1].kind is kinds.FRONT:
            continue
        kept.append(mark)
    return kept
