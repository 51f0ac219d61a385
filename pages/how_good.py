"""How good is it: the measured figures in plain words, each with the command that prints it again. The README shows the same ones."""

import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import reflex as rx

from litink_app import routes
from litink_app.components.feedback import pill
from pages.shell import public

FIGURES = Path(__file__).with_name("figures.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: `what` as the README names it, `plain` for everybody; `aim` "–" where none was set."""

    group: str
    what: str
    plain: str
    figure: str
    aim: str
    command: str

    @property
    def missed(self) -> bool:
        return self.aim.endswith("missed")

    @property
    def row(self) -> str:
        """The line of the README's table."""
        return f"| {self.what} | {self.figure} | {self.aim} | `{self.command}` |"


def figures() -> list[Figure]:
    """All figures in the order of the file."""
    return [Figure(**one) for one in tomllib.loads(FIGURES.read_text())["figure"]]


@rx.page(
    route=routes.HOW_GOOD,
    title="How good is it · LitinkAI",
    description="Measured figures of LitinkAI: reading, understanding, films, speed, each with the command that prints it.",
)
@public
def how_good() -> rx.Component:
    groups = [(name, list(many)) for name, many in groupby(figures(), key=lambda one: one.group)]
    return rx.el.article(
        rx.el.header(
            rx.el.h1("How good is it?"),
            rx.el.p(
                "Measured, not promised. Each figure comes with the command that prints it again on your machine. "
                "Where we fell short of our aim it says so.",
            ),
            rx.el.p(
                "All on two shared processor cores. “Times less” compares processor time of the whole program, both sides in one run.",
                class_name="small faint",
            ),
            class_name="how-good-head",
        ),
        *[_group(name, many) for name, many in groups],
        class_name="how-good",
    )


def _group(name: str, many: list[Figure]) -> rx.Component:
    return rx.el.section(rx.el.h2(name), rx.el.ul(*[_figure(one) for one in many]))


def _figure(one: Figure) -> rx.Component:
    aim = rx.fragment() if one.aim == "–" else _aim(one)
    return rx.el.li(
        rx.el.div(rx.el.b(one.figure, class_name="serif figures"), aim, class_name="measured"),
        rx.el.div(rx.el.p(one.plain), rx.el.code(one.command, class_name="tiny"), class_name="stack tightly"),
    )


def _aim(one: Figure) -> rx.Component:
    if one.missed:
        return pill(f"aim {one.aim.removesuffix(', missed')}, missed", "lamp")
    return rx.el.span(f"aim {one.aim}", class_name="tiny faint")
