"""Progress, always with words for those who do not see it."""

import reflex as rx


def bar(percent: int | rx.Var[int], label: str | rx.Var[str]) -> rx.Component:
    return rx.el.div(rx.el.i(), class_name="bar", style={"--done": f"{percent}"}, custom_attrs=_spoken(percent, label))


def ring(percent: int | rx.Var[int], label: str | rx.Var[str]) -> rx.Component:
    return rx.el.div(rx.el.span(f"{percent}"), class_name="ring", style={"--done": f"{percent}"}, custom_attrs=_spoken(percent, label))


def _spoken(percent: int | rx.Var[int], label: str | rx.Var[str]) -> dict[str, object]:
    return {"role": "progressbar", "aria-valuemin": "0", "aria-valuemax": "100", "aria-valuenow": percent, "aria-label": label}
