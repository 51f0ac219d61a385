"""Every address of the house: patterns of pages, their builders, and the forms that pages post.

Forms under `/auth` are plain HTML (`method="post"`, no script, no socket). They answer 303 to `next` (a local path) or back to the
page that they came from with `?problem=<schemas.account.Problem>` or `?notice=<schemas.account.Notice>`. Their fields:

    AUTH_SIGN_IN                email, password, next
    AUTH_SIGN_UP                name, email, password, next
    AUTH_SIGN_OUT               none
    AUTH_SIGN_OUT_EVERYWHERE    none
    AUTH_PASSWORD               old, new
    AUTH_EMAIL                  password, email
    AUTH_NAME                   name
"""

from urllib.parse import quote, urlencode, urlsplit

from litink_app.config import settings

HOME = "/"
HOW_GOOD = "/how-good-is-it"
SIGN_IN = "/sign-in"
SIGN_UP = "/sign-up"
DASHBOARD = "/dashboard"
LIBRARY = "/library"
BOOK = "/books/[book_id]"
READER = "/books/[book_id]/read/[chapter_id]"
PASSAGE = "/books/[book_id]/at/[place]"
REVIEW_CHAPTERS = "/books/[book_id]/chapters"
REVIEW_CAST = "/books/[book_id]/cast"
REVIEW_QUOTES = "/books/[book_id]/quotes"
STUDIO = "/studio/[book_id]"
FILMS = "/films"
FILM = "/films/[film_id]"
PROFILE = "/profile"
ADMIN = "/admin"
ADMIN_USERS = "/admin/users"
ADMIN_RUNS = "/admin/runs"
FLOWER = "/admin/flower/"

AUTH_SIGN_IN = "/auth/sign-in"
AUTH_SIGN_UP = "/auth/sign-up"
AUTH_SIGN_OUT = "/auth/sign-out"
AUTH_SIGN_OUT_EVERYWHERE = "/auth/sign-out-everywhere"
AUTH_PASSWORD = "/auth/password"  # noqa: S105
AUTH_EMAIL = "/auth/email"
AUTH_NAME = "/auth/name"
AUTH_LINK = "/auth/link"

API = "/api/v1"
API_DOCS = "/api/v1/docs"
MEDIA = "/media"


def book(book_id: str) -> str:
    return f"/books/{book_id}"


def reader(book_id: str, chapter_id: str, start: int | None = None) -> str:
    """The chapter in the reader, at the passage that starts at `start` of the book's text."""
    address = f"/books/{book_id}/read/{chapter_id}"
    return address if start is None else f"{address}?at={start}"


def passage(book_id: str, place: int) -> str:
    """Leads to the chapter that holds this place of the book's text."""
    return f"/books/{book_id}/at/{place}"


def review_chapters(book_id: str) -> str:
    return f"/books/{book_id}/chapters"


def review_cast(book_id: str) -> str:
    return f"/books/{book_id}/cast"


def review_quotes(book_id: str) -> str:
    return f"/books/{book_id}/quotes"


def studio(book_id: str) -> str:
    return f"/studio/{book_id}"


def film(film_id: str) -> str:
    return f"/films/{film_id}"


def sign_in(after: str = "", problem: str = "") -> str:
    """The sign-in page that leads on to `after`."""
    return _with(SIGN_IN, next=after, problem=problem)


def owner_link(token: str) -> str:
    """The path that signs the owner in once."""
    return f"{AUTH_LINK}?token={quote(token)}"


def with_problem(page: str, problem: str, after: str = "") -> str:
    return _with(page, problem=problem, next=after)


def with_notice(page: str, notice: str) -> str:
    return _with(page, notice=notice)


def local(path: str, otherwise: str = DASHBOARD) -> str:
    """`path` where it leads somewhere inside this house, else `otherwise`: never a redirect to a stranger."""
    parts = urlsplit(path)
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return path if inside and path.isprintable() and "\\" not in path else otherwise


def origins() -> list[str]:
    """The origins that may post forms and open sockets: the public address, or the loopback names of this one."""
    own = settings()
    if own.public_url:
        return [_origin(own.public_url)]
    return sorted({f"http://{name}:{own.port}" for name in (own.host, "127.0.0.1", "localhost", "[::1]")})


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _with(page: str, **query: str) -> str:
    given = {key: value for key, value in query.items() if value}
    return f"{page}?{urlencode(given)}" if given else page
