"""CharacterCard: a face, what the book says of them, and the voice they speak with."""

import reflex as rx

from litink_app import routes
from litink_app.components.dialog import dialog, opens
from litink_app.components.feedback import ghost, pill, waiting, wrong
from litink_app.components.figures import plural
from litink_app.schemas.views import CharacterView, VoiceChoice
from pages.creator.voice_choice import hear_button, unheard, voice_words
from state.characters import CharacterState


def cast_panel() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2("Cast"),
            rx.el.a("Correct who is who", href=routes.review_cast(CharacterState.book_id), class_name="link small"),
            class_name="section-head",
        ),
        rx.cond(CharacterState.error, wrong(CharacterState.error, CharacterState.load)),
        rx.cond(
            CharacterState.loaded,
            rx.cond(
                CharacterState.cast,
                rx.el.ul(rx.foreach(CharacterState.cast, character_card), class_name="cast"),
                rx.el.p("The cast comes with the plot overview.", class_name="soft"),
            ),
            waiting(*[ghost(kind="character-ghost") for _ in range(3)], words="Fetching the cast", class_name="cast"),
        ),
        id="cast",
        class_name="panel",
    )


def character_card(person: CharacterView) -> rx.Component:
    return rx.el.li(
        _portrait(person),
        rx.el.div(
            rx.el.h3(person.name),
            rx.el.p(
                person.role, rx.cond(person.archetype, f" · {person.archetype}", ""), class_name="tiny faint", title=person.archetype_reason
            ),
            rx.cond(person.aliases, rx.el.p("also ", person.aliases, class_name="tiny faint clip")),
            rx.el.div(rx.foreach(person.traits, pill), class_name="row wrap traits"),
            rx.cond(person.look, rx.el.p(person.look, class_name="small soft look")),
            _voice(person),
            unheard(person.voice_id),
            class_name="about",
        ),
        class_name="character",
    )


def _portrait(person: CharacterView) -> rx.Component:
    initial = person.name.to(str)[0]  # pyright: ignore[reportAttributeAccessIssue]
    return rx.el.div(
        rx.cond(
            person.portrait_url,
            rx.cond(
                person.sheet_url,
                rx.fragment(
                    rx.el.button(
                        _face(person), type="button", title=f"{person.name} from all sides", custom_attrs=opens(f"sheet-{person.id}")
                    ),
                    _sheet(person),
                ),
                _face(person),
            ),
            rx.el.span(initial, class_name="serif initial"),
        ),
        rx.el.span(plural(person.quotes, "line", "lines"), class_name="tiny count"),
        class_name="portrait",
    )


def _sheet(person: CharacterView) -> rx.Component:
    shown = rx.el.img(src=person.sheet_url, alt=f"{person.name}, drawn from all sides", loading="lazy")
    return dialog(f"sheet-{person.id}", person.name, shown, class_name="sheet-dialog")


def _face(person: CharacterView) -> rx.Component:
    return rx.el.img(src=person.portrait_url, alt=f"{person.name}, as drawn", loading="lazy")


def _voice(person: CharacterView) -> rx.Component:
    return rx.el.div(
        rx.el.select(
            rx.foreach(CharacterState.voices, _voice_option),
            value=person.voice_id,
            on_change=lambda voice_id: CharacterState.choose_voice(person.id, voice_id),
            class_name="input tight grow",
            custom_attrs={"aria-label": f"Voice of {person.name}"},
        ),
        hear_button(person.voice_id),
        class_name="voice row",
    )


def _voice_option(voice: VoiceChoice) -> rx.Component:
    return rx.el.option(voice_words(voice), value=voice.id)
