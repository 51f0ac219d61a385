"""Clothes: a table of garments and the shapes they make on a skeleton. The unit is the wearer's height; feet at y = 0."""

import skia

from litink_app.studio.illustrator.curves import Point, circle, gather, limb, spline
from litink_app.studio.illustrator.garments import Dress
from litink_app.studio.illustrator.skeleton import Bones


def torso(b: Bones, d: Dress) -> skia.Path:
    """Bodice or jacket from neck to hip."""
    t = b.trunk
    ease = d.loose
    return spline([
        b.up(t.neck_front, -0.010), b.up(t.shoulder_front + ease * 0.65, 0.0, level="shoulder"), b.up(t.chest_front + ease, 0.0, level="chest"), b.up(t.waist_front + ease, 0.0, level="waist"),
        b.up(t.hip_front + ease, 0.0, level="hip"), b.up(t.hip_front * 0.7, 0.035, level="hip"), b.up(-t.hip_back * 0.8, 0.035, level="hip"), b.up(-t.hip_back - ease, 0.0, level="hip"),
        b.up(-t.waist_back - ease, 0.0, level="waist"), b.up(-t.chest_back - ease, 0.0, level="chest"), b.up(-t.shoulder_back, 0.004, level="shoulder"), b.up(-t.neck_back, -0.010),
    ])  # fmt: skip


def bodice(b: Bones, d: Dress) -> skia.Path:
    """The part of the torso above the waist: its edge is seen where a skirt or a coat's skirts go on below."""
    t = b.trunk
    ease = d.loose
    return spline([
        b.up(t.neck_front, -0.010), b.up(t.shoulder_front + ease * 0.65, 0.0, level="shoulder"), b.up(t.chest_front + ease, 0.0, level="chest"), b.up(t.waist_front + ease, 0.0, level="waist", sharp=0.9),
        b.up(-t.waist_back - ease, 0.0, level="waist", sharp=0.9), b.up(-t.chest_back - ease, 0.0, level="chest"), b.up(-t.shoulder_back, 0.004, level="shoulder"), b.up(-t.neck_back, -0.010),
    ])  # fmt: skip


def skirt(b: Bones, d: Dress) -> skia.Path:
    """A bell from the waist; it swings with the stride and parts over knees that sit."""
    t = b.trunk
    hem = b.hip[1] * 0 - (1 - d.skirt) * abs(b.levels["waist"])
    front, back = b.hip[0] + d.flare * 0.44, b.hip[0] - d.flare * 0.56 - d.bustle
    if b.seated:
        knee = max(b.near_knee[0], b.far_knee[0]) + 0.035
        low = min(0.0, b.near_foot[1]) - (1 - d.skirt) * 0.36
        return spline(
            [
                b.up(t.waist_front, 0.0, level="waist"),
                (b.hip[0] + 0.10, b.hip[1] - 0.065),
                (knee, b.near_knee[1] - 0.045),
                (knee + 0.03, b.near_knee[1] + 0.05),
                (knee + 0.05, low, 0.8),
                (knee - 0.12, low + 0.006),
                (b.hip[0] + 0.04, low * 0.9, 0.6),
                (b.hip[0] - 0.04, b.hip[1] + 0.07),
                (b.hip[0] - t.hip_back - 0.035 - d.bustle * 0.5, b.hip[1] + 0.04, 0.3),
                (b.hip[0] - t.hip_back - 0.02, b.hip[1] - 0.03),
                b.up(-t.waist_back, 0.0, level="waist"),
            ]
        )
    front = max(front, b.near_foot[0] + 0.05, b.far_foot[0] + 0.05) + b.sway
    back = min(back, b.near_foot[0] - 0.06, b.far_foot[0] - 0.06) + b.sway
    top = b.levels["waist"]
    return spline([
        b.up(t.waist_front + 0.004, 0.0, level="waist", sharp=0.7), (b.hip[0] + t.stride_front + d.flare * 0.06, top * 0.80), (b.hip[0] + (front - b.hip[0]) * 0.66, top * 0.42 + hem * 0.3), (front, hem, 0.85),
        (b.hip[0] + (front - b.hip[0]) * 0.45, hem + 0.010), (b.hip[0] + (back - b.hip[0]) * 0.4, hem + 0.012), (back, hem - 0.002, 0.85),
        (b.hip[0] + (back - b.hip[0]) * 0.60, top * 0.45 + hem * 0.3), (b.hip[0] - t.hip_back - d.bustle * 0.9 - d.flare * 0.045, top * 0.84), b.up(-t.waist_back - 0.004, 0.0, level="waist", sharp=0.7),
    ])  # fmt: skip


