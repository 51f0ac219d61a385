"""Household things, food and instruments in the paper language."""

import math

from litink_app.studio.illustrator.curves import box, circle, gather, leaf, limb, oval, place, polygon, spline
from litink_app.studio.illustrator.things import Thing, outline, p, ring


def plate() -> Thing:
    return Thing((p("linen", spline([(-0.9, -0.22), (-0.5, -0.04), (0.5, -0.04), (0.9, -0.22), (0.0, -0.30)])), p("accent", limb([(-0.8, -0.20), (0.0, -0.14), (0.8, -0.20)], [0.012, 0.02, 0.012]), line=True)), 0.10, (-0.6, -0.15))  # fmt: skip


def bowl() -> Thing:
    return Thing((p("accent", spline([(-0.62, -0.56, 0.7), (-0.48, -0.16), (-0.2, 0.0, 0.5), (0.2, 0.0, 0.5), (0.48, -0.16), (0.62, -0.56, 0.7)])), p("linen", oval(0, -0.56, 0.60, 0.11)), p("linen", limb([(-0.54, -0.36), (0, -0.28), (0.54, -0.36)], [0.012, 0.02, 0.012]), line=True)), 0.10, (-0.5, -0.4))  # fmt: skip


def spoon() -> Thing:
    return Thing((p("steel", oval(0, -0.84, 0.13, 0.18), limb([(0, -0.68), (0, -0.3), (0, 0)], [0.03, 0.03, 0.05])),), 0.10, (0, -0.2))


def fork() -> Thing:
    return Thing((p("steel", limb([(0, 0), (0, -0.55)], [0.05, 0.03]), box(-0.14, -0.66, 0.14, -0.55, 0.03), *(box(x - 0.022, -1.0, x + 0.022, -0.6, 0.02) for x in (-0.11, 0, 0.11))),), 0.10, (0, -0.2))  # fmt: skip


def pan() -> Thing:
    return Thing((p("dark", spline([(-0.6, -0.26, 0.6), (-0.5, 0.0, 0.6), (0.3, 0.0, 0.6), (0.4, -0.26, 0.6)]), limb([(0.36, -0.22), (1.1, -0.40)], [0.05, 0.045])),), 0.10, (0.9, -0.34))  # fmt: skip


def bucket() -> Thing:
    return Thing((p("steel", limb([(-0.40, -0.74), (-0.34, -1.06), (0.0, -1.18), (0.34, -1.06), (0.40, -0.74)], [0.018] * 5), spline([(-0.44, -0.76, 0.8), (-0.32, 0.0, 0.8), (0.32, 0.0, 0.8), (0.44, -0.76, 0.8)])), p("dark", oval(0, -0.76, 0.43, 0.07)), p("line", limb([(-0.40, -0.52), (0, -0.46), (0.40, -0.52)], [0.01, 0.016, 0.01]), line=True)), 0.17, (0, -1.16), True)  # fmt: skip


def vase() -> Thing:
    stems = gather(limb([(0.02 * i, -0.7), (0.14 * i, -1.0), (0.22 * i, -1.24)], [0.014, 0.012, 0.01]) for i in (-2, -1, 0, 1, 2))
    blooms = gather(place(leaf(1.0, 0.34), 0.22 * i, -1.26 - 0.03 * (i % 2), k * 60, 0.13) for i in (-2, -1, 0, 1, 2) for k in range(6))
    return Thing((p("green", stems), p("accent", blooms), p("second", spline([(-0.14, -0.78, 0.6), (-0.30, -0.42), (-0.14, 0.0, 0.6), (0.14, 0.0, 0.6), (0.30, -0.42), (0.14, -0.78, 0.6)]))), 0.20, (0, -0.4))  # fmt: skip


def cheese() -> Thing:
    return Thing((p("gold", polygon([(-0.7, 0), (0.7, 0), (0.7, -0.32), (-0.7, -0.62)])), p("wood", circle(-0.2, -0.18, 0.08), circle(0.3, -0.14, 0.06), circle(-0.45, -0.36, 0.06), line=True, alpha=0.5)), 0.08)  # fmt: skip


