"""The one question before a film: chapters, style, length, shape, and what it costs. Prefilled, so that one click is enough."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from litink_app.components.button import busy_button, button
from litink_app.components.dialog import closes, dialog
from litink_app.components.feedback import ghosts, waiting, wrong
from litink_app.components.field import check, choice, choices
from litink_app.components.icons import icon
from litink_app.schemas.views import ChapterRow
from pages.creator.voice_choice import hear_button, unheard, voice_words
from state.script_selection import ScriptSelectionState

STYLES = (
    ("cinematic", "Cinematic", "Scenes, dialogue, a narrator between"),
    ("narration", "Narration", "The book read over moving pictures"),
    ("dialogue", "Dialogue", "What the people say, word for word"),
    ("explainer", "Explainer", "What happens and why, told plainly"),
    ("trailer", "Trailer", "The best moments, no ending"),
)
LENGTHS = ((30, "30 s"), (60, "1 min"), (120, "2 min"), (300, "5 min"))
CAPTIONS = (
    ("soft", "To switch on"),
    ("burnt", "Word by word"),
    ("burnt-plain", "In the picture"),
    ("burnt-boxed", "On a dark strip"),
    ("none", "None"),
)
LOOKS = (("paper_theatre", "Paper theatre", "Lit layers of cut paper"), ("ink_and_wash", "Ink and wash", "Pen, water and white paper"))
HEIGHTS = (
    (480, "480p", "Soon there"),
    (720, "720p", "Clear"),
    (1080, "1080p", "Sharp, takes longer"),
    (1440, "1440p", "Sharper, four times as long"),
    (2160, "4K", "For large screens, nine times as long"),
)
RATES = ((24, "24", "As in the cinema"), (25, "25", "Television in Europe"), (30, "30", "Smoothest, takes longer"))
SHAPES = (("16:9", "Wide", "wide"), ("9:16", "Tall", "tall-shape"), ("1:1", "Square", "square"))


def film_options() -> rx.Component:
    return dialog(
        "film-options",
        rx.cond(ScriptSelectionState.title, f"A film of {ScriptSelectionState.title}", "A film"),
        rx.cond(
            ScriptSelectionState.title,
            option_fields(),
            waiting(*ghosts(5, "100%", "3rem"), words="Looking at the book", class_name="stack"),
        ),
        foot=rx.fragment(
            price(),
            rx.el.span(class_name="grow"),
            button("Not now", "quiet", custom_attrs=closes("film-options")),
            animatic_button(),
            make_button(),
        ),
    )


def option_fields() -> rx.Component:
    """Also stands in the studio, where it is no dialog."""
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend("From"),
            rx.el.div(
                rx.foreach(ScriptSelectionState.chapters, _chapter),
                class_name="chapter-list",
                tab_index=0,
                custom_attrs={"aria-label": "Chapters"},
            ),
            class_name="field",
        ),
        _one_of("Length", "seconds", LENGTHS, ScriptSelectionState.options.seconds, ScriptSelectionState.choose_seconds),
        _one_of("Style", "style", STYLES, ScriptSelectionState.options.style, ScriptSelectionState.choose_style, class_name="in-grid"),
        _one_of(
            "Pictures",
            "look",
            LOOKS,
            ScriptSelectionState.options.look,
            ScriptSelectionState.choose_look,
            class_name="in-grid",
        ),
        choices(
            "Shape",
            *[
                choice(
                    "aspect",
                    value,
                    label,
                    mark=rx.el.i(class_name=f"shape {shape}"),
                    default_checked=ScriptSelectionState.options.aspect == value,
                    on_change=ScriptSelectionState.choose_aspect(value),
                )
                for value, label, shape in SHAPES
            ],
        ),
        _narrator(),
        _one_of("Subtitles", "captions", CAPTIONS, ScriptSelectionState.options.captions, ScriptSelectionState.choose_captions),
        _one_of(
            "Sharpness", "height", HEIGHTS, ScriptSelectionState.options.height, ScriptSelectionState.choose_height, class_name="in-grid"
        ),
        _one_of("Frames a second", "fps", RATES, ScriptSelectionState.options.fps, ScriptSelectionState.choose_fps, class_name="in-grid"),
        class_name="stack options",
    )


def _one_of(label: str, name: str, known: Sequence[tuple[Any, ...]], chosen: Any, choose: Any, **props: Any) -> rx.Component:
    """Values with their words, and a note for those that have one."""
    return choices(
        label,
        *[
            choice(name, str(value), word, note="".join(note), default_checked=chosen == value, on_change=choose(value))
            for value, word, *note in known
        ],
        **props,
    )


def _narrator() -> rx.Component:
    narrator = ScriptSelectionState.options.narrator
    return rx.el.div(
        rx.el.label("Narrator", class_name="label", html_for="film-narrator"),
        rx.el.div(
            rx.el.select(
                rx.el.option("The house's own", value=""),
                rx.foreach(ScriptSelectionState.voices, lambda voice: rx.el.option(voice_words(voice), value=voice.id)),
                id="film-narrator",
                value=narrator,
                on_change=ScriptSelectionState.choose_narrator,
                class_name="input grow",
            ),
            hear_button(narrator),
            class_name="row",
        ),
        unheard(narrator),
        class_name="field",
    )


def price() -> rx.Component:
    """What it costs, and beside the buttons why it cannot be made."""
    quote = ScriptSelectionState.quote
    return rx.fragment(
        rx.cond(ScriptSelectionState.error, wrong(ScriptSelectionState.error)),
        rx.cond(
            quote.price,
            rx.el.p(
                icon("receipt-text", 18),
                rx.el.b(quote.price),
                rx.el.span(quote.minutes, class_name="soft"),
                class_name="price",
                title=quote.note,
                role="status",
            ),
        ),
    )


def animatic_button() -> rx.Component:
    return button(
        "Quick look first",
        "broad",
        icon_name="zap",
        disabled=ScriptSelectionState.busy | ~ScriptSelectionState.ready,
        title="In seconds: still pictures with the words to read",
        on_click=ScriptSelectionState.animatic,
    )


def make_button() -> rx.Component:
    return busy_button(
        "Make the film",
        "Starting",
        ScriptSelectionState.busy,
        "primary",
        disabled=~ScriptSelectionState.ready,
        on_click=ScriptSelectionState.make,
    )


def _chapter(chapter: ChapterRow) -> rx.Component:
    return check(
        rx.fragment(
            rx.el.span(rx.cond(chapter.title, chapter.title, chapter.label), class_name="grow clip"),
            rx.el.span(f"{chapter.minutes} min", class_name="tiny faint figures"),
        ),
        default_checked=rx.Var.create(ScriptSelectionState.chosen).contains(chapter.id),
        on_change=lambda wanted: ScriptSelectionState.choose_chapter(chapter.id, wanted),
    )