def skirt_edge(b: Bones, d: Dress) -> tuple[Point, Point]:
    """Where the hem begins (back) and ends (front)."""
    bounds = skirt(b, d).getBounds()
    return (bounds.left(), bounds.bottom()), (bounds.right(), bounds.bottom())


def folds(b: Bones, d: Dress) -> skia.Path:
    """Cut lines that fall from the waist."""
    out = skia.Path()
    (x0, y0), (x1, _) = skirt_edge(b, d)
    top = b.up(0.0, 0.02, level="waist")
    if b.seated:
        return limb(
            [(b.hip[0], b.hip[1] - 0.02), (b.near_knee[0] - 0.06, b.near_knee[1] - 0.02), (b.near_knee[0] - 0.03, y0 - 0.03)],
            [0.001, 0.003, 0.001],
        )
    for i, share in enumerate((0.14, 0.30, 0.47, 0.64, 0.82)):
        end = (x0 + (x1 - x0) * share, y0 - 0.028 - 0.04 * (i % 2))
        start = (top[0] + (share - 0.5) * 0.06, top[1] + 0.05 + 0.05 * (i % 2))
        mid = (start[0] + (end[0] - start[0]) * 0.42, (start[1] + end[1]) / 2)
        limb([start, mid, end], [0.0008, 0.0030, 0.0010], path=out)
    return out


def hem_trim(b: Bones, d: Dress) -> skia.Path | None:
    """Lace holes, bands and fur along the hem."""
    if d.hem == "plain" or b.seated:
        return None
    (x0, y), (x1, _) = skirt_edge(b, d)
    inset = (x1 - x0) * 0.05
    count = max(6, round((x1 - x0) / 0.03))
    xs = [x0 + inset + (x1 - x0 - 2 * inset) * (i + 0.5) / count for i in range(count)]
    if d.hem == "lace":
        return gather(
            [
                *(circle(x, y - 0.022, 0.0062) for x in xs),
                *(spline([(x, y - 0.052, 1), (x + 0.005, y - 0.043), (x, y - 0.034, 1), (x - 0.005, y - 0.043)]) for x in xs),
            ]
        )
    if d.hem == "scallop":
        return gather(circle(x, y - 0.020, 0.0052) for x in xs)
    if d.hem == "fur":
        return gather(circle(x, y - 0.008, 0.019) for x in xs)
    if d.hem == "torn":
        return gather(spline([(x - 0.012, y + 0.012, 1), (x, y - 0.028, 0.8), (x + 0.012, y + 0.012, 1)]) for x in xs[::2])
    return limb([(x0 + inset * 0.4, y - 0.034), ((x0 + x1) / 2, y - 0.024), (x1 - inset * 0.4, y - 0.036)], [0.006, 0.006, 0.006])


