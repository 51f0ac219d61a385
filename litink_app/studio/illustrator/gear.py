"""Vehicles, tools, arms, larger furniture and what stands outdoors, in the paper language."""

import math

from litink_app.studio.illustrator.curves import box, circle, gather, leaf, limb, oval, place, polygon, spline
from litink_app.studio.illustrator.things import Piece, Thing, outline, p, ring


def _wheel(x: float, y: float, r: float, spokes: int = 8) -> Piece:
    turns = [i * math.tau / spokes for i in range(spokes)]
    return p("wood", ring(x, y, r, r * 0.16), circle(x, y, r * 0.16), *(limb([(x, y), (x + r * math.cos(a), y + r * math.sin(a))], [r * 0.05, r * 0.05]) for a in turns))  # fmt: skip


def cart() -> Thing:
    return Thing((p("wood", polygon([(-0.9, -0.9), (0.9, -0.9), (0.78, -0.46), (-0.78, -0.46)]), limb([(0.8, -0.56), (1.5, -0.66)], [0.035, 0.03])), p("line", limb([(-0.84, -0.68), (0.84, -0.68)], [0.012, 0.012]), line=True), _wheel(-0.1, -0.36, 0.36)), 0.52)  # fmt: skip


def wagon() -> Thing:
    return Thing((p("linen", spline([(-1.0, -0.72, 0.7), (-1.08, -1.3), (-0.4, -1.52), (0.4, -1.52), (1.08, -1.3), (1.0, -0.72, 0.7)])), p("line", *(limb([(x, -0.74), (x * 1.05, -1.46)], [0.012, 0.012]) for x in (-0.5, 0, 0.5)), line=True), p("wood", box(-1.06, -0.76, 1.06, -0.46, 0.03)), _wheel(-0.66, -0.34, 0.34), _wheel(0.68, -0.30, 0.30)), 0.82)  # fmt: skip


def barrow() -> Thing:
    return Thing((p("wood", polygon([(-0.5, -0.62), (0.7, -0.70), (0.46, -0.26), (-0.34, -0.26)]), limb([(0.5, -0.36), (-0.9, -0.42)], [0.035, 0.03]), limb([(-0.3, -0.3), (-0.4, 0)], [0.03, 0.03])), _wheel(0.56, -0.2, 0.2, 6)), 0.36)  # fmt: skip


def sledge() -> Thing:
    return Thing((p("wood", limb([(-0.9, -0.06), (0.6, -0.06), (0.86, -0.16), (0.9, -0.40)], [0.03] * 4), *(limb([(x, -0.06), (x, -0.34)], [0.025, 0.025]) for x in (-0.6, 0.0, 0.5))), p("accent", box(-0.8, -0.42, 0.66, -0.32, 0.03))), 0.26)  # fmt: skip


def bicycle() -> Thing:
    return Thing((p("dark", ring(-0.55, -0.36, 0.35, 0.035), ring(0.55, -0.36, 0.35, 0.035)), p("accent", limb([(-0.55, -0.36), (-0.2, -0.78), (0.42, -0.76), (-0.02, -0.34), (-0.2, -0.78)], [0.02] * 5), limb([(-0.55, -0.36), (-0.02, -0.34)], [0.02, 0.02]), limb([(0.55, -0.36), (0.40, -0.92), (0.28, -0.96)], [0.02, 0.02, 0.025]), limb([(-0.3, -0.84), (-0.1, -0.84)], [0.035, 0.03]))), 0.56)  # fmt: skip


def car() -> Thing:
    return Thing((p("accent", spline([(-1.1, -0.2, 0.6), (-1.1, -0.50), (-0.7, -0.58, 0.4), (-0.44, -0.94), (0.3, -0.94), (0.56, -0.58, 0.4), (1.06, -0.50), (1.12, -0.2, 0.6)])), p("glass", polygon([(-0.52, -0.58), (-0.36, -0.86), (-0.06, -0.86), (-0.06, -0.58)]), polygon([(0.04, -0.58), (0.04, -0.86), (0.24, -0.86), (0.42, -0.58)])), p("dark", circle(-0.62, -0.2, 0.2), circle(0.64, -0.2, 0.2)), p("steel", circle(-0.62, -0.2, 0.09), circle(0.64, -0.2, 0.09))), 0.56)  # fmt: skip


