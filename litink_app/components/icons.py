"""Line icons: one weight, one size unless told, silent for screen readers (the label is always written beside)."""

import reflex as rx


def icon(name: str, size: int = 20) -> rx.Component:
    return rx.icon(name, size=size, stroke_width=1.6, custom_attrs={"aria-hidden": "true"})
