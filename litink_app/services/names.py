"""What people type as a name or a title, as it is kept."""

import unicodedata

_ORDERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the direction of all that follows, also beyond the name."""


def plain(text: str) -> str:
    """In one line with single spaces, without control signs; joiners and marks of direction, which Persian or Hebrew needs, stay."""
    return " ".join("".join(sign for sign in text if sign.isspace() or _shown(sign)).split())


def _shown(sign: str) -> bool:
    return sign not in _ORDERS and unicodedata.category(sign) not in ("Cc", "Cs")