def locomotive() -> Thing:
    return Thing((p("dark", box(-0.2, -0.86, 1.2, -0.36, 0.20), box(0.86, -1.2, 1.06, -0.8, 0.02), circle(0.3, -0.86, 0.14), box(-1.0, -0.42, 1.26, -0.26, 0.03), polygon([(1.2, -0.36), (1.5, 0), (1.1, 0)])), p("accent", box(-0.96, -1.2, -0.24, -0.36, 0.03), box(-1.06, -1.28, -0.14, -1.18, 0.03)), p("glass", box(-0.80, -1.04, -0.44, -0.74, 0.02)), p("gold", box(-0.2, -0.66, 1.2, -0.60), circle(1.2, -0.76, 0.07)), _wheel(-0.6, -0.22, 0.22), _wheel(0.0, -0.22, 0.22), _wheel(0.6, -0.22, 0.22)), 0.86)  # fmt: skip


def balloon() -> Thing:
    stripes = gather(spline([(x * 0.2, -1.0, 0.8), (x, -1.5), (x * 0.4, -2.02, 0.8), (x * 0.62, -1.5)]) for x in (-0.56, 0.56))
    return Thing((p("accent", spline([(-0.14, -0.9), (-0.62, -1.4), (-0.4, -1.94), (0, -2.06), (0.4, -1.94), (0.62, -1.4), (0.14, -0.9)])), p("linen", stripes, alpha=0.8), p("line", *(limb([(x, -0.95), (x * 0.8, -0.3)], [0.01, 0.01]) for x in (-0.16, 0.16))), p("wood", box(-0.18, -0.30, 0.18, 0, 0.04))), 0.5)  # fmt: skip


def rocket() -> Thing:
    return Thing((p("accent", spline([(-0.2, -0.2, 0.6), (-0.52, 0, 0.8), (-0.3, -0.56)]), spline([(0.2, -0.2, 0.6), (0.52, 0, 0.8), (0.3, -0.56)])), p("linen", spline([(0, -1.5, 0.5), (-0.30, -0.9), (-0.22, -0.12, 0.7), (0.22, -0.12, 0.7), (0.30, -0.9)])), p("glass", circle(0, -0.92, 0.13)), p("fire", spline([(-0.14, -0.12), (0, 0.2, 0.9), (0.14, -0.12)]))), 0.9)  # fmt: skip


def anchor() -> Thing:
    return Thing((p("steel", ring(0, -0.96, 0.1, 0.05), limb([(0, -0.88), (0, -0.04)], [0.05, 0.06]), limb([(-0.3, -0.72), (0.3, -0.72)], [0.04, 0.04]), limb([(-0.48, -0.34), (-0.3, -0.08), (0, 0), (0.3, -0.08), (0.48, -0.34)], [0.02, 0.06, 0.07, 0.06, 0.02])),), 0.36)  # fmt: skip


def oar() -> Thing:
    return Thing((p("wood", limb([(0, 0), (0, -0.75)], [0.022, 0.024]), spline([(-0.07, -0.72), (-0.08, -1.0), (0.08, -1.0), (0.07, -0.72)])),), 0.8, (0, -0.3))  # fmt: skip


def net() -> Thing:
    cords = gather([*(limb([(-0.7 + 0.2 * i, -0.66), (-0.5 + 0.14 * i, -0.02)], [0.012, 0.012]) for i in range(8)), *(limb([(-0.7 + 0.04 * j, -0.56 + 0.15 * j), (0.0, -0.48 + 0.15 * j), (0.7 - 0.04 * j, -0.56 + 0.15 * j)], [0.012] * 3) for j in range(4))])  # fmt: skip
    return Thing((p("wood", limb([(-0.76, -0.68), (0, -0.74), (0.76, -0.68)], [0.03, 0.03, 0.03])), p("line", cords)), 0.26)


def hammer() -> Thing:
    return Thing((p("wood", limb([(0, 0), (0, -0.86)], [0.05, 0.04])), p("steel", box(-0.30, -1.0, 0.26, -0.80, 0.04))), 0.17, (0, -0.2))


