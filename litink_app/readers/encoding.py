"""Bytes of unknown encoding to text; what could not be read is said."""

import codecs
import re

from litink_app.readers.lazily import lazily, lazily_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = lazily_bytes(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_MOJIBAKE = lazily("\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u02dc]|\u00c3[\u00a0-\u00bf]")
_HIGH = "\x80-\xbf" + "".join(bytes([value]).decode("cp1252", "ignore") for value in range(0x80, 0xA0))
_TWICE = lazily(f"[\u00c2-\u00df][{_HIGH}]|[\u00e0-\u00ef][{_HIGH}]{{2}}|[\u00f0-\u00f4][{_HIGH}]{{3}}")
SAMPLE = 200_000


def decode(data: bytes, *, declared: str = "") -> tuple[str, str, list[str]]:
    """The text, the encoding that was taken, and warnings."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _with(data, name)
    if b"\0" in data[:65536] and (name := wide(data)):
        return _with(data, name)
    try:
        return _mended(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:
            return data.decode("utf-8", "ignore"), "utf-8", ["The file is cut off in the middle of a character."]
    return _with(data, _known(declared) or _guess(data))


def declared(data: bytes) -> str:
    """The encoding that markup names at its beginning, or ""."""
    found = _DECLARED.search(data[:1024])
    return found[1].decode("ascii") if found else ""


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name if name and name.lower().replace("-", "") not in {"utf8", "utf16"} else ""
    except LookupError:
        return ""


def _with(data: bytes, name: str) -> tuple[str, str, list[str]]:
    text = data.decode(name, "replace")
    lost = text.count("\ufffd")
    plural = "character" if lost == 1 else "characters"
    return text.removeprefix("\ufeff"), name, [f"{lost} {plural} could not be read as {name}."] if lost else []


def wide(data: bytes) -> str:
    """UTF-16 without a mark: zero bytes at every other place, or common Chinese and Japanese signs; "" where it is not."""
    head = data[:65536]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.1 * len(head) and odd > 4 * even:
        return "utf-16-le"
    if even > 0.1 * len(head) and even > 4 * odd:
        return "utf-16-be"
    scores = {name: _common(head[: len(head) & ~1].decode(name, "ignore")) for name in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.1 else ""


def _mended(text: str, name: str) -> tuple[str, str, list[str]]:
    """UTF-8 that was once read as Windows-1252 and saved again, put right where it can be without loss."""
    if len(_MOJIBAKE.findall(text[:SAMPLE])) < 5:
        return text, name, []
    return _TWICE.sub(_once, text), name, ["The letters were garbled by an earlier conversion; they were put right."]


def _once(found: re.Match[str]) -> str:
    """One garbled letter; what is none stays."""
    try:
        return b"".join(_byte(sign) for sign in found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(sign: str) -> bytes:
    """The byte that Windows-1252 makes this sign of; the five that it leaves open stand for themselves."""
    return sign.encode("latin-1") if "\x80" <= sign <= "\xff" else sign.encode("cp1252")


def _guess(data: bytes) -> str:
    """The likeliest of the encodings that decode a sample without error."""
    sample = data[:SAMPLE]
    if found := _east_asian(sample):
        return found
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:60_000], cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    western = sum(byte > 127 for byte in sample) < 0.08 * len(sample)
    return "cp1252" if western or best is None else best.encoding


def _east_asian(sample: bytes) -> str:
    """GB18030, Shift-JIS, Big5 or EUC-KR where most of the high bytes make common characters of it."""
    best, name = 0.0, ""
    for candidate in ("gb18030", "shift_jis", "euc_jp", "big5", "euc_kr"):
        text = sample.decode(candidate, "ignore")
        if len(text.encode(candidate, "ignore")) < 0.995 * len(sample) - 4:
            continue
        score = _common(text)
        if score > best:
            best, name = score, candidate
    return name if best > 0.02 else ""


_COMMON = frozenset(
    "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裏"
    "のにはをたがでてとしれさあいうかなまっりるこそ、。「」이다의는에을를가고하지로"
)


def _common(text: str) -> float:
    wide = [sign for sign in text if sign > "\u2e7f"]
    return sum(sign in _COMMON for sign in wide) / len(text) if len(wide) > 0.05 * len(text) else 0.0
