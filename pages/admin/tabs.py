"""What the places of an admin share: the tabs between them, and turning the pages of a table."""

from typing import Any

import reflex as rx

from litink_app import routes
from litink_app.components.button import icon_button


def admin_tabs(here: str) -> rx.Component:
    places = (("users", "Users", routes.ADMIN_USERS), ("runs", "Runs", routes.ADMIN_RUNS))
    links = [rx.el.a(label, href=href, custom_attrs={"aria-current": "page"} if name == here else {}) for name, label, href in places]
    return rx.el.nav(
        *links, rx.el.elements.a("Workers (Flower)", href=routes.FLOWER), class_name="tabs", custom_attrs={"aria-label": "Admin"}
    )


def pager(page: Any, rows: Any, turn: Any) -> rx.Component:
    return rx.el.div(
        icon_button("chevron-left", "Page before", on_click=turn(-1), disabled=page <= 1),
        rx.el.span(f"Page {page}", class_name="small soft figures"),
        icon_button("chevron-right", "Next page", on_click=turn(1), disabled=rx.Var.create(rows).to(list).length() == 0),
        class_name="row tools",
    )