def spade() -> Thing:
    return Thing((p("wood", limb([(0, -0.34), (0, -1.1)], [0.03, 0.03]), limb([(-0.14, -1.12), (0.14, -1.12)], [0.03, 0.03])), p("steel", spline([(-0.18, -0.40, 0.7), (-0.17, -0.12), (0, 0, 0.6), (0.17, -0.12), (0.18, -0.40, 0.7)]))), 0.52, (0, -0.8))  # fmt: skip


def fork_hay() -> Thing:
    return Thing((p("wood", limb([(0, 0), (0, -0.76)], [0.022, 0.022])), p("steel", limb([(-0.16, -1.1), (-0.15, -0.84), (0, -0.76), (0.15, -0.84), (0.16, -1.1)], [0.008, 0.018, 0.02, 0.018, 0.008]), limb([(0, -0.76), (0, -1.1)], [0.018, 0.008]))), 0.7, (0, -0.3))  # fmt: skip


def scythe() -> Thing:
    return Thing((p("wood", limb([(0.1, 0), (0, -0.6), (0.06, -1.16)], [0.024, 0.022, 0.022])), p("steel", spline([(0.06, -1.18, 0.7), (-0.3, -1.22), (-0.66, -0.98, 0.9), (-0.3, -1.10)]))), 0.8, (0, -0.5))  # fmt: skip


def saw() -> Thing:
    teeth = polygon([(-0.7, -0.1), *[(-0.64 + 0.06 * i, -0.1 + 0.06 * (i % 2)) for i in range(20)], (0.5, -0.34), (-0.7, -0.26)])
    return Thing((p("steel", teeth), p("wood", spline([(0.46, -0.06, 0.5), (0.52, -0.40), (0.86, -0.40), (0.84, -0.04), (0.64, 0.0)]))), 0.12, (0.7, -0.2))  # fmt: skip


def anvil() -> Thing:
    return Thing((p("dark", spline([(-0.9, -0.80, 0.9), (-0.5, -0.86), (0.5, -0.86, 0.8), (0.5, -0.62, 0.7), (0.2, -0.50), (0.2, -0.22), (0.44, -0.0, 0.8), (-0.44, 0.0, 0.8), (-0.2, -0.22), (-0.2, -0.50), (-0.5, -0.64)])),), 0.30)  # fmt: skip


def ladder() -> Thing:
    return Thing((p("wood", *(limb([(x, 0), (x * 0.8, -1.6)], [0.035, 0.03]) for x in (-0.26, 0.26)), *(limb([(-0.24, -0.2 - 0.2 * i), (0.24, -0.2 - 0.2 * i)], [0.022, 0.022]) for i in range(7))),), 0.72)  # fmt: skip


def wheel() -> Thing:
    return Thing((_wheel(0, -0.5, 0.5),), 0.36)


def mill() -> Thing:
    sails = gather(place(box(0.06, -0.10, 0.9, 0.10), 0, -1.36, 28 + 90 * i) for i in range(4))
    return Thing((p("linen", polygon([(-0.42, 0), (-0.26, -1.3), (0.26, -1.3), (0.42, 0)])), p("accent", spline([(-0.30, -1.28, 0.8), (0, -1.62), (0.30, -1.28, 0.8)])), p("wood", sails, box(-0.12, -0.34, 0.12, 0)), p("dark", circle(0, -1.36, 0.06))), 1.3)  # fmt: skip


def well() -> Thing:
    stones = gather(limb([(-0.46 + 0.23 * i + 0.1 * (r % 2), -0.10 - 0.14 * r), (-0.32 + 0.23 * i + 0.1 * (r % 2), -0.10 - 0.14 * r)], [0.012, 0.012]) for i in range(4) for r in range(3))  # fmt: skip
    return Thing((p("steel", box(-0.52, -0.46, 0.52, 0, 0.04)), p("line", stones, line=True), p("wood", box(-0.46, -1.10, -0.38, -0.44), box(0.38, -1.10, 0.46, -0.44), limb([(-0.5, -0.84), (0.5, -0.84)], [0.04, 0.04]), limb([(0, -0.84), (0, -0.5)], [0.012, 0.012])), p("accent", polygon([(-0.66, -1.06), (0, -1.44), (0.66, -1.06)]))), 0.78)  # fmt: skip


