"""A small menu behind one button: a disclosure, so it works before any script has loaded."""

import reflex as rx

from litink_app.components.icons import icon


def menu(label: str, *items: rx.Component, trigger: str = "ellipsis") -> rx.Component:
    return rx.el.details(
        rx.el.summary(icon(trigger), rx.el.span(label, class_name="unseen"), class_name="btn icon quiet", title=label),
        rx.el.div(*items, class_name="menu"),
        class_name="menu-wrap",
        custom_attrs={"data-menu": ""},
    )
