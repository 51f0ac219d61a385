"""The command palette (Ctrl/⌘ K): every place, book and film by name. Searching happens in the browser."""

import reflex as rx

from litink_app import routes
from litink_app.components.icons import icon
from state.auth import AuthState
from state.palette import PaletteState, Place


def palette() -> rx.Component:
    return rx.el.dialog(
        rx.el.div(
            icon("search"),
            rx.el.input(
                type="text",
                placeholder="Go to a book, a film, a page …",
                auto_complete="off",
                custom_attrs={
                    "aria-label": "Search",
                    "data-palette": "",
                    "aria-controls": "palette-places",
                    "role": "combobox",
                    "aria-expanded": "true",
                },
            ),
            rx.el.kbd("Esc"),
            class_name="ask",
        ),
        rx.el.ul(
            rx.foreach(PaletteState.places, _found),
            _fixed("Desk", routes.DASHBOARD, "lamp-desk"),
            _fixed("Library", routes.LIBRARY, "library-big"),
            _fixed("Films", routes.FILMS, "clapperboard"),
            _fixed("Profile", routes.PROFILE, "circle-user-round"),
            rx.cond(
                AuthState.is_admin, rx.fragment(_fixed("Users", routes.ADMIN_USERS, "users"), _fixed("Runs", routes.ADMIN_RUNS, "workflow"))
            ),
            id="palette-places",
        ),
        rx.el.p(
            "Nothing by that name. ",
            rx.el.a("Search inside your books", href=routes.LIBRARY, class_name="link"),
            class_name="none",
            hidden=True,
            custom_attrs={"data-palette-none": ""},
        ),
        rx.el.button(id="palette-load", hidden=True, on_click=PaletteState.load, tab_index=-1),
        id="palette",
        class_name="palette",
        custom_attrs={"aria-label": "Go to"},
    )


def _found(place: Place) -> rx.Component:
    sign = rx.cond(place.kind == "Film", icon("clapperboard", 18), icon("book", 18))
    return rx.el.li(rx.el.a(sign, rx.el.span(place.label, class_name="clip"), rx.el.small(place.kind), href=place.href))


def _fixed(label: str, href: str, icon_name: str) -> rx.Component:
    return rx.el.li(rx.el.a(icon(icon_name, 18), rx.el.span(label), rx.el.small("Page"), href=href))