def meat() -> Thing:
    return Thing((p("linen", limb([(0.4, -0.34), (0.86, -0.40)], [0.06, 0.05]), circle(0.90, -0.46, 0.08), circle(0.92, -0.35, 0.08)), p("wood", spline([(-0.7, -0.18), (-0.5, -0.56), (0.0, -0.66), (0.46, -0.40), (0.30, -0.10), (-0.3, 0.0)])), p("accent", spline([(-0.5, -0.30), (-0.2, -0.52), (0.1, -0.46), (-0.1, -0.36)]), alpha=0.5)), 0.10)  # fmt: skip


def grapes() -> Thing:
    beads = gather(circle(0.16 * (i - (3 - row) / 2) + 0.0, -0.62 + 0.17 * row, 0.105) for row in range(4) for i in range(4 - row))
    return Thing((p("wood", limb([(0.0, -0.70), (0.05, -0.92)], [0.02, 0.014])), p("green", place(leaf(1.0, 0.5), 0.05, -0.80, -10, 0.36)), p("second", beads)), 0.09, (0, -0.9), True)  # fmt: skip


def pear() -> Thing:
    return Thing((p("green", spline([(0.0, -0.90), (-0.14, -0.60), (-0.36, -0.28), (-0.2, 0.0), (0.2, 0.0), (0.36, -0.28), (0.14, -0.60)]), place(leaf(1.0, 0.4), 0.02, -0.92, -30, 0.26)), p("wood", limb([(0.0, -0.88), (0.04, -1.06)], [0.02, 0.014]))), 0.07)  # fmt: skip


def egg() -> Thing:
    return Thing((p("linen", spline([(0, -0.96), (-0.30, -0.58), (-0.34, -0.24), (0, 0), (0.34, -0.24), (0.30, -0.58)])),), 0.06, (0, -0.3))


def nest() -> Thing:
    twigs = gather(limb([(-0.7 + 0.07 * i, -0.36 + 0.05 * (i % 3)), (0, -0.06 - 0.05 * (i % 4)), (0.7 - 0.05 * i, -0.34 + 0.05 * (i % 2))], [0.02, 0.03, 0.02]) for i in range(8))  # fmt: skip
    return Thing((p("linen", oval(-0.2, -0.42, 0.15, 0.19), oval(0.12, -0.44, 0.15, 0.19)), p("wood", spline([(-0.76, -0.38), (-0.4, 0.0), (0.4, 0.0), (0.76, -0.38), (0, -0.28)]), twigs)), 0.10)  # fmt: skip


def pumpkin() -> Thing:
    ribs = gather(oval(x, -0.36, 0.26, 0.36) for x in (-0.42, 0.42, -0.2, 0.2, 0.0))
    return Thing((p("accent", ribs), p("line", *(limb([(x, -0.66), (x * 1.5, -0.36), (x, -0.04)], [0.006, 0.012, 0.006]) for x in (-0.3, -0.1, 0.1, 0.3)), line=True, alpha=0.5), p("green", limb([(0, -0.68), (0.04, -0.80), (0.14, -0.86)], [0.06, 0.04, 0.03]))), 0.20)  # fmt: skip


def corn() -> Thing:
    stalks = gather(limb([(0.06 * i, 0), (0.10 * i, -0.5), (0.20 * i, -0.86)], [0.014, 0.012, 0.010]) for i in range(-4, 5))
    ears = gather(place(leaf(0.24, 0.36), 0.19 * i, -0.82, -90 + 12 * i) for i in range(-4, 5))
    return Thing((p("gold", stalks, ears), p("wood", limb([(-0.16, -0.40), (0.16, -0.36)], [0.03, 0.03]))), 0.34)


def jar() -> Thing:
    return Thing((p("glass", box(-0.34, -0.78, 0.34, 0, 0.10), alpha=0.75), p("accent", box(-0.29, -0.52, 0.29, -0.05, 0.08)), p("wood", box(-0.30, -0.92, 0.30, -0.76, 0.04)), p("linen", box(-0.22, -0.44, 0.22, -0.20, 0.02))), 0.12)  # fmt: skip


def tray() -> Thing:
    return Thing((p("steel", spline([(-1.0, -0.14, 0.6), (-0.86, 0.0, 0.6), (0.86, 0.0, 0.6), (1.0, -0.14, 0.6)])), p("linen", spline([(-0.62, -0.12, 0.6), (-0.56, -0.40), (-0.2, -0.40), (-0.14, -0.12, 0.6)]), circle(0.4, -0.26, 0.15), ring(0.58, -0.26, 0.08, 0.03))), 0.09, (-0.8, -0.06))  # fmt: skip


