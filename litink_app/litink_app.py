"""The application: joins pages, the second lock of the socket, and the look."""

import reflex as rx

from litink_app import db, logs
from litink_app.api.app import api
from litink_app.components import theme
from litink_app.components.feedback import connection_lost
from pages import auth, book, dashboard, home, how_good, library, lost, profile, reader
from pages.admin import entry, runs, users
from pages.creator import film, films, studio
from pages.review import cast, chapters, quotes
from state import jobs
from state.gate import Gate, frontend_failed, keep_quiet

PAGES = (
    home,
    auth,
    dashboard,
    library,
    book,
    reader,
    studio,
    films,
    film,
    profile,
    users,
    entry,
    runs,
    lost,
    chapters,
    cast,
    quotes,
    how_good,
)
"""Importing one registers the pages that it draws."""

SHEETS = ("fonts", "base", "atoms", "shell", "home", "library", "reader", "studio", "film", "admin", "review")

logs.begin()


def _overlay(stateful: bool) -> rx.Component | None:
    """On pages that hold a connection."""
    return connection_lost() if stateful else None


app = rx.App(
    reset_style=False,
    stylesheets=[f"styles/{name}.css" for name in SHEETS],
    html_lang="en",
    head_components=[
        rx.el.style(theme.stylesheet()),
        rx.el.script(theme.EARLY),
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.link(
            rel="preload",
            href="/fonts/literata-latin-opsz-normal.woff2",
            custom_attrs={"as": "font", "type": "font/woff2", "crossOrigin": ""},
        ),
        rx.el.link(
            rel="preload",
            href="/fonts/public-sans-latin-wght-normal.woff2",
            custom_attrs={"as": "font", "type": "font/woff2", "crossOrigin": ""},
        ),
        rx.el.script(src="/litink.js", defer=True),
    ],
    api_transformer=api,
    extra_app_wraps={(5, "Overlay"): _overlay},
    frontend_exception_handler=frontend_failed,
)
app.add_middleware(Gate())
keep_quiet(app)
app.register_lifespan_task(db.ready)
jobs.serve(app)
