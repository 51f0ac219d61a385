"""The mark: a drop of ink with a flame of lamp-light inside."""

import reflex as rx

DROP = "M16 2.5c1.2 4.6 9.5 10.2 9.5 17.4a9.5 9.5 0 0 1-19 0C6.5 12.7 14.8 7.1 16 2.5Z"
FLAME = "M16.2 12.2c.5 2.7 4.3 4.7 4.3 8.3a4.5 4.5 0 0 1-9 .1c0-1.7.8-2.9 1.9-3.8.1 1 .5 1.6 1.1 1.9-.1-2.4.5-4.7 1.7-6.5Z"


def mark(size: int = 32) -> rx.Component:
    return rx.el.svg(
        rx.el.path(d=DROP, fill="var(--ink)"),
        rx.el.path(d=FLAME, fill="#F5B24F"),
        view_box="0 0 32 32",
        width=str(size),
        height=str(size),
        custom_attrs={"aria-hidden": "true"},
    )


def wordmark() -> rx.Component:
    return rx.el.span(mark(28), rx.el.span("LitinkAI", class_name="serif"), class_name="wordmark")