def candelabra() -> Thing:
    arms = gather([limb([(0, 0), (0, -0.7)], [0.07, 0.035]), limb([(-0.42, -0.78), (-0.36, -0.56), (0, -0.46), (0.36, -0.56), (0.42, -0.78)], [0.03] * 5), spline([(-0.26, 0, 0.6), (0, -0.16), (0.26, 0, 0.6)])])  # fmt: skip
    return Thing((p("gold", arms), p("linen", *(box(x - 0.05, y - 0.26, x + 0.05, y, 0.02) for x, y in ((-0.42, -0.78), (0, -0.70), (0.42, -0.78)))), p("fire", *(spline([(x, y - 0.46, 0.9), (x + 0.06, y - 0.32), (x, y - 0.26), (x - 0.06, y - 0.32)]) for x, y in ((-0.42, -0.78), (0, -0.70), (0.42, -0.78))))), 0.26)  # fmt: skip


def needle() -> Thing:
    return Thing((p("accent", oval(-0.2, -0.3, 0.30, 0.26), *(limb([(-0.44, -0.3 + d), (-0.2, -0.2 + d), (0.06, -0.3 + d)], [0.01, 0.02, 0.01]) for d in (-0.1, 0.06))), p("steel", limb([(0.0, -0.1), (0.8, -0.9)], [0.02, 0.012])), p("accent", limb([(0.06, -0.3), (0.5, 0.0), (0.78, -0.5), (0.78, -0.86)], [0.012] * 4))), 0.09)  # fmt: skip


def wheel_spinning() -> Thing:
    spokes = gather(limb([(0.34, -0.62), (0.34 + 0.40 * math.cos(a), -0.62 + 0.40 * math.sin(a))], [0.014, 0.014]) for a in (i * math.pi / 5 for i in range(10)))  # fmt: skip
    return Thing((p("wood", ring(0.34, -0.62, 0.42, 0.06), spokes, limb([(-0.9, -0.40), (0.6, -0.20)], [0.05, 0.05]), limb([(-0.7, -0.38), (-0.8, 0)], [0.04, 0.03]), limb([(0.4, -0.24), (0.5, 0)], [0.04, 0.03]), limb([(-0.4, -0.34), (-0.3, 0)], [0.035, 0.03]), limb([(-0.7, -0.40), (-0.74, -1.1)], [0.03, 0.02])), p("linen", oval(-0.75, -1.0, 0.10, 0.17))), 0.50)  # fmt: skip


def harp() -> Thing:
    strings = gather(limb([(-0.20 + 0.09 * i, -0.16 - 0.03 * i), (-0.20 + 0.09 * i, -1.0 + 0.07 * i)], [0.006, 0.006]) for i in range(7))
    return Thing((p("gold", limb([(-0.34, 0), (-0.36, -0.6), (-0.32, -1.1)], [0.05, 0.04, 0.05]), limb([(-0.34, -1.1), (-0.06, -0.96), (0.2, -0.72), (0.48, -0.70)], [0.05, 0.045, 0.045, 0.05]), limb([(0.48, -0.70), (0.1, -0.26), (-0.34, 0)], [0.04, 0.07, 0.10])), p("line", strings, line=True)), 0.62, (-0.34, -0.5))  # fmt: skip


def flute() -> Thing:
    return Thing((p("wood", limb([(-0.9, -0.1), (0.9, -0.1)], [0.045, 0.05])), p("dark", *(circle(-0.3 + 0.2 * i, -0.11, 0.02) for i in range(6)), line=True)), 0.10, (0.3, -0.1))  # fmt: skip


def trumpet() -> Thing:
    return Thing((p("gold", limb([(-0.8, -0.3), (0.3, -0.3), (0.62, -0.3), (0.92, -0.30)], [0.03, 0.035, 0.08, 0.22]), outline(-0.4, -0.42, 0.3, -0.14, 0.04), *(box(x, -0.56, x + 0.05, -0.3, 0.02) for x in (-0.2, -0.08, 0.04))),), 0.13, (-0.1, -0.3))  # fmt: skip


