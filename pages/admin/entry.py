"""The address that one types: it leads admins to the users, visitors to the sign-in, and tells others that it is not theirs."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import link_button
from litink_app.components.feedback import empty, waiting
from pages.shell import framed
from state.auth import AuthState


@rx.page(route=routes.ADMIN, title="Admin · LitinkAI", on_load=AuthState.to_admin)
@framed("admin")
def entry() -> rx.Component:
    return rx.cond(
        AuthState.is_admin | ~AuthState.signed_in,
        waiting(words="Opening the admin side"),
        empty(
            "This is for admins.",
            "Your desk is elsewhere.",
            link_button("To your desk", routes.DASHBOARD, "primary"),
            art="/art/empty-shelf.svg",
        ),
    )
