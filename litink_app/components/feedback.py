"""What a view says while it waits, when it has nothing, when something went wrong."""

from typing import Any

import reflex as rx

from litink_app.components.button import button
from litink_app.components.icons import icon


def ghost(width: str = "100%", height: str = "1rem", kind: str = "") -> rx.Component:
    """A place where something will be; `kind` is a class that gives the shape."""
    size = {} if kind else {"width": width, "height": height}
    return rx.el.div(class_name=f"ghost {kind}", style=size, custom_attrs={"aria-hidden": "true"})


def ghosts(count: int, width: str = "100%", height: str = "1rem") -> list[rx.Component]:
    return [ghost(width, height) for _ in range(count)]


def waiting(*shapes: rx.Component, words: str = "Loading", class_name: str = "") -> rx.Component:
    return rx.el.div(rx.el.p(words, class_name="unseen"), *shapes, class_name=class_name, role="status", custom_attrs={"aria-busy": "true"})


def empty(title: str | rx.Var[str], text: str | rx.Var[str], *actions: rx.Component, art: str = "", alone: bool = False) -> rx.Component:
    """Nothing here yet: what this is, and the one thing to do. `alone` where the page has no other heading."""
    heading = rx.el.h1 if alone else rx.el.h2
    picture = rx.el.img(src=art, alt="", class_name="art", width="320", height="200") if art else rx.fragment()
    return rx.el.div(picture, heading(title), rx.el.p(text), rx.el.div(*actions, class_name="row"), class_name="empty")


def wrong(text: str | rx.Var[str], retry: Any = None) -> rx.Component:
    """Something went wrong: what happened, and the way on."""
    again = button("Try again", "tight", on_click=retry) if retry is not None else rx.fragment()
    return rx.el.div(icon("triangle-alert", 18), rx.el.div(rx.el.p(text), class_name="grow"), again, class_name="notice bad", role="alert")


def notice(text: str | rx.Var[str] | rx.Component, kind: str = "", icon_name: str = "info") -> rx.Component:
    return rx.el.div(icon(icon_name, 18), rx.el.div(text, class_name="grow"), class_name=f"notice {kind}", role="status")


def pill(text: str | rx.Var[str], kind: str = "") -> rx.Component:
    return rx.el.span(text, class_name=f"pill {kind}")


def connection_lost() -> rx.Component:
    """In the place of Reflex's own words about sockets: what a person needs to know while the server cannot be reached."""
    return rx.connection_banner(
        rx.el.p(
            "The connection is lost. We keep trying; what is being made goes on, and nothing is lost.",
            class_name="connection-lost",
            role="status",
        )
    )