def tails(b: Bones, d: Dress) -> skia.Path:
    """The skirts of a coat below the waist."""
    t = b.trunk
    x, y = b.hip
    low = y + d.tails
    spread = 0.010 + d.tails * 0.085
    sway = b.sway * 0.7
    if b.seated:
        low = min(low, y + 0.16)
    if d.tail_cut == "swallow":
        return spline(
            [
                b.up(t.waist_front, 0.0, level="waist", sharp=0.8),
                (x + t.hip_front * 0.8, y - 0.02, 0.6),
                (x - 0.01, y + 0.02),
                (x - 0.055 + sway, y + d.tails * 0.55),
                (x - 0.08 + sway, low, 1),
                (x - t.hip_back - 0.045 + sway, low - 0.02, 1),
                (x - t.hip_back - 0.022, y + d.tails * 0.3),
                b.up(-t.hip_back - 0.006, 0.0, level="hip"),
                b.up(-t.waist_back, 0.0, level="waist", sharp=0.8),
            ]
        )
    return spline(
        [
            b.up(t.waist_front, 0.0, level="waist", sharp=0.8),
            b.up(t.stride_front + 0.010, 0.0, level="hip"),
            (x + t.stride_front + spread * 0.6, (y + low) / 2),
            (x + t.stride_front + spread + sway, low, 0.9),
            (x, low + 0.008),
            (x - t.hip_back - spread * 1.1 + sway, low, 0.9),
            (x - t.hip_back - spread * 0.7, (y + low) / 2),
            b.up(-t.hip_back - 0.010, 0.0, level="hip"),
            b.up(-t.waist_back, 0.0, level="waist", sharp=0.8),
        ]
    )


def cape(b: Bones, d: Dress) -> skia.Path:
    """A cape from the shoulders; a long one hangs and swings behind."""
    t = b.trunk
    neck_front, neck_back = b.up(t.neck_front + 0.012, 0.0), b.up(-t.neck_back - 0.012, -0.004)
    drop = d.cape
    if drop < 0.4:
        low = b.levels["shoulder"] + drop
        return spline(
            [
                neck_front,
                b.up(t.chest_front + 0.012, 0.02, level="shoulder"),
                (b.hip[0] + t.chest_front + 0.055, low - 0.02, 0.7),
                (b.hip[0] - 0.02, low + 0.014),
                (b.hip[0] - t.chest_back - 0.075, low - 0.01, 0.7),
                b.up(-t.shoulder_back - 0.02, 0.03, level="shoulder"),
                neck_back,
            ]
        )
    low = b.levels["shoulder"] + drop * abs(b.levels["shoulder"])
    return spline(
        [
            neck_front,
            b.up(t.chest_front * 0.55, 0.05, level="shoulder"),
            (b.hip[0] + 0.012, b.hip[1] * 0.9),
            (b.hip[0] + 0.05 + b.sway, low - 0.01, 0.8),
            (b.hip[0] - 0.10, low + 0.012),
            (b.hip[0] - 0.26 + b.sway * 1.6, low - 0.008, 0.8),
            (b.hip[0] - 0.15 + b.sway * 0.5, b.hip[1] * 0.9),
            b.up(-t.shoulder_back - 0.024, 0.03, level="shoulder"),
            neck_back,
        ]
    )


