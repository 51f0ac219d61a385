"""HTML pages: a whole book in one file, or an article among navigation, of which only the article is kept."""

import re

from litink_app.readers import encoding, gutenberg, images, language
from litink_app.readers.draft import Draft
from litink_app.readers.feeds import feed_html
from litink_app.readers.lazily import lazily
from litink_app.readers.markup import Markup

_TITLE = lazily(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_META = lazily(r"<meta\s+([^>]{1,2000})>", re.IGNORECASE)
_PAIR = lazily(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CHROME = lazily(r"<(nav|aside|footer|form|dialog|menu|button)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ARTICLE = lazily(r"<(article|main)\b[^>]*>.*</\1\s*>", re.DOTALL | re.IGNORECASE)


def read(data: bytes, name: str) -> Draft:
    """The draft of an HTML file."""
    text, used, warnings = encoding.decode(data, declared=encoding.declared(data))
    draft = Draft(metadata={"format": "html", "encoding": used}, warnings=warnings)
    sink = Markup(draft.pieces)
    feed_html(sink, _body(text).encode("utf-8", "replace"), "utf-8")
    meta = _meta(text)
    draft.title = meta.get("dc.title") or meta.get("og:title") or _page_title(text)
    author = meta.get("dc.creator") or meta.get("author") or ""
    draft.authors = (author,) if author else ()
    gutenberg.strip_pieces(draft)
    draft.illustrate = lambda: _pictures(draft)
    _settle_title(draft, name)
    sample = " ".join(piece.text for piece in draft.pieces[:200])
    draft.language = gutenberg.language(sink.language or meta.get("dc.language", "")) or language.detect(sample)
    draft.direction = language.direction(draft.language, sample)
    return draft


def _body(text: str) -> str:
    """The article where the page is one; else everything but the furniture of a web page."""
    found = _ARTICLE.search(text)
    if found and len(found[0]) > 0.3 * len(text):
        text = found[0]
    return text if "project gutenberg" in text[:20_000].lower() else _CHROME.sub(" ", text)


def _meta(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.findall(text[:40_000]):
        pairs = {key.lower(): value or other for key, value, other in _PAIR.findall(tag)}
        if key := (pairs.get("name") or pairs.get("property") or "").lower():
            found.setdefault(key, _unescaped(pairs.get("content", "")))
    return found


def _page_title(text: str) -> str:
    found = _TITLE.search(text, 0, 60_000)
    return " ".join(_unescaped(found[1]).split()) if found else ""


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(re.sub(r"<[^>]+>", "", text))


def _pictures(draft: Draft) -> None:
    """A single page brings no picture files along, only those written into it; that there was one stays known."""
    spent = 0
    for number, piece in enumerate(draft.pieces):
        source, piece.figure = piece.figure, ""
        data = images.written(source) if source else b""
        spent += len(data)
        picture = images.figure(f"picture-{number}", data, piece.alt) if data and spent <= images.ALL_BYTES else None
        if picture is not None:
            piece.figure, draft.figures[picture.name] = picture.name, picture


def _settle_title(draft: Draft, name: str) -> None:
    """`Alice's Adventures in Wonderland, by Lewis Carroll` is a title and an author."""
    title, by, author = draft.title.partition(", by ")
    if by and len(author) < 60 and not draft.authors:
        draft.authors = (author.strip(),)
    heading = next((piece for piece in draft.pieces if piece.level == 1), None)
    draft.title = (title if by else draft.title) or (" ".join(heading.text.split()) if heading else "") or name.rsplit(".", 1)[0]