def fountain() -> Thing:
    jets = gather(limb([(0, -1.0), (d * 0.5, -1.24), (d, -0.62)], [0.02, 0.026, 0.012]) for d in (-0.44, -0.22, 0.22, 0.44))
    return Thing((p("glass", jets, alpha=0.8), p("steel", spline([(-0.9, -0.28, 0.8), (-0.76, 0, 0.7), (0.76, 0, 0.7), (0.9, -0.28, 0.8)]), limb([(0, -0.2), (0, -0.68)], [0.12, 0.07]), spline([(-0.46, -0.70, 0.8), (0, -0.54), (0.46, -0.70, 0.8)]), limb([(0, -0.68), (0, -0.98)], [0.05, 0.03])), p("glass", oval(0, -0.28, 0.84, 0.05))), 0.70)  # fmt: skip


def fence() -> Thing:
    return Thing((p("wood", *(polygon([(x - 0.07, 0), (x - 0.07, -0.78), (x, -0.90), (x + 0.07, -0.78), (x + 0.07, 0)]) for x in (-0.8, -0.4, 0, 0.4, 0.8)), box(-1, -0.62, 1, -0.54), box(-1, -0.28, 1, -0.20)),), 0.40)  # fmt: skip


def signpost() -> Thing:
    return Thing((p("wood", limb([(0, 0), (0, -1.3)], [0.045, 0.04]), polygon([(-0.06, -1.2), (0.60, -1.2), (0.74, -1.09), (0.60, -0.98), (-0.06, -0.98)]), polygon([(0.06, -0.90), (-0.56, -0.90), (-0.70, -0.79), (-0.56, -0.68), (0.06, -0.68)])), p("line", limb([(0.06, -1.09), (0.5, -1.09)], [0.012, 0.012]), limb([(-0.46, -0.79), (-0.02, -0.79)], [0.012, 0.012]), line=True)), 0.76)  # fmt: skip


def tent() -> Thing:
    return Thing((p("linen", polygon([(-1.0, 0), (0, -1.1), (1.0, 0)])), p("dark", polygon([(-0.26, 0), (0, -0.9), (0.26, 0)])), p("accent", polygon([(0, -1.1), (0.30, -1.22), (0, -1.30)]), polygon([(-0.26, 0), (0, -0.9), (-0.06, -0.3)])), p("line", limb([(0, -1.0), (0, -1.32)], [0.014, 0.014]))), 0.90)  # fmt: skip


def campfire() -> Thing:
    return Thing((p("wood", limb([(-0.5, -0.04), (0.4, -0.16)], [0.06, 0.06]), limb([(0.5, -0.04), (-0.4, -0.16)], [0.06, 0.06])), p("accent", spline([(-0.32, -0.14), (-0.24, -0.56), (-0.06, -0.44), (0.0, -0.92, 0.8), (0.18, -0.46), (0.30, -0.62, 0.6), (0.30, -0.14)]), alpha=0.9), p("fire", spline([(-0.18, -0.14), (-0.08, -0.44), (0.02, -0.60, 0.7), (0.14, -0.36), (0.16, -0.14)]))), 0.26)  # fmt: skip


def log() -> Thing:
    return Thing((p("wood", box(-0.9, -0.40, 0.8, 0, 0.14)), p("linen", oval(0.80, -0.2, 0.11, 0.2)), p("wood", ring(0.80, -0.2, 0.06, 0.018)), p("line", *(limb([(-0.7 + 0.3 * i, -0.3 + 0.09 * (i % 3)), (-0.4 + 0.3 * i, -0.3 + 0.09 * (i % 3))], [0.008, 0.008]) for i in range(4)), line=True)), 0.20)  # fmt: skip


def stone() -> Thing:
    return Thing((p("steel", spline([(-0.7, 0, 0.5), (-0.62, -0.36), (-0.2, -0.62), (0.3, -0.54), (0.66, -0.24), (0.72, 0, 0.5)])), p("line", limb([(-0.3, -0.46), (-0.1, -0.28), (0.1, -0.32)], [0.006, 0.012, 0.006]), line=True, alpha=0.6)), 0.24)  # fmt: skip


def bush() -> Thing:
    return Thing((p("green", *(circle(x, y, r) for x, y, r in ((-0.5, -0.3, 0.3), (0.5, -0.3, 0.3), (0, -0.4, 0.42), (-0.26, -0.62, 0.26), (0.28, -0.60, 0.26)))), p("accent", *(circle(x, y, 0.045) for x, y in ((-0.4, -0.4), (0.1, -0.6), (0.4, -0.3), (-0.1, -0.2), (0.2, -0.4))))), 0.36)  # fmt: skip


