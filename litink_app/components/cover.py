"""Covers. A book without one gets a designed cover: title, author and a paper landscape in one of seven palettes."""

from typing import Any

import reflex as rx

from litink_app.components.theme import COVERS

MOTIFS = 5


def cover(title: Any, authors: Any, url: Any, seed: Any) -> rx.Component:
    """`seed` is any number that stays with the book; it picks palette and motif."""
    return rx.cond(
        url,
        rx.el.span(rx.el.img(src=url, alt="", loading="lazy"), class_name="cover"),
        rx.el.span(
            plate(seed),
            rx.el.span(
                rx.el.b(title, class_name=rx.cond(rx.Var.create(title).to(str).length() > 34, "long", "")),
                rx.el.small(authors),
                class_name="lettering",
            ),
            class_name=f"cover cover-{seed % len(COVERS)}",
            custom_attrs={"aria-hidden": "true"},
        ),
    )


def title_card(title: Any, seed: Any, under: Any = "") -> rx.Component:
    """What a film shows before it has a picture: its title on the cover's colours."""
    return rx.el.span(
        rx.el.span(rx.el.b(title), rx.el.small(under), class_name="titles"), class_name=f"title-card cover-{seed % len(COVERS)}"
    )


def plate(seed: Any) -> rx.Component:
    return rx.el.svg(
        rx.el.svg.use(href=f"/art/motifs.svg#motif-{seed % MOTIFS}"),
        view_box="0 0 200 300",
        preserve_aspect_ratio="xMidYMax slice",
        class_name="plate",
        custom_attrs={"aria-hidden": "true"},
    )
