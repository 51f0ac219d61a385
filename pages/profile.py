"""Profile: name, address, password, and where one is signed in."""

import reflex as rx
from reflex.style import set_color_mode

from litink_app import routes
from litink_app.components.button import button, link_button
from litink_app.components.feedback import ghosts, notice, pill, waiting, wrong
from litink_app.components.field import choice, choices, field
from litink_app.components.figures import day, megabytes
from litink_app.components.icons import icon
from litink_app.components.post_form import post_form
from litink_app.schemas.account import PASSWORD_LONGEST, PASSWORD_SHORTEST
from litink_app.schemas.views import SessionView
from pages.shell import framed
from state.auth import AuthState, FormState
from state.profile import ProfileState


@rx.page(route=routes.PROFILE, title="Profile · LitinkAI", on_load=[AuthState.require, FormState.read, ProfileState.load])
@framed("profile")
def profile() -> rx.Component:
    return rx.el.div(
        rx.el.header(
            rx.el.div(rx.el.h1("You"), rx.el.p(AuthState.person.email), class_name="grow"),
            rx.cond(AuthState.is_admin, link_button("Admin", routes.ADMIN_USERS, "quiet", icon_name="gauge")),
            post_form(button("Sign out", type="submit", icon_name="log-out"), action=routes.AUTH_SIGN_OUT),
            class_name="page-head",
        ),
        rx.cond(FormState.problem, wrong(FormState.problem)),
        rx.cond(FormState.notice, notice(FormState.notice, "good", "check")),
        rx.el.div(_appearance(), _name(), _password(), _email(), _own_media(), _sessions(), class_name="settings"),
        class_name="page narrow",
    )


def _appearance() -> rx.Component:
    modes = (("light", "Light", "sun"), ("dark", "Dark", "moon"), ("system", "As the system", "monitor"))
    return rx.el.section(
        rx.el.h2("Appearance"),
        choices(
            "Colours",
            *[
                choice("mode", mode, label, mark=icon(sign, 18), checked=rx.color_mode == mode, on_change=set_color_mode(mode))
                for mode, label, sign in modes
            ],
        ),
        class_name="setting",
    )


def _name() -> rx.Component:
    return _form(
        "Name",
        routes.AUTH_NAME,
        field(
            "Name",
            "name",
            default_value=AuthState.person.name,
            key=AuthState.person.name,
            required=True,
            max_length=80,
            auto_complete="name",
        ),
        "Save",
    )


def _password() -> rx.Component:
    return _form(
        "Password",
        routes.AUTH_PASSWORD,
        rx.fragment(
            field("Present password", "old", type="password", auto_complete="current-password", required=True),
            field(
                "New password",
                "new",
                type="password",
                auto_complete="new-password",
                required=True,
                min_length=PASSWORD_SHORTEST,
                max_length=PASSWORD_LONGEST,
            ),
        ),
        "Change the password",
    )


def _email() -> rx.Component:
    return _form(
        "E-mail",
        routes.AUTH_EMAIL,
        rx.fragment(
            field("New e-mail", "email", type="email", auto_complete="email", required=True),
            field("Your password", "password", type="password", auto_complete="current-password", required=True),
        ),
        "Change the e-mail",
    )


def _form(title: str, action: str, fields: rx.Component, label: str) -> rx.Component:
    return rx.el.section(
        rx.el.h2(title),
        post_form(fields, rx.el.div(button(label, type="submit")), action=action, class_name="stack"),
        class_name="setting",
    )


def _own_media() -> rx.Component:
    room = ProfileState.room
    return rx.el.section(
        rx.el.h2("Own pictures, clips and music"),
        rx.el.div(
            rx.el.p(megabytes(room.kept), " in your films or on the way there, of ", megabytes(room.limit), " that you may keep."),
            rx.cond(room.unfinished > 0, rx.el.p(megabytes(room.unfinished), " are announced by uploads that were not finished.")),
            rx.el.p(
                "They go with their film, or when you take them out of it. What no film uses goes after a day.", class_name="tiny faint"
            ),
            rx.el.div(button("Delete now what no film uses", on_click=ProfileState.clear)),
            class_name="stack",
        ),
        class_name="setting",
    )


def _sessions() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Signed in on"),
        rx.el.div(
            rx.cond(ProfileState.error, wrong(ProfileState.error, ProfileState.load)),
            rx.cond(
                ProfileState.loaded,
                rx.el.ul(rx.foreach(ProfileState.sessions, _session), class_name="sessions"),
                waiting(*ghosts(2, "100%", "3rem"), class_name="stack"),
            ),
            post_form(button("Sign out everywhere", "danger", type="submit"), action=routes.AUTH_SIGN_OUT_EVERYWHERE),
            class_name="stack",
        ),
        class_name="setting",
    )


def _session(session: SessionView) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(session.agent, class_name="clip"),
            rx.el.p(session.address, " · ", day(session.last_seen), class_name="tiny faint"),
            class_name="grow",
        ),
        rx.cond(session.current, pill("here", "good"), button("End", "quiet tight", on_click=ProfileState.end(session.id))),
    )