def beehive() -> Thing:
    return Thing((p("gold", *(oval(0, -0.14 - 0.16 * i, 0.46 - 0.02 * i * i, 0.11) for i in range(5))), p("dark", oval(0, -0.12, 0.10, 0.07), line=True), p("wood", box(-0.56, -0.04, 0.56, 0.02))), 0.28)  # fmt: skip


def cage() -> Thing:
    bars = gather([*(limb([(x, -0.1), (x, -0.7), (x * 0.4, -1.0)], [0.014] * 3) for x in (-0.4, -0.2, 0, 0.2, 0.4)), box(-0.46, -0.12, 0.46, 0, 0.02), ring(0, -1.1, 0.09, 0.03), limb([(-0.42, -0.6), (0.42, -0.6)], [0.014, 0.014])])  # fmt: skip
    return Thing((p("accent", spline([(-0.16, -0.30), (0.0, -0.46), (0.16, -0.42), (0.22, -0.36), (0.08, -0.22), (-0.24, -0.2, 0.8)])), p("gold", bars)), 0.32, (0, -1.1), True)  # fmt: skip


def cupboard() -> Thing:
    return Thing((p("wood", box(-0.56, -1.4, 0.56, 0, 0.02), box(-0.64, -1.48, 0.64, -1.38, 0.02), box(-0.60, -0.06, 0.60, 0)), p("line", outline(-0.48, -1.30, -0.03, -0.14, 0.016), outline(0.03, -1.30, 0.48, -0.14, 0.016), line=True), p("gold", circle(-0.08, -0.72, 0.03), circle(0.08, -0.72, 0.03))), 1.0)  # fmt: skip


def shelf() -> Thing:
    books = gather(box(-0.46 + 0.105 * i, -0.36 - 0.42 * r - 0.05 * ((i * 7 + r) % 3), -0.37 + 0.105 * i, -0.10 - 0.42 * r) for i in range(9) for r in range(3))  # fmt: skip
    return Thing((p("wood", box(-0.56, -1.44, 0.56, 0, 0.02)), p("dark", *(box(-0.49, -0.46 - 0.42 * r, 0.49, -0.09 - 0.42 * r) for r in range(3))), p("accent", books)), 1.0)  # fmt: skip


def throne() -> Thing:
    return Thing((p("gold", box(-0.40, -1.3, 0.40, -0.40, 0.06), spline([(-0.44, -1.26, 0.7), (-0.3, -1.46, 0.9), (0, -1.36), (0.3, -1.46, 0.9), (0.44, -1.26, 0.7)]), *(circle(x, y, 0.06) for x, y in ((-0.4, -1.44), (0.4, -1.44), (0, -1.54))), box(-0.5, -0.72, -0.38, 0), box(0.38, -0.72, 0.5, 0)), p("accent", box(-0.30, -1.16, 0.30, -0.50, 0.06), box(-0.42, -0.50, 0.42, -0.36, 0.04)), p("gold", box(-0.44, -0.38, 0.44, -0.28))), 0.86)  # fmt: skip


def sofa() -> Thing:
    return Thing((p("accent", spline([(-0.9, -0.40), (-0.84, -0.84), (0, -0.94), (0.84, -0.84), (0.9, -0.40)]), box(-0.92, -0.46, 0.92, -0.12, 0.08), spline([(-1.1, -0.12, 0.6), (-1.14, -0.60), (-0.92, -0.66), (-0.82, -0.46), (-0.84, -0.12, 0.6)]), spline([(1.1, -0.12, 0.6), (1.14, -0.60), (0.92, -0.66), (0.82, -0.46), (0.84, -0.12, 0.6)])), p("line", limb([(-0.8, -0.42), (0.8, -0.42)], [0.012, 0.012]), line=True), p("wood", *(limb([(x, -0.12), (x * 1.02, 0)], [0.04, 0.025]) for x in (-0.9, 0.9)))), 0.46)  # fmt: skip


def bench() -> Thing:
    return Thing((p("wood", *(box(-0.9, y, 0.9, y + 0.10, 0.02) for y in (-0.92, -0.74)), box(-0.96, -0.48, 0.96, -0.38, 0.02), *(limb([(x, -0.94), (x * 0.98, 0)], [0.035, 0.04]) for x in (-0.78, 0.78))),), 0.44)  # fmt: skip


