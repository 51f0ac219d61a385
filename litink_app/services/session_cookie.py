"""The cookie that carries a sign-in: HttpOnly, SameSite=Lax, Secure under https. Its value is the only copy of the token."""

from litink_app.config import settings

LONGEST_HEADER = 16_384


def is_secure() -> bool:
    return settings().url.startswith("https://")


def name() -> str:
    """Cookies do not tell ports apart, so two installations on one machine need two names."""
    return "__Host-litink" if is_secure() else f"litink_{settings().port}"


def token_in(header: str) -> str:
    """The token in a `Cookie` header, "" where there is none."""
    if len(header) > LONGEST_HEADER:
        return ""
    for part in header.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name():
            return value.strip('"')
    return ""


def issue(token: str) -> str:
    """The `Set-Cookie` value that keeps `token`."""
    return _cookie(token, settings().session_days * 86_400)


def clear() -> str:
    """The `Set-Cookie` value that forgets the token."""
    return _cookie("", 0)


def _cookie(value: str, seconds: int) -> str:
    parts = [f"{name()}={value}", "Path=/", f"Max-Age={seconds}", "HttpOnly", "SameSite=Lax"]
    return "; ".join([*parts, "Secure"] if is_secure() else parts)