def guitar() -> Thing:
    return Thing((p("wood", oval(0, -0.22, 0.30, 0.24), oval(0, -0.54, 0.22, 0.18), limb([(0, -0.6), (0, -1.2)], [0.05, 0.04]), box(-0.08, -1.34, 0.08, -1.18, 0.03)), p("dark", circle(0, -0.46, 0.10), box(-0.12, -0.2, 0.12, -0.16), line=True), p("line", *(limb([(x, -0.18), (x * 0.6, -1.2)], [0.005, 0.005]) for x in (-0.05, -0.015, 0.02, 0.055)), line=True)), 0.42, (0, -0.9))  # fmt: skip


def piano() -> Thing:
    keys = gather(box(-0.66 + 0.094 * i, -0.56, -0.60 + 0.094 * i, -0.50) for i in range(14))
    return Thing((p("wood", box(-0.8, -1.06, 0.8, -0.60, 0.03), box(-0.84, -0.62, 0.84, -0.44, 0.02), box(-0.78, -0.46, 0.78, -0.06), box(-0.82, -0.44, -0.72, 0), box(0.72, -0.44, 0.82, 0), box(-0.86, -1.10, 0.86, -1.04, 0.02)), p("linen", box(-0.72, -0.57, 0.72, -0.50), box(-0.24, -0.92, 0.24, -0.66)), p("dark", keys, line=True), p("line", outline(-0.7, -0.40, 0.7, -0.12, 0.012), line=True)), 0.66)  # fmt: skip


def bell() -> Thing:
    return Thing((p("gold", spline([(-0.42, -0.12, 0.8), (-0.28, -0.30), (-0.22, -0.66), (0, -0.84), (0.22, -0.66), (0.28, -0.30), (0.42, -0.12, 0.8)]), circle(0, -0.07, 0.09), ring(0, -0.92, 0.08, 0.04)),), 0.14, (0, -0.92), True)  # fmt: skip


def thimble() -> Thing:
    return Thing((p("steel", spline([(-0.30, 0, 0.8), (-0.24, -0.6), (0, -0.74), (0.24, -0.6), (0.30, 0, 0.8)])), p("line", *(circle(x, y, 0.02) for x in (-0.12, 0, 0.12) for y in (-0.3, -0.42, -0.54)), line=True)), 0.05)  # fmt: skip


def gloves() -> Thing:
    hand = spline([(-0.18, 0, 0.7), (-0.24, -0.40), (-0.42, -0.50), (-0.38, -0.60), (-0.20, -0.56), (-0.20, -0.86), (-0.10, -0.90), (-0.04, -0.94), (0.06, -0.92), (0.14, -0.86), (0.20, -0.56), (0.18, 0, 0.7)])  # fmt: skip
    return Thing((p("linen", place(hand, 0.18, 0, 12)), p("linen", place(hand, -0.14, 0, -6)), p("line", limb([(-0.30, -0.14), (0.02, -0.12)], [0.01, 0.01]), line=True)), 0.10)  # fmt: skip


def boots() -> Thing:
    boot = spline([(-0.26, 0, 0.7), (-0.24, -0.9, 0.8), (0.06, -0.9, 0.8), (0.06, -0.34), (0.34, -0.22), (0.42, 0, 0.7)])
    return Thing((p("wood", place(boot, 0.16, 0)), p("wood", place(boot, -0.2, 0.02)), p("dark", box(-0.46, -0.02, 0.22, 0.04), box(-0.10, -0.04, 0.58, 0.02))), 0.15)  # fmt: skip


def cradle() -> Thing:
    return Thing((p("wood", spline([(-0.9, -0.66, 0.8), (-0.74, -0.12, 0.6), (0.74, -0.12, 0.6), (0.86, -0.56, 0.8)]), spline([(-0.94, -0.64, 0.6), (-0.98, -1.1), (-0.5, -1.12), (-0.34, -0.62, 0.6)]), limb([(-0.8, -0.02), (0, 0.0), (0.8, -0.02)], [0.03, 0.06, 0.03])), p("linen", spline([(-0.5, -0.62), (0.0, -0.76), (0.84, -0.58), (0.7, -0.50), (-0.5, -0.50)]))), 0.34)  # fmt: skip


