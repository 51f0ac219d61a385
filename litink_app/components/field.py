"""Labelled controls: every control has a name, a label that belongs to it, and a hint where one helps."""

from typing import Any

import reflex as rx


def field(label: str, name: str, *, hint: str = "", **props: Any) -> rx.Component:
    described = {"aria-describedby": f"{name}-hint"} if hint else {}
    return rx.el.div(
        rx.el.label(label, html_for=name),
        rx.el.input(id=name, name=name, class_name="input", custom_attrs=described, **props),
        rx.el.p(hint, id=f"{name}-hint", class_name="hint") if hint else rx.fragment(),
        class_name="field",
    )


def area(label: str, name: str, **props: Any) -> rx.Component:
    return rx.el.div(rx.el.label(label, html_for=name), rx.el.textarea(id=name, name=name, class_name="input", **props), class_name="field")


def choice(name: str, value: str, label: str, *, note: str = "", mark: rx.Component | None = None, **props: Any) -> rx.Component:
    """One of several: a radio button drawn as a tile. With `default_checked` it answers at once, with `checked` when the server says so."""
    face = [part for part in (mark, rx.el.b(label) if note else rx.el.span(label), rx.el.small(note) if note else None) if part is not None]
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value, **props),
        rx.el.span(*face),
        class_name="choice tall" if note else "choice",
    )


def choices(legend: str, *tiles: rx.Component, class_name: str = "") -> rx.Component:
    return rx.el.fieldset(rx.el.legend(legend), rx.el.div(*tiles, class_name=f"choices {class_name}"), class_name="field")


def check(label: str | rx.Var[str] | rx.Component, **props: Any) -> rx.Component:
    return rx.el.label(rx.el.input(type="checkbox", **props), rx.el.span(label), class_name="check")
