"""Sign-in and sign-up: plain forms that work before any script has loaded."""

import reflex as rx

from litink_app import routes
from litink_app.components.brand import wordmark
from litink_app.components.button import button
from litink_app.components.feedback import notice, wrong
from litink_app.components.field import field
from litink_app.components.post_form import post_form
from litink_app.schemas.account import PASSWORD_LONGEST, PASSWORD_SHORTEST
from state.auth import FormState


@rx.page(route=routes.SIGN_IN, title="Sign in · LitinkAI", on_load=FormState.read)
def sign_in() -> rx.Component:
    return _entry(
        "Welcome back",
        post_form(
            _after(),
            field("E-mail", "email", type="email", auto_complete="username", required=True),
            field("Password", "password", type="password", auto_complete="current-password", required=True, max_length=PASSWORD_LONGEST),
            button("Sign in", "primary large", type="submit"),
            action=routes.AUTH_SIGN_IN,
            class_name="stack",
        ),
        rx.el.p("New here? ", rx.el.a("Make an account", href=routes.SIGN_UP, class_name="link")),
    )


@rx.page(route=routes.SIGN_UP, title="Make an account · LitinkAI", on_load=FormState.read)
def sign_up() -> rx.Component:
    return _entry(
        "Make an account",
        post_form(
            _after(),
            field("Name", "name", auto_complete="name", required=True, max_length=80),
            field("E-mail", "email", type="email", auto_complete="username", required=True),
            field(
                "Password",
                "password",
                type="password",
                auto_complete="new-password",
                required=True,
                min_length=PASSWORD_SHORTEST,
                max_length=PASSWORD_LONGEST,
                hint=f"At least {PASSWORD_SHORTEST} characters. A short sentence is easy to keep.",
            ),
            button("Make the account", "primary large", type="submit"),
            action=routes.AUTH_SIGN_UP,
            class_name="stack",
        ),
        rx.el.p("Here before? ", rx.el.a("Sign in", href=routes.SIGN_IN, class_name="link")),
    )


def _entry(title: str, form: rx.Component, other: rx.Component) -> rx.Component:
    return rx.el.main(
        rx.el.div(
            rx.el.a(wordmark(), href=routes.HOME, custom_attrs={"aria-label": "LitinkAI, home"}),
            rx.el.div(rx.el.h1(title), _said(), form, other, class_name="stack entry-form"),
            rx.el.p("What you upload is private to you.", class_name="tiny faint"),
            class_name="entry-side",
        ),
        rx.el.div(rx.el.img(src="/art/entry.webp", alt=""), class_name="entry-art", custom_attrs={"aria-hidden": "true"}),
        id="main",
        class_name="entry",
    )


def _said() -> rx.Component:
    return rx.fragment(
        rx.cond(FormState.problem, wrong(FormState.problem)),
        rx.cond(FormState.notice, notice(FormState.notice, "good", "check")),
    )


def _after() -> rx.Component:
    return rx.el.input(type="hidden", name="next", value=FormState.after, read_only=True)
