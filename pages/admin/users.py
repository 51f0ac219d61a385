"""Users: find, sort, give a role, lock."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import button
from litink_app.components.feedback import ghosts, pill, waiting, wrong
from litink_app.components.figures import day
from litink_app.components.icons import icon
from litink_app.schemas.account import Role
from litink_app.schemas.views import UserRow
from pages.admin.tabs import admin_tabs, pager
from pages.shell import framed
from state.admin_users import AdminUsersState
from state.auth import AuthState

HEADS = (
    ("name", "Name"),
    ("email", "E-mail"),
    ("role", "Role"),
    ("books", "Books"),
    ("films", "Films"),
    ("created", "Joined"),
    ("last_seen", "Last seen"),
)


@rx.page(route=routes.ADMIN_USERS, title="Users · LitinkAI", on_load=[AuthState.require_admin, AdminUsersState.load])
@framed("admin")
def users() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Admin"),
        admin_tabs("users"),
        rx.el.div(
            rx.el.input(
                type="search",
                placeholder="Find by name or e-mail",
                class_name="input tight",
                on_change=AdminUsersState.find.debounce(300),
                custom_attrs={"aria-label": "Find users"},
            ),
            class_name="tools",
        ),
        rx.cond(AdminUsersState.error, wrong(AdminUsersState.error, AdminUsersState.load)),
        rx.cond(AdminUsersState.loaded, _table(), waiting(*ghosts(8, "100%", "2.5rem"), class_name="stack")),
        class_name="page",
    )


def _table() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.table(
                rx.el.thead(rx.el.tr(*[_head(*head) for head in HEADS], rx.el.th(rx.el.span("Actions", class_name="unseen")))),
                rx.el.tbody(rx.foreach(AdminUsersState.users, _row)),
            ),
            class_name="table-wrap",
            tab_index=0,
            role="region",
            custom_attrs={"aria-label": "Users"},
        ),
        rx.cond(AdminUsersState.users, rx.fragment(), rx.el.p("Nobody like that.", class_name="soft")),
        pager(AdminUsersState.page, AdminUsersState.users, AdminUsersState.turn),
    )


def _head(column: str, label: str) -> rx.Component:
    order = rx.match(AdminUsersState.sort, (column, "ascending"), (f"-{column}", "descending"), "none")
    arrow = rx.match(AdminUsersState.sort, (column, icon("arrow-up", 14)), (f"-{column}", icon("arrow-down", 14)), rx.fragment())
    return rx.el.th(
        rx.el.button(label, arrow, type="button", on_click=AdminUsersState.sort_by(column)),
        scope="col",
        class_name="number" if column in ("books", "films") else "",
        custom_attrs={"aria-sort": order},
    )


def _row(user: UserRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(rx.el.b(user.name), rx.cond(user.locked, pill("locked", "bad"))),
        rx.el.td(user.email),
        rx.el.td(
            rx.el.select(
                *[rx.el.option(role.value, value=role.value) for role in Role],
                value=user.role,
                on_change=lambda role: AdminUsersState.give_role(user.id, role),
                class_name="input tight",
                custom_attrs={"aria-label": f"Role of {user.name}"},
            )
        ),
        rx.el.td(user.books, class_name="number"),
        rx.el.td(user.films, class_name="number"),
        rx.el.td(day(user.created)),
        rx.el.td(day(user.last_seen)),
        rx.el.td(
            rx.cond(
                user.locked,
                button("Unlock", "quiet tight", on_click=AdminUsersState.lock(user.id, False)),
                button("Lock", "quiet tight", on_click=AdminUsersState.lock(user.id, True)),
            )
        ),
    )
