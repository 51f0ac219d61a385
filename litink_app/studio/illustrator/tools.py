"""Things carried for use or show: instruments, sticks, bags, flowers."""

import math

from litink_app.studio.illustrator.curves import box, circle, gather, leaf, limb, oval, place, polygon, spline
from litink_app.studio.illustrator.things import Thing, p, ring


def umbrella() -> Thing:
    return Thing(
        (
            p("accent", spline([(-0.07, -0.20, 0.6), (-0.12, -0.62), (-0.02, -1.0, 0.9), (0.08, -0.62), (0.05, -0.20, 0.6)])),
            p(
                "dark",
                limb([(0, 0.0), (0, -0.24)], [0.018, 0.018]),
                limb([(0, 0.0), (0.0, 0.08), (0.08, 0.09), (0.10, 0.0)], [0.02, 0.02, 0.02, 0.016]),
                limb([(-0.02, -0.98), (-0.02, -1.08)], [0.012, 0.006]),
            ),
        ),
        0.52,
        (0, 0.0),
        False,
    )


def cane() -> Thing:
    return Thing((p("wood", limb([(0, -0.06), (0, 1.0)], [0.014, 0.011])), p("gold", circle(0, -0.07, 0.035))), 0.48, (0, -0.04), True)


def staff() -> Thing:
    return Thing(
        (
            p(
                "wood",
                limb([(0.01, 0.62), (0, -0.1), (0.012, -0.62)], [0.013, 0.015, 0.016]),
                limb([(0.012, -0.60), (0.05, -0.74), (-0.03, -0.80), (-0.06, -0.70)], [0.016, 0.018, 0.016, 0.008]),
            ),
            p("fire", circle(-0.005, -0.71, 0.028)),
        ),
        1.0,
        (0, -0.05),
        True,
    )


def wand() -> Thing:
    star = polygon(
        [
            (
                math.sin(i * math.pi / 5) * (0.11 if i % 2 == 0 else 0.045),
                -1.0 - math.cos(i * math.pi / 5) * (0.11 if i % 2 == 0 else 0.045),
            )
            for i in range(10)
        ]
    )
    return Thing((p("wood", limb([(0, 0.06), (0, -0.95)], [0.02, 0.012])), p("fire", star)), 0.30, (0, 0.0))


def axe() -> Thing:
    return Thing(
        (
            p("wood", limb([(0, 0.6), (0, -0.4)], [0.022, 0.02])),
            p(
                "steel",
                spline(
                    [
                        (-0.03, -0.40, 0.8),
                        (0.06, -0.36),
                        (0.24, -0.46, 0.8),
                        (0.28, -0.26),
                        (0.22, -0.10, 0.8),
                        (0.06, -0.20),
                        (-0.03, -0.18, 0.8),
                    ]
                ),
            ),
        ),
        0.46,
        (0, 0.2),
        True,
    )


def pipe() -> Thing:
    return Thing(
        (
            p(
                "wood",
                spline([(0.55, -0.46, 0.7), (0.50, -0.16), (0.66, 0.0), (0.86, -0.10), (0.88, -0.46, 0.7)]),
                limb([(0.6, -0.08), (0.34, -0.20), (0.0, -0.62)], [0.07, 0.05, 0.035]),
            ),
            p("fire", oval(0.715, -0.47, 0.14, 0.035)),
        ),
        0.075,
        (0.6, -0.15),
    )


def violin() -> Thing:
    body = spline(
        [
            (0, 0),
            (-0.24, -0.06),
            (-0.27, -0.24),
            (-0.16, -0.36),
            (-0.20, -0.50),
            (-0.10, -0.62),
            (0.10, -0.62),
            (0.20, -0.50),
            (0.16, -0.36),
            (0.27, -0.24),
            (0.24, -0.06),
        ]
    )
    return Thing(
        (
            p("wood", body),
            p(
                "dark",
                limb([(0, -0.40), (0, -1.0)], [0.035, 0.025]),
                spline([(-0.04, -1.0), (-0.06, -1.08), (0.03, -1.12), (0.05, -1.0)]),
                limb([(-0.11, -0.22), (-0.09, -0.34)], [0.014, 0.014]),
                limb([(0.11, -0.22), (0.09, -0.34)], [0.014, 0.014]),
                box(-0.05, -0.26, 0.05, -0.22),
                line=True,
            ),
            p("line", limb([(0, -0.1), (0, -1.0)], [0.006, 0.006]), line=True),
        ),
        0.26,
        (0, -0.9),
    )


def fan() -> Thing:
    blades = gather(limb([(0, 0), (math.sin(a) * 0.8, -math.cos(a) * 0.8)], [0.02, 0.10]) for a in [-0.9 + i * 0.225 for i in range(9)])
    return Thing(
        (
            p("accent", blades),
            p(
                "linen",
                gather(
                    limb([(0, 0), (math.sin(a) * 0.78, -math.cos(a) * 0.78)], [0.006, 0.012]) for a in [-0.9 + i * 0.225 for i in range(9)]
                ),
                line=True,
                alpha=0.7,
            ),
        ),
        0.13,
        (0, 0),
    )


def bag() -> Thing:
    return Thing(
        (
            p(
                "wood",
                spline([(-0.5, 0, 0.6), (-0.54, -0.30), (-0.36, -0.56, 0.5), (0.36, -0.56, 0.5), (0.54, -0.30), (0.5, 0, 0.6)]),
                ring(0, -0.58, 0.18, 0.06),
            ),
            p("gold", box(-0.08, -0.60, 0.08, -0.48, 0.02), limb([(-0.36, -0.55), (0.36, -0.55)], [0.025, 0.025])),
        ),
        0.17,
        (0, -0.76),
        True,
    )


def lens() -> Thing:
    return Thing(
        (
            p("wood", limb([(0, 0), (0, -0.5)], [0.05, 0.035])),
            p("gold", ring(0, -0.78, 0.26, 0.07)),
            p("glass", circle(0, -0.78, 0.23), alpha=0.55),
            p("linen", limb([(-0.12, -0.86), (-0.06, -0.92), (0.02, -0.94)], [0.01, 0.018, 0.01]), line=True, alpha=0.8),
        ),
        0.13,
        (0, -0.15),
    )


def flower() -> Thing:
    petals = gather(place(leaf(0.26, 0.13), 0, -0.86, i * 60) for i in range(6))
    return Thing(
        (
            p(
                "green",
                limb([(0, 0), (0.03, -0.4), (0, -0.82)], [0.02, 0.02, 0.016]),
                place(leaf(0.34, 0.09), 0.02, -0.32, -30),
                place(leaf(0.3, 0.08), 0.02, -0.46, -150),
            ),
            p("accent", petals),
            p("gold", circle(0, -0.86, 0.075)),
        ),
        0.15,
        (0, -0.15),
    )


def apple() -> Thing:
    return Thing(
        (
            p(
                "accent",
                spline(
                    [
                        (0, -0.80, 0.4),
                        (-0.34, -0.86),
                        (-0.46, -0.50),
                        (-0.26, -0.04),
                        (0, -0.07, 0.2),
                        (0.26, -0.04),
                        (0.46, -0.50),
                        (0.34, -0.86),
                    ]
                ),
            ),
            p("green", limb([(0, -0.78), (0.06, -1.0)], [0.03, 0.025]), place(leaf(0.34, 0.10), 0.04, -0.92, -25)),
        ),
        0.055,
    )