def doll() -> Thing:
    return Thing((p("accent", spline([(-0.06, -0.66), (-0.34, -0.12, 0.7), (0.34, -0.12, 0.7), (0.06, -0.66)]), *(limb([(d * 0.06, -0.60), (d * 0.30, -0.42)], [0.05, 0.035]) for d in (-1, 1))), p("skin", circle(0, -0.80, 0.15), *(limb([(d * 0.10, -0.12), (d * 0.10, 0)], [0.04, 0.04]) for d in (-1, 1))), p("hair", spline([(-0.17, -0.76), (-0.16, -0.96), (0.16, -0.96), (0.17, -0.76), (0.08, -0.88), (-0.08, -0.88)]))), 0.16)  # fmt: skip


def kite() -> Thing:
    return Thing((p("accent", polygon([(0, -1.5), (0.36, -1.1), (0, -0.5), (-0.36, -1.1)])), p("linen", polygon([(0, -1.5), (0.36, -1.1), (0, -1.1)]), polygon([(0, -0.5), (-0.36, -1.1), (0, -1.1)]), alpha=0.7), p("line", limb([(0, -0.5), (0.12, -0.3), (-0.08, -0.16), (0.04, 0)], [0.012] * 4))), 0.5)  # fmt: skip


def globe() -> Thing:
    return Thing((p("wood", spline([(-0.3, 0, 0.7), (0, -0.14), (0.3, 0, 0.7)]), limb([(0, -0.1), (0, -0.26)], [0.05, 0.04])), p("steel", circle(0, -0.62, 0.36)), p("green", spline([(-0.26, -0.80), (-0.02, -0.88), (0.0, -0.66), (-0.18, -0.54)]), spline([(0.06, -0.60), (0.26, -0.66), (0.24, -0.46), (0.10, -0.38)])), p("gold", limb([(-0.20, -1.0), (-0.46, -0.62), (-0.16, -0.24)], [0.02, 0.024, 0.02]))), 0.24)  # fmt: skip


def picture() -> Thing:
    return Thing((p("gold", box(-0.6, -1.0, 0.6, 0, 0.02)), p("steel", box(-0.48, -0.88, 0.48, -0.12)), p("green", spline([(-0.48, -0.12, 0.8), (-0.48, -0.40, 0.6), (-0.1, -0.54), (0.2, -0.36), (0.48, -0.50, 0.6), (0.48, -0.12, 0.8)])), p("fire", circle(0.2, -0.70, 0.08))), 0.30)  # fmt: skip


def flask() -> Thing:
    return Thing((p("glass", spline([(-0.09, -1.0, 0.8), (-0.09, -0.56), (-0.44, -0.06), (-0.36, 0, 0.6), (0.36, 0, 0.6), (0.44, -0.06), (0.09, -0.56), (0.09, -1.0, 0.8)]), box(-0.13, -1.04, 0.13, -0.98, 0.02), alpha=0.8), p("accent", spline([(-0.24, -0.32, 0.7), (-0.42, -0.06), (-0.34, -0.02, 0.6), (0.34, -0.02, 0.6), (0.42, -0.06), (0.24, -0.32, 0.7)]), alpha=0.9)), 0.14)  # fmt: skip


def scales() -> Thing:
    pans = gather(spline([(x - 0.26, -0.36, 0.7), (x, -0.24), (x + 0.26, -0.36, 0.7)]) for x in (-0.6, 0.6))
    return Thing((p("gold", limb([(0, 0), (0, -1.0)], [0.05, 0.03]), spline([(-0.3, 0, 0.7), (0, -0.12), (0.3, 0, 0.7)]), limb([(-0.62, -0.92), (0, -1.0), (0.62, -0.92)], [0.02, 0.03, 0.02]), circle(0, -1.04, 0.05), pans, *(limb([(x, -0.92), (x + d, -0.36)], [0.006, 0.006]) for x in (-0.6, 0.6) for d in (-0.24, 0.24))),), 0.28)  # fmt: skip


def microscope() -> Thing:
    return Thing((p("dark", box(-0.34, -0.10, 0.34, 0, 0.03), limb([(0.24, -0.06), (0.34, -0.44), (0.10, -0.72)], [0.05, 0.06, 0.05]), box(-0.26, -0.38, 0.12, -0.32)), p("gold", limb([(0.14, -0.98), (-0.08, -0.46)], [0.06, 0.07]), limb([(0.18, -1.06), (0.15, -1.0)], [0.075, 0.075]))), 0.22)  # fmt: skip


