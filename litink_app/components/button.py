"""Buttons and links that look like buttons. `kind` is any of the words that `atoms.css` knows: primary quiet danger large tight."""

from typing import Any

import reflex as rx

from litink_app.components.icons import icon


def button(label: str | rx.Var[str], kind: str = "", *, icon_name: str = "", **props: Any) -> rx.Component:
    return rx.el.button(*_face(label, icon_name), class_name=f"btn {kind}", type=props.pop("type", "button"), **props)


def link_button(label: str | rx.Var[str], href: str | rx.Var[str], kind: str = "", *, icon_name: str = "", **props: Any) -> rx.Component:
    """A link to another page of ours."""
    return rx.el.a(*_face(label, icon_name), href=href, class_name=f"btn {kind}", **props)


def plain_link_button(label: str, href: str | rx.Var[str], kind: str = "", *, icon_name: str = "", **props: Any) -> rx.Component:
    """A link that leaves the pages: files, API, forms."""
    return rx.el.elements.a(*_face(label, icon_name), href=href, class_name=f"btn {kind}", **props)


def icon_button(name: str, label: str | rx.Var[str], kind: str = "quiet", **props: Any) -> rx.Component:
    """A button that shows an icon only; `label` is spoken and shown as a hint."""
    return rx.el.button(
        icon(name),
        rx.el.span(label, class_name="unseen"),
        class_name=f"btn icon {kind}",
        title=label,
        type=props.pop("type", "button"),
        **props,
    )


def busy_button(label: str | rx.Var[str], busy_label: str, busy: bool | rx.Var[bool], kind: str = "primary", **props: Any) -> rx.Component:
    """A button that says what is happening while it happens, and cannot be pressed twice, nor while it is `disabled`."""
    return rx.el.button(
        rx.cond(busy, rx.fragment(spinner(), rx.el.span(busy_label, class_name="label")), rx.el.span(label, class_name="label")),
        class_name=f"btn {kind}",
        disabled=rx.Var.create(busy) | props.pop("disabled", False),
        type=props.pop("type", "button"),
        **props,
    )


def spinner() -> rx.Component:
    return rx.el.span(class_name="spinner", custom_attrs={"aria-hidden": "true"})


def _face(label: str | rx.Var[str], icon_name: str) -> list[rx.Component]:
    text = rx.el.span(label, class_name="label")
    return [icon(icon_name, 18), text] if icon_name else [text]
