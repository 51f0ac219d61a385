"""What stands around every page: the rail, the dock of phones, the command palette; and the bar of the public pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import reflex as rx

from litink_app import routes
from litink_app.components.brand import mark, wordmark
from litink_app.components.button import icon_button, link_button
from litink_app.components.feedback import empty
from litink_app.components.icons import icon
from pages.palette import palette
from state.auth import AuthState
from state.palette import PaletteState

Page = Callable[[], rx.Component]

STOPS = (
    ("dashboard", "Desk", routes.DASHBOARD, "lamp-desk"),
    ("library", "Library", routes.LIBRARY, "library-big"),
    ("films", "Films", routes.FILMS, "clapperboard"),
)


def framed(here: str) -> Callable[[Page], Page]:
    """Put a page for members inside the shell; `here` is the stop that it belongs to."""

    def around(page: Page) -> Page:
        @wraps(page)
        def inside() -> rx.Component:
            return rx.el.div(
                _skip(),
                _rail(here),
                rx.el.main(_for_admins(page()) if here == "admin" else page(), id="main", class_name="main", tab_index=-1),
                _dock(here),
                palette(),
                class_name="shell",
            )

        return inside

    return around


def _for_admins(page: rx.Component) -> rx.Component:
    refused = empty(
        "This room is for admins.",
        "Whoever set this place up can give you the role.",
        link_button("To your desk", routes.DASHBOARD, "primary"),
        art="/art/empty-shelf.svg",
    )
    may_look = rx.cond(AuthState.signed_in, AuthState.is_admin, True)
    return rx.cond(may_look, page, refused)


def public(page: Page) -> Page:
    """Put a public page under the bar."""

    @wraps(page)
    def inside() -> rx.Component:
        return rx.el.div(_skip(), _bar(), rx.el.main(page(), id="main", tab_index=-1), class_name="public")

    return inside


def titled(name: Any, otherwise: str) -> Any:
    """The title of a page that is called after what it shows, once that is there."""
    return rx.cond(name, f"{name} · LitinkAI", f"{otherwise} · LitinkAI")


def theme_switch(kind: str = "quiet") -> rx.Component:
    """Light or dark, remembered by the browser."""
    return rx.el.button(
        rx.el.span(icon("moon"), class_name="mode-light"),
        rx.el.span(icon("sun"), class_name="mode-dark"),
        rx.el.span("Switch between light and dark", class_name="unseen"),
        class_name=f"btn icon {kind}",
        title="Light or dark",
        type="button",
        on_click=rx.toggle_color_mode,
    )


def _skip() -> rx.Component:
    return rx.el.elements.a("Skip to the content", href="#main", class_name="skip")


def _rail(here: str) -> rx.Component:
    return rx.el.nav(
        rx.el.a(mark(), rx.el.span("LitinkAI, your desk", class_name="unseen"), href=routes.DASHBOARD, class_name="mark"),
        *[_stop(here, *stop) for stop in STOPS],
        rx.cond(AuthState.is_admin, _stop(here, "admin", "Admin", routes.ADMIN_USERS, "gauge")),
        rx.el.span(class_name="push"),
        icon_button("search", "Search (Ctrl K)", on_click=PaletteState.load, custom_attrs={"data-opens": "palette"}),
        theme_switch(),
        _stop(here, "profile", "You", routes.PROFILE, "circle-user-round"),
        class_name="rail",
        custom_attrs={"aria-label": "Main"},
    )


def _dock(here: str) -> rx.Component:
    return rx.el.nav(
        *[_stop(here, *stop) for stop in STOPS],
        _stop(here, "profile", "You", routes.PROFILE, "circle-user-round"),
        class_name="dock",
        custom_attrs={"aria-label": "Main"},
    )


def _stop(here: str, name: str, label: str, href: str, icon_name: str) -> rx.Component:
    current = {"aria-current": "page"} if here == name else {}
    return rx.el.a(icon(icon_name, 22), rx.el.span(label), href=href, class_name="stop", custom_attrs=current)


def _bar() -> rx.Component:
    return rx.el.header(
        rx.el.a(wordmark(), href=routes.HOME, custom_attrs={"aria-label": "LitinkAI, home"}),
        rx.el.nav(
            theme_switch(),
            rx.cond(
                AuthState.signed_in,
                link_button("Your desk", routes.DASHBOARD, "primary"),
                rx.fragment(link_button("Sign in", routes.SIGN_IN, "quiet"), link_button("Begin", routes.SIGN_UP, "primary")),
            ),
            class_name="row",
            custom_attrs={"aria-label": "Account"},
        ),
        class_name="topbar",
    )