def typewriter() -> Thing:
    return Thing((p("dark", spline([(-0.6, 0, 0.8), (-0.52, -0.30, 0.6), (-0.36, -0.52, 0.6), (0.36, -0.52, 0.6), (0.52, -0.30, 0.6), (0.6, 0, 0.8)]), limb([(-0.56, -0.58), (0.56, -0.58)], [0.07, 0.07])), p("linen", box(-0.26, -1.0, 0.26, -0.56)), p("steel", *(circle(-0.36 + 0.12 * i + 0.06 * r, -0.26 + 0.09 * r, 0.035) for i in range(6) for r in range(2)), line=True)), 0.17)  # fmt: skip


def telephone() -> Thing:
    return Thing((p("dark", spline([(-0.34, 0, 0.7), (-0.2, -0.44), (0.2, -0.44), (0.34, 0, 0.7)]), limb([(-0.48, -0.46), (-0.3, -0.62), (0.3, -0.62), (0.48, -0.46)], [0.09, 0.06, 0.06, 0.09])), p("linen", circle(0, -0.2, 0.13)), p("dark", circle(0, -0.2, 0.05), line=True)), 0.11)  # fmt: skip


def present() -> Thing:
    return Thing((p("accent", box(-0.5, -0.7, 0.5, 0, 0.02), box(-0.55, -0.78, 0.55, -0.60, 0.02)), p("gold", box(-0.08, -0.78, 0.08, 0), spline([(0, -0.78, 1), (-0.34, -1.06), (-0.36, -0.82)]), spline([(0, -0.78, 1), (0.34, -1.06), (0.36, -0.82)]))), 0.17)  # fmt: skip


def ringed() -> Thing:
    return Thing((p("gold", ring(0, -0.36, 0.32, 0.10)), p("glass", polygon([(-0.14, -0.74), (0, -0.62), (0.14, -0.74), (0.08, -0.86), (-0.08, -0.86)]))), 0.05)  # fmt: skip


def necklace() -> Thing:
    beads = gather(
        circle(0.46 * math.cos(a), -0.56 + 0.50 * math.sin(a), 0.055) for a in (math.pi * (0.02 + 0.0685 * i) for i in range(15))
    )
    return Thing((p("linen", beads), p("accent", spline([(0, -0.08), (-0.09, 0.06), (0, 0.16), (0.09, 0.06)]))), 0.09, (0, -0.5), True)


def bed_curtain() -> Thing:
    return Thing((p("wood", *(box(x - 0.04, -1.5, x + 0.04, 0) for x in (-1.1, 1.1)), box(-1.2, -1.6, 1.2, -1.48, 0.02)), p("linen", box(-1.06, -0.62, 1.06, -0.40, 0.08)), p("accent", box(-1.06, -0.44, 1.06, -0.10), spline([(-1.12, -1.5, 0.8), (-0.66, -1.5, 0.8), (-0.86, -0.9), (-1.06, -0.6, 0.7)]), spline([(1.12, -1.5, 0.8), (0.66, -1.5, 0.8), (0.86, -0.9), (1.06, -0.6, 0.7)]))), 0.92)  # fmt: skip


WARES = {
    "plate": plate, "bowl": bowl, "spoon": spoon, "fork": fork, "pan": pan, "bucket": bucket, "vase": vase, "cheese": cheese, "meat": meat, "grapes": grapes, "pear": pear, "egg": egg, "nest": nest, "pumpkin": pumpkin, "corn": corn, "jar": jar, "tray": tray,
    "candelabra": candelabra, "needle": needle, "spinning-wheel": wheel_spinning, "harp": harp, "flute": flute, "trumpet": trumpet, "guitar": guitar, "piano": piano, "bell": bell, "thimble": thimble, "gloves": gloves, "boots": boots, "cradle": cradle, "doll": doll, "kite": kite,
    "globe": globe, "picture": picture, "flask": flask, "scales": scales, "microscope": microscope, "typewriter": typewriter, "telephone": telephone, "present": present, "ring": ringed, "necklace": necklace, "four-poster": bed_curtain,
}  # fmt: skip
