"""Runs of everybody: what is made, how far, what went wrong."""

import reflex as rx

from litink_app import routes
from litink_app.components.button import button
from litink_app.components.feedback import ghosts, pill, waiting, wrong
from litink_app.components.figures import day, duration
from litink_app.components.progress import bar
from litink_app.schemas.views import RunRow
from pages.admin.tabs import admin_tabs, pager
from pages.shell import framed
from state.admin_runs import STATUSES, AdminRunsState
from state.auth import AuthState

HEADS = ("Kind", "Subject", "Owner", "Status", "Progress", "Tries", "Took", "Begun", "Error", "")


@rx.page(route=routes.ADMIN_RUNS, title="Runs · LitinkAI", on_load=[AuthState.require_admin, AdminRunsState.load])
@framed("admin")
def runs() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Admin"),
        admin_tabs("runs"),
        rx.el.div(
            rx.el.select(
                *[rx.el.option(status or "every status", value=status) for status in STATUSES],
                value=AdminRunsState.status,
                on_change=AdminRunsState.only,
                class_name="input tight",
                custom_attrs={"aria-label": "Status"},
            ),
            rx.el.input(
                type="search",
                placeholder="Find by owner or subject",
                class_name="input tight",
                on_change=AdminRunsState.find.debounce(300),
                custom_attrs={"aria-label": "Find runs"},
            ),
            button("Look again", "quiet tight", icon_name="rotate-cw", on_click=AdminRunsState.load),
            class_name="row tools",
        ),
        rx.cond(AdminRunsState.error, wrong(AdminRunsState.error, AdminRunsState.load)),
        rx.cond(AdminRunsState.loaded, _table(), waiting(*ghosts(8, "100%", "2.5rem"), class_name="stack")),
        class_name="page",
    )


def _table() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.table(
                rx.el.thead(
                    rx.el.tr(*[rx.el.th(head, scope="col", class_name="number" if head in ("Tries", "Took") else "") for head in HEADS])
                ),
                rx.el.tbody(rx.foreach(AdminRunsState.rows, _row)),
            ),
            class_name="table-wrap",
            tab_index=0,
            role="region",
            custom_attrs={"aria-label": "Runs"},
        ),
        rx.cond(AdminRunsState.rows, rx.fragment(), rx.el.p("No run here.", class_name="soft")),
        pager(AdminRunsState.page, AdminRunsState.rows, AdminRunsState.turn),
    )


def _act(run: RunRow) -> rx.Component:
    stop = button("Cancel", "quiet tight", on_click=AdminRunsState.cancel(run.id))
    again = button("Retry", "quiet tight", on_click=AdminRunsState.retry(run.id))
    return rx.fragment(
        rx.match(run.status, ("running", stop), ("queued", stop), ("paused", stop), ("failed", again), ("cancelled", again), rx.fragment())
    )


def _row(run: RunRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(run.kind),
        rx.el.td(run.subject, class_name="clip wide-cell", title=run.subject),
        rx.el.td(run.owner),
        rx.el.td(
            rx.match(
                run.status,
                ("done", pill("done", "good")),
                ("failed", pill("failed", "bad")),
                ("running", pill("running", "lamp")),
                pill(run.status),
            )
        ),
        rx.el.td(bar(run.percent, f"{run.kind}, {run.percent} percent"), class_name="bar-cell"),
        rx.el.td(run.attempts, class_name="number"),
        rx.el.td(duration(run.seconds), class_name="number"),
        rx.el.td(day(run.created)),
        rx.el.td(run.error, class_name="clip wide-cell bad", title=run.error),
        rx.el.td(_act(run)),
    )
