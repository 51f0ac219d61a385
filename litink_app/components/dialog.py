"""Modal dialogs on the browser's own <dialog>. `data-opens`/`data-closes` are wired in `assets/litink.js`, with no trip to the server."""

from typing import Any

import reflex as rx

from litink_app.components.button import icon_button


def dialog(name: str, title: str | rx.Var[str], *children: rx.Component, foot: rx.Component | None = None, **props: Any) -> rx.Component:
    return rx.el.dialog(
        rx.el.div(
            rx.el.h2(title, id=f"{name}-title"), icon_button("x", "Close", custom_attrs={"data-closes": name}), class_name="dialog-head"
        ),
        rx.el.div(*children, class_name="dialog-body"),
        rx.el.div(foot, class_name="dialog-foot") if foot is not None else rx.fragment(),
        id=name,
        custom_attrs={"aria-labelledby": f"{name}-title"},
        **props,
    )


def opens(name: str) -> dict[str, str]:
    """Attributes of a button that opens the dialog."""
    return {"data-opens": name, "aria-haspopup": "dialog"}


def closes(name: str) -> dict[str, str]:
    return {"data-closes": name}
