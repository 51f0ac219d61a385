"""The places of an admin, as tabs."""

import reflex as rx

from litink_app import routes


def admin_tabs(here: str) -> rx.Component:
    places = (("users", "Users", routes.ADMIN_USERS), ("runs", "Runs", routes.ADMIN_RUNS))
    links = [rx.el.a(label, href=href, custom_attrs={"aria-current": "page"} if name == here else {}) for name, label, href in places]
    return rx.el.nav(
        *links, rx.el.elements.a("Workers (Flower)", href=routes.FLOWER), class_name="tabs", custom_attrs={"aria-label": "Admin"}
    )
