"""PlotOverviewPanel: what the story is, act by act, each turning point with the passage behind it."""

from functools import reduce
from operator import or_

import reflex as rx

from litink_app import routes
from litink_app.components.button import busy_button, button
from litink_app.components.feedback import ghosts, pill, waiting, wrong
from litink_app.components.progress import bar
from litink_app.schemas.views import ActView, BeatView, PlotView
from state.book import BookState
from state.plot import PlotState


def plot_overview_panel() -> rx.Component:
    return rx.el.section(
        rx.el.div(rx.el.h2("Plot"), _again(), class_name="section-head"),
        rx.cond(PlotState.error, wrong(PlotState.error, PlotState.generate)),
        rx.cond(PlotState.trouble, wrong(PlotState.trouble, PlotState.load)),
        rx.cond(PlotState.following, _making()),
        rx.cond(
            PlotState.loaded,
            rx.cond(PlotState.plot.id, _plot(PlotState.plot), rx.cond(PlotState.following, rx.fragment(), _none())),
            waiting(*ghosts(4, "100%", "1.4rem"), words="Fetching the plot", class_name="stack"),
        ),
        id="plot",
        class_name="panel",
    )


def _again() -> rx.Component:
    return rx.cond(
        (PlotState.plot.id != "") & (PlotState.following == False),  # noqa: E712
        rx.el.span(
            rx.el.span(f"version {PlotState.plot.version}", class_name="tiny faint"),
            button("Think again", "quiet tight", icon_name="rotate-cw", on_click=PlotState.generate),
            class_name="row",
        ),
    )


def _making() -> rx.Component:
    return rx.el.div(
        rx.el.p("Reading for the plot and the cast.", class_name="small soft"),
        bar(PlotState.percent, "Plot overview"),
        class_name="stack making",
    )


def _none() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            "No plot overview yet. It names the people, the turning points and the tone, each with its place in the book.",
            class_name="soft",
        ),
        busy_button("Find the plot", "Beginning", PlotState.following, "", on_click=PlotState.generate),
        class_name="stack",
    )


def _plot(plot: PlotView) -> rx.Component:
    facts = (("Genre", plot.genre), ("Tone", plot.tone), ("Setting", plot.setting))
    return rx.el.div(
        rx.el.p(plot.logline, class_name="logline serif"),
        rx.el.dl(*[rx.el.div(rx.el.dt(name), rx.el.dd(value)) for name, value in facts], class_name="facts"),
        rx.el.div(rx.foreach(plot.themes, lambda theme: pill(theme, "creator")), class_name="row wrap"),
        rx.el.ol(rx.foreach(plot.acts, _act), class_name="acts"),
        class_name="stack",
    )


def _act(act: ActView) -> rx.Component:
    return rx.el.li(
        rx.el.div(rx.el.h3(act.title), rx.cond(act.summary, rx.el.p(act.summary, class_name="soft small"))),
        rx.el.ol(rx.foreach(act.beats, _beat), class_name="beats"),
    )


def _beat(beat: BeatView) -> rx.Component:
    quoted = reduce(or_, (beat.text.contains(mark) for mark in '“”"«„'))  # pyright: ignore[reportAttributeAccessIssue]
    return rx.el.li(
        rx.el.b(beat.name),
        rx.el.a(
            rx.cond(quoted, rx.el.span(beat.text), rx.el.q(beat.text)),
            href=routes.passage(BookState.book.id, beat.start),
            class_name="serif",
            title="Read it in the book",
        ),
    )
