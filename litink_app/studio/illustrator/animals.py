"""What animals share: heads and how they sit on necks."""

from dataclasses import replace

import skia

from litink_app.studio.illustrator import muzzles
from litink_app.studio.illustrator.curves import Knot, Point, gather, limb, spline
from litink_app.studio.illustrator.muzzles import Muzzle
from litink_app.studio.illustrator.palette import Color, mix
from litink_app.studio.illustrator.pose import Pose, mouth_shape
from litink_app.studio.illustrator.puppet import Box, Inks, Part


def head_parts(m: Muzzle, ink: Inks, pose: Pose, coat: Color, pale: Color) -> tuple[list[Part], list[Part]]:
    """(parts behind the neck, parts of the head) in head units."""
    mouth = mouth_shape(pose.mouth)
    behind = [Part(spline(knots), mix(coat, ink.dark, 0.25)) for knots in m.behind]
    parts: list[Part] = []
    wet = mix(ink.dark, (0.5, 0.08, 0.1), 0.5)
    bill = m.hinge[0] > 0.1
    horn = muzzles.horns_of(m)
    horn_color = mix(ink.rim, (0.92, 0.55, 0.18), 0.6) if bill else mix(ink.linen, ink.dark, 0.25)
    if mouth.open > 0.05 and not bill:
        parts.append(Part(muzzles.jaw_of(replace(m, swing=m.swing * 0.5), mouth), wet, lift=0))
    parts.append(Part(muzzles.jaw_of(m, mouth), mix(horn_color, ink.dark, 0.2) if bill else mix(coat, ink.dark, 0.14), lift=0.2))
    if bill and horn is not None:
        parts.append(Part(horn, horn_color, lift=0.3))
    parts.append(Part(spline(m.skull), coat, lift=0.3))
    if m.pale:
        parts.append(Part(spline(m.pale), pale, 0.85, lift=0.0))
    parts += [Part(spline(k), mix(coat, ink.linen, 0.10) if len(m.mane) > 2 else mix(ink.hair, ink.dark, 0.2), lift=0.4) for k in m.mane]
    if horn is not None and not bill:
        parts.append(Part(horn, horn_color, lift=0.5))
    for knots in m.over:
        parts.append(Part(spline(knots), mix(coat, ink.dark, 0.06), lift=0.5))
        parts.append(Part(_inner(knots), mix(coat, (0.85, 0.5, 0.45), 0.35), 0.6, line=True))
    nose = muzzles.nose_of(m)
    if nose is not None:
        parts.append(Part(nose, ink.dark, line=True))
    parts.append(Part(muzzles.eye_of(m, pose.blink), ink.light, line=True))
    if pose.blink < 0.6:
        parts.append(Part(muzzles.pupil_of(m, pose.blink, pose.gaze), ink.dark, line=True))
    lines = [limb([a, ((a[0] + b[0]) / 2 + 0.01, (a[1] + b[1]) / 2), b], [0.004, 0.010, 0.004]) for a, b in m.stripes]
    if lines:
        parts.append(Part(gather(lines), mix(coat, ink.dark, 0.5), 0.8, line=True))
    whiskers = muzzles.whiskers_of(m)
    if whiskers is not None:
        parts.append(Part(whiskers, ink.line, 0.8, line=True))
    if mouth.open <= 0.05 and not bill:
        x, y = m.jaw[2][0], m.jaw[2][1]
        parts.append(
            Part(
                limb([(x, y - 0.005), (x - 0.12, y + 0.035), (x - 0.24, y + 0.03)], [0.004, 0.006, 0.002]),
                mix(coat, ink.dark, 0.6),
                0.9,
                line=True,
            )
        )
    return behind, parts


def seated(head: Point, size: float, tilt: float, drop: float = -0.10) -> skia.Matrix:
    """Puts a head of head units on a neck that ends at `head`."""
    matrix = skia.Matrix()
    matrix.setTranslate(0.10, drop)
    matrix.postScale(size, size)
    matrix.postRotate(tilt)
    matrix.postTranslate(head[0], head[1])
    return matrix


def box_of(head: Point, size: float, tilt: float, scale: float, drop: float = -0.10) -> Box:
    box = seated(head, size, tilt, drop).mapRect(skia.Rect.MakeLTRB(-0.46, -0.50, 0.66, 0.48))
    return box.left() * scale, box.top() * scale, box.right() * scale, box.bottom() * scale


def _inner(knots: tuple[Knot, ...]) -> skia.Path:
    """The inside of an ear: the ear again, smaller."""
    cx, cy = sum(k[0] for k in knots) / len(knots), sum(k[1] for k in knots) / len(knots)
    return spline([(cx + (k[0] - cx) * 0.52, cy + (k[1] - cy) * 0.68, *k[2:]) for k in knots])


def moved(parts: list[Part], matrix: skia.Matrix) -> list[Part]:
    out: list[Part] = []
    for part in parts:
        path = skia.Path(part.path)
        path.transform(matrix)
        out.append(replace(part, path=path))
    return out
