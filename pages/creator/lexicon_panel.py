"""How the words of the book are said: names that the voices get wrong, put right once for every film."""

import reflex as rx

from litink_app.components.button import button, icon_button
from litink_app.components.feedback import ghosts, waiting, wrong
from litink_app.components.field import field
from litink_app.schemas.views import PronunciationView
from state.lexicon import LexiconState


def lexicon_panel() -> rx.Component:
    return rx.el.section(
        rx.el.div(rx.el.h2("Said right"), class_name="section-head"),
        rx.el.p(
            "A name that the voices get wrong? Write it as it sounds. Films made from now on say it so; in a film that is there already, "
            "“Speak anew” in its menu changes just the scenes that have the word.",
            class_name="small soft",
        ),
        rx.cond(
            LexiconState.loaded,
            rx.cond(LexiconState.words, rx.el.ul(rx.foreach(LexiconState.words, _entry), class_name="forms")),
            waiting(*ghosts(2, "100%", "2rem"), words="Fetching the words", class_name="stack"),
        ),
        rx.cond(LexiconState.error, wrong(LexiconState.error)),
        rx.el.form(
            field("The word", "word", placeholder="Mielke", required=True, max_length=60, auto_complete="off"),
            field("Sounds like", "said", placeholder="Meelky, or /mˈilki/", required=True, max_length=60, auto_complete="off"),
            button("Keep it", "", type="submit"),
            id="lexicon-form",
            on_submit=LexiconState.say,
            class_name="lexicon-form",
        ),
        id="words",
        class_name="panel",
    )


def _entry(one: PronunciationView) -> rx.Component:
    return rx.el.li(
        rx.el.b(one.word, class_name="serif"),
        rx.el.span(one.said, class_name="soft grow"),
        icon_button("x", f"Say {one.word} as before", on_click=LexiconState.forget(one.word)),
        class_name="form-row",
    )