def apron(b: Bones, d: Dress) -> skia.Path:
    """A pinafore: bib, waist and skirt."""
    t = b.trunk
    bib = spline(
        [
            b.up(t.chest_front * 0.95, -0.030, level="chest", sharp=0.7),
            b.up(t.chest_front + 0.002, 0.0, level="chest"),
            b.up(t.waist_front + 0.003, 0.0, level="waist", sharp=0.5),
            b.up(-0.008, 0.0, level="waist", sharp=0.6),
            b.up(-0.004, -0.030, level="chest", sharp=0.7),
        ]
    )
    if b.seated:
        return gather(
            [
                bib,
                spline(
                    [
                        b.up(t.waist_front, 0.0, level="waist", sharp=0.6),
                        (b.near_knee[0] + 0.02, b.near_knee[1] - 0.052),
                        (b.near_knee[0] + 0.045, b.near_knee[1] + 0.06, 0.6),
                        (b.near_knee[0] - 0.05, b.near_knee[1] + 0.07, 0.6),
                        (b.hip[0] + 0.05, b.hip[1] + 0.01),
                        b.up(0.0, 0.0, level="waist", sharp=0.6),
                    ]
                ),
            ]
        )
    if d.skirt <= 0:
        low = b.hip[1] * 0.45
        return gather(
            [
                bib,
                spline(
                    [
                        b.up(t.waist_front + 0.006, 0.0, level="waist", sharp=0.6),
                        (b.hip[0] + t.hip_front + 0.012, b.hip[1]),
                        (b.hip[0] + t.hip_front + 0.03, low, 0.8),
                        (b.hip[0] - 0.02, low + 0.008, 0.8),
                        (b.hip[0] - 0.012, b.hip[1]),
                        b.up(-0.01, 0.0, level="waist", sharp=0.6),
                    ]
                ),
            ]
        )
    (x0, y), (x1, _) = skirt_edge(b, d)
    low = b.levels["waist"] + (y - b.levels["waist"]) * 0.84
    span = x1 - x0
    panel = spline(
        [
            b.up(t.waist_front + 0.006, 0.0, level="waist", sharp=0.6),
            (b.hip[0] + t.hip_front + d.flare * 0.07, b.levels["waist"] * 0.80),
            (x1 - span * 0.115, low - 0.035, 0.6),
            (x1 - span * 0.20, low),
            (x0 + span * 0.55, low + 0.008),
            (x0 + span * 0.44, low - 0.03, 0.5),
            b.up(-0.012, 0.0, level="waist", sharp=0.6),
        ]
    )
    return gather([bib, panel])


def collar(b: Bones, d: Dress) -> skia.Path | None:
    t = b.trunk
    front, back = b.up(t.neck_front + 0.004, -0.008), b.up(-t.neck_back - 0.004, -0.012)
    mid = ((front[0] + back[0]) / 2, (front[1] + back[1]) / 2)
    if d.collar == "ruff":
        return gather(
            circle(front[0] + (back[0] - front[0]) * u + 0.0, front[1] + (back[1] - front[1]) * u - 0.006, 0.026)
            for u in (-0.55, -0.2, 0.15, 0.5, 0.85, 1.2, 1.5)
        )
    if d.collar in ("round", "lace", "sailor"):
        drop = 0.075 if d.collar == "sailor" else 0.040
        return spline(
            [
                (front[0] + 0.002, front[1] - 0.012, 0.5),
                (front[0] + 0.030, front[1] + 0.026),
                (front[0] + 0.004, front[1] + drop, 0.6),
                (mid[0] - 0.01, mid[1] + drop * 0.92),
                (back[0] - 0.018, back[1] + drop * 0.9, 0.6),
                (back[0] - 0.016, back[1] + 0.01),
                (back[0], back[1] - 0.012, 0.5),
            ]
        )
    if d.collar == "fur":
        return gather(
            circle(
                front[0] + (back[0] - front[0]) * u + 0.01, front[1] + (back[1] - front[1]) * u + 0.02 + 0.02 * (1 - abs(u - 0.5)), 0.034
            )
            for u in (-0.5, -0.1, 0.3, 0.7, 1.1, 1.5)
        )
    if d.collar == "bands":
        return gather(
            [
                limb([front, (front[0] + 0.02, front[1] + 0.05)], [0.012, 0.018]),
                limb([front, (front[0] - 0.012, front[1] + 0.055)], [0.012, 0.018]),
            ]
        )
    if d.collar in ("high", "lapel"):
        return spline(
            [
                (front[0] + 0.004, front[1] - 0.020, 0.7),
                (front[0] + 0.006, front[1] + 0.010, 0.5),
                (mid[0], mid[1] + 0.020),
                (back[0] - 0.004, back[1] + 0.012, 0.5),
                (back[0] - 0.002, back[1] - 0.022, 0.7),
                mid,
            ]
        )
    return None


