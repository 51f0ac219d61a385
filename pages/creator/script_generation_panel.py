"""ScriptGenerationPanel: what shall become of the chapters, in the studio without a dialog."""

import reflex as rx

from litink_app.components.feedback import ghosts, waiting
from pages.creator.film_options import animatic_button, make_button, option_fields, price
from state.script_selection import ScriptSelectionState


def script_generation_panel() -> rx.Component:
    return rx.el.section(
        rx.el.div(rx.el.h2("A new film"), class_name="section-head"),
        rx.cond(
            ScriptSelectionState.title,
            option_fields(),
            waiting(*ghosts(5, "100%", "2.75rem"), words="Looking at the book", class_name="stack"),
        ),
        rx.el.div(price(), rx.el.div(animatic_button(), make_button(), class_name="row wrap"), class_name="row wrap apart make"),
        id="film",
        class_name="panel card",
    )