def bath() -> Thing:
    return Thing((p("linen", spline([(-0.9, -0.56, 0.7), (-0.74, -0.10), (-0.4, -0.06), (0.4, -0.06), (0.74, -0.10), (0.9, -0.56, 0.7)])), p("glass", *(circle(x, y, r) for x, y, r in ((-0.4, -0.62, 0.12), (-0.14, -0.68, 0.15), (0.18, -0.64, 0.13), (0.44, -0.60, 0.09)))), p("gold", *(circle(x, -0.03, 0.06) for x in (-0.5, 0.5)))), 0.36)  # fmt: skip


def knife() -> Thing:
    return Thing((p("steel", spline([(-0.05, -0.34, 0.8), (-0.07, -0.8), (0.03, -1.06, 0.9), (0.07, -0.34, 0.8)])), p("wood", box(-0.07, -0.36, 0.07, 0, 0.04))), 0.14, (0, -0.16))  # fmt: skip


def cannon() -> Thing:
    return Thing((p("dark", limb([(-0.8, -0.40), (-0.2, -0.50), (0.9, -0.72)], [0.17, 0.17, 0.12]), circle(-0.9, -0.38, 0.07), limb([(0.86, -0.72), (0.96, -0.74)], [0.15, 0.15])), p("wood", limb([(-0.2, -0.4), (-0.9, -0.04)], [0.07, 0.05])), _wheel(-0.1, -0.32, 0.32)), 0.44)  # fmt: skip


def flag() -> Thing:
    return Thing((p("wood", limb([(-0.5, 0), (-0.5, -1.5)], [0.03, 0.022])), p("gold", circle(-0.5, -1.53, 0.05)), p("accent", spline([(-0.48, -1.46, 0.9), (-0.1, -1.36), (0.3, -1.50), (0.7, -1.42, 0.9), (0.66, -0.92, 0.9), (0.3, -1.0), (-0.1, -0.86), (-0.48, -0.96, 0.9)]))), 0.95, (-0.5, -0.5))  # fmt: skip


def helm() -> Thing:
    return Thing((p("steel", spline([(-0.40, 0, 0.7), (-0.44, -0.5), (-0.2, -0.86), (0.2, -0.86), (0.44, -0.5), (0.40, 0, 0.7)])), p("dark", box(-0.36, -0.46, 0.36, -0.38, 0.03), *(box(x - 0.02, -0.28, x + 0.02, -0.10) for x in (-0.2, -0.07, 0.07, 0.2)), line=True), p("accent", limb([(0, -0.86), (-0.3, -1.1), (-0.6, -0.9)], [0.05, 0.10, 0.03]))), 0.17)  # fmt: skip


def snowman() -> Thing:
    return Thing((p("linen", circle(0, -0.34, 0.36), circle(0, -0.84, 0.26), circle(0, -1.22, 0.19)), p("dark", box(-0.15, -1.64, 0.15, -1.38, 0.02), box(-0.26, -1.41, 0.26, -1.36, 0.02), circle(-0.06, -1.26, 0.025), circle(0.08, -1.26, 0.025), *(circle(0.02, y, 0.028) for y in (-0.94, -0.80, -0.44))), p("accent", polygon([(0.02, -1.22), (0.28, -1.17), (0.02, -1.16)])), p("wood", limb([(-0.22, -0.9), (-0.56, -1.1)], [0.02, 0.012]), limb([(0.22, -0.9), (0.58, -1.06)], [0.02, 0.012]))), 0.64)  # fmt: skip


def cross() -> Thing:
    return Thing((p("steel", box(-0.10, -1.1, 0.10, 0), box(-0.40, -0.86, 0.40, -0.68), spline([(-0.34, 0, 0.8), (-0.26, -0.14, 0.7), (0.26, -0.14, 0.7), (0.34, 0, 0.8)])),), 0.55)  # fmt: skip


def web() -> Thing:
    rays = [(math.cos(a) * 0.7, -0.7 + math.sin(a) * 0.7) for a in (i * math.tau / 9 for i in range(9))]
    rings = gather(limb([(x * k, -0.7 + (y + 0.7) * k) for x, y in (*rays, rays[0])], [0.008] * 10) for k in (0.3, 0.55, 0.8))
    return Thing((p("line", rings, *(limb([(0, -0.7), end], [0.008, 0.008]) for end in rays)),), 0.4)