def shirt_front(b: Bones, d: Dress) -> skia.Path | None:
    """The V of linen between lapels."""
    if d.collar != "lapel":
        return None
    t = b.trunk
    if t.turned:
        return spline(
            [
                b.up(t.neck_front + 0.012, 0.0, sharp=0.8),
                b.up(t.chest_front * 0.70, -0.02, level="chest"),
                b.up(t.chest_front * 0.42, 0.055, level="chest", sharp=0.9),
                b.up(0.0, -0.02, level="chest"),
                b.up(-t.neck_back * 0.45, 0.0, sharp=0.8),
            ]
        )
    return spline(
        [
            b.up(t.neck_front + 0.004, 0.0, sharp=0.8),
            b.up(t.chest_front - 0.004, -0.02, level="chest"),
            b.up(t.chest_front * 0.7, 0.045, level="chest", sharp=0.9),
            b.up(t.neck_front * 0.2, 0.0, sharp=0.8),
        ]
    )


def lapel_lines(b: Bones, d: Dress) -> skia.Path:
    """Openings, pockets and buttons as cut lines."""
    t = b.trunk
    out = skia.Path()
    if d.collar == "lapel" and t.turned:
        _open_lapels(b, out)
    elif d.collar == "lapel":
        limb(
            [b.up(-0.004, 0.0), b.up(t.chest_front * 0.55, 0.05, level="chest"), b.up(t.waist_front * 0.72, 0.0, level="waist")],
            [0.001, 0.0022, 0.0016],
            path=out,
        )
    for i in range(d.buttons):
        x, y = b.up(t.waist_front * 0.70, 0.035 + 0.038 * i - 0.09, level="waist")[:2]
        out.addCircle(x, y, 0.0048)
    if d.tails > 0.15:
        x, y = b.hip
        limb(
            [(x - t.hip_back * 0.5, y + 0.01), (x - t.hip_back * 0.62 - 0.012 + b.sway * 0.5, y + d.tails * 0.8)], [0.001, 0.0022], path=out
        )
        limb([(x - 0.005, y + 0.035), (x + t.hip_front * 0.8, y + 0.028)], [0.002, 0.002], path=out)
    return out


def _open_lapels(b: Bones, out: skia.Path) -> None:
    """Both edges of a jacket that is seen half from the front, and the seam below."""
    t = b.trunk
    button = b.up(t.chest_front * 0.42, 0.055, level="chest")
    limb([b.up(-t.neck_back * 0.45, 0.0), b.up(0.0, -0.02, level="chest"), button], [0.001, 0.0024, 0.002], path=out)
    limb([b.up(t.neck_front + 0.012, 0.0), b.up(t.chest_front * 0.70, -0.02, level="chest"), button], [0.001, 0.0024, 0.002], path=out)
    limb(
        [button, b.up(t.waist_front * 0.62, 0.0, level="waist"), b.up(t.hip_front * 0.55, 0.03, level="hip")],
        [0.002, 0.002, 0.001],
        path=out,
    )


def belt(b: Bones, d: Dress) -> skia.Path:
    t = b.trunk
    a, c = b.up(t.waist_front + 0.006 + d.loose, 0.012, level="waist"), b.up(-t.waist_back - 0.006 - d.loose, 0.012, level="waist")
    return limb([(a[0], a[1]), ((a[0] + c[0]) / 2, a[1] + 0.008), (c[0], c[1])], [0.012, 0.012, 0.012])


def bow(b: Bones) -> skia.Path:
    """The bow of an apron or sash at the small of the back."""
    x, y = b.up(-b.trunk.waist_back - 0.004, 0.006, level="waist")[:2]
    return gather(
        [
            spline([(x, y, 1), (x - 0.052, y - 0.042), (x - 0.068, y - 0.012), (x - 0.045, y + 0.012)]),
            spline(
                [
                    (x, y, 1),
                    (x - 0.03, y + 0.03),
                    (x - 0.062, y + 0.105, 1),
                    (x - 0.040, y + 0.10),
                    (x - 0.026, y + 0.12, 1),
                    (x - 0.006, y + 0.045),
                ]
            ),
        ]
    )
