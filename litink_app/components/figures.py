"""Numbers as people read them, worked out in the browser."""

from typing import Any

import reflex as rx
from reflex.vars.function import ArgsFunctionOperation

_CLOCK = "Math.floor(Math.round(s) / 60) + ':' + String(Math.round(s) % 60).padStart(2, '0')"
_BYTES = "b < 1073741824 ? Math.ceil(b / 1048576) + ' MB' : (b / 1073741824).toLocaleString('en', {maximumFractionDigits: 1}) + ' GB'"
_DAY = "isNaN(Date.parse(m)) ? m : new Date(m).toLocaleDateString('en-GB', {day: 'numeric', month: 'short', year: 'numeric'})"


def duration(seconds: Any) -> rx.Var[str]:
    """90 → "1:30"."""
    return _worked_out("s", _CLOCK, seconds)


def grouped(number: Any) -> rx.Var[str]:
    """26432 → "26,432"."""
    return _worked_out("n", "n.toLocaleString('en')", number)


def megabytes(size: Any) -> rx.Var[str]:
    """1306000 → "2 MB", 1306000000 → "1.2 GB"."""
    return _worked_out("b", _BYTES, size)


def day(moment: Any) -> rx.Var[str]:
    """An ISO moment → "22 Nov 2026"; other text stays as it is."""
    return _worked_out("m", _DAY, moment)


def seed(identity: Any) -> rx.Var[int]:
    """A number that stays with an id, to choose a palette by."""
    return _worked_out("i", "parseInt(i.slice(0, 6), 16) || i.length", identity).to(int)


def plural(number: Any, one: str, many: str) -> Any:
    """1306 → "1,306 lines"."""
    return rx.cond(rx.Var.create(number).to(int) == 1, f"1 {one}", f"{grouped(number)} {many}")


def ticking(seconds: Any, direction: str, running: Any) -> rx.Component:
    """A clock that goes on between two reports; `litink.js` writes into it. `direction` is up or down."""
    attributes = {
        "data-tick": direction,
        "data-from": seconds,
        "data-running": rx.cond(running, "yes", "no"),
        "role": "timer",
        "aria-live": "off",
    }
    return rx.el.span(class_name="figures", custom_attrs=attributes)


def _worked_out(name: str, expression: str, value: Any) -> rx.Var[str]:
    return ArgsFunctionOperation.create((name,), rx.Var(f"({expression})")).call(value).to(str)
