"""An address that leads nowhere."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import link_button
from litink_app.components.feedback import empty
from pages.shell import public


@rx.page(route="/404", title="Not here · LitinkAI")
@public
def lost() -> rx.Component:
    return empty(
        "This page is not in the book.",
        "It may have been taken off the shelf, or it belongs to somebody else.",
        link_button("To your desk", routes.DASHBOARD, "primary"),
        art="/art/empty-shelf.svg",
        alone=True,
    )