def shell() -> Thing:
    ribs = gather(limb([(0, -0.06), (0.34 * i / 3, -0.62 + 0.03 * abs(i))], [0.008, 0.012]) for i in range(-3, 4))
    return Thing((p("linen", spline([(0, 0), (-0.48, -0.32), (-0.42, -0.62), (0, -0.74), (0.42, -0.62), (0.48, -0.32)])), p("accent", ribs, line=True)), 0.08)  # fmt: skip


def feather() -> Thing:
    return Thing((p("linen", place(leaf(1.0, 0.24), 0, 0, -70)), p("line", limb([(-0.06, 0.16), (0.0, 0.0), (0.33, -0.92)], [0.02, 0.018, 0.006]), line=True)), 0.14, (0, 0))  # fmt: skip


def bone() -> Thing:
    return Thing((p("linen", limb([(-0.5, -0.18), (0.5, -0.18)], [0.09, 0.09]), *(circle(x, y, 0.13) for x in (-0.56, 0.56) for y in (-0.27, -0.09))),), 0.09)  # fmt: skip


def chess() -> Thing:
    squares = gather(box(-0.8 + 0.2 * i, -0.16, -0.6 + 0.2 * i, -0.06) for i in range(0, 8, 2))
    pawns = gather([*(circle(x, -0.48, 0.075) for x in (-0.5, 0.1, 0.5)), *(spline([(x - 0.11, -0.16, 0.7), (x, -0.48), (x + 0.11, -0.16, 0.7)]) for x in (-0.5, 0.1, 0.5))])  # fmt: skip
    return Thing((p("wood", box(-0.84, -0.16, 0.84, 0, 0.02)), p("linen", squares, line=True), p("dark", pawns)), 0.12)


def desk() -> Thing:
    return Thing((p("wood", box(-0.96, -1.0, 0.96, -0.90, 0.02), box(-0.88, -0.92, -0.44, 0), box(0.44, -0.92, 0.88, 0), box(-0.46, -0.92, 0.46, -0.74)), p("line", *(outline(x, y, x + 0.32, y + 0.22, 0.014) for x in (-0.82, 0.50) for y in (-0.84, -0.58, -0.32)), line=True), p("gold", *(circle(x + 0.16, y + 0.11, 0.026) for x in (-0.82, 0.50) for y in (-0.84, -0.58, -0.32)))), 0.44)  # fmt: skip


def gate() -> Thing:
    return Thing((p("steel", box(-0.86, -1.2, -0.68, 0), box(0.68, -1.2, 0.86, 0), circle(-0.77, -1.28, 0.12), circle(0.77, -1.28, 0.12)), p("dark", *(limb([(x, -0.04), (x, -1.0 - 0.2 * (1 - abs(x) / 0.68))], [0.018, 0.016]) for x in (-0.56, -0.40, -0.24, -0.08, 0.08, 0.24, 0.40, 0.56)), box(-0.68, -0.30, 0.68, -0.25), box(-0.68, -0.90, 0.68, -0.85))), 0.86)  # fmt: skip


GEAR = {
    "cart": cart, "wagon": wagon, "barrow": barrow, "sledge": sledge, "bicycle": bicycle, "car": car, "locomotive": locomotive, "balloon": balloon, "rocket": rocket, "anchor": anchor, "oar": oar, "net": net, "hammer": hammer, "spade": spade, "hayfork": fork_hay,
    "scythe": scythe, "saw": saw, "anvil": anvil, "ladder": ladder, "wheel": wheel, "mill": mill, "well": well, "fountain": fountain, "fence": fence, "signpost": signpost, "tent": tent, "campfire": campfire, "log": log, "stone": stone, "bush": bush, "beehive": beehive, "cage": cage,
    "cupboard": cupboard, "shelf": shelf, "throne": throne, "sofa": sofa, "bench": bench, "bath": bath, "knife": knife, "cannon": cannon, "flag": flag, "helmet": helm, "snowman": snowman, "cross": cross, "web": web, "shell": shell, "feather": feather, "bone": bone, "chess": chess,
    "desk": desk, "gate": gate,
}  # fmt: skip
