"""The address that one types: it leads admins on to the users."""

import reflex as rx

from litink_app import routes
from litink_app.components.feedback import waiting
from pages.shell import framed
from state.auth import AuthState


@rx.page(route=routes.ADMIN, title="Admin · LitinkAI", on_load=AuthState.to_admin)
@framed("admin")
def entry() -> rx.Component:
    return waiting(words="Opening the admin side")
