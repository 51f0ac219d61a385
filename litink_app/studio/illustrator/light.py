"""Light: back-lit skies, sun and moon, rays, clouds, stars, and the veil laid over the finished frame."""

import math
from random import Random

import skia

from litink_app.studio.illustrator.board import TALL, Board, Lamp
from litink_app.studio.illustrator.curves import circle, gather, polygon, spline
from litink_app.studio.illustrator.palette import Color, gradient, halo, mix, paint_of
from litink_app.studio.illustrator.paper import LINEAR, grain_tile, soften, tooth
from litink_app.studio.illustrator.wash import PAPER

SUN_HEIGHT = {"dawn": 0.36, "day": 0.17, "dusk": 0.44, "night": 0.2}
"""How far down the frame the sun or moon hangs."""


def key_light(board: Board) -> Lamp:
    """The sun or moon on a line of thirds, on the side where there is more room."""
    crowd = sum(board.spots) / len(board.spots) if board.spots else board.wide * board.chance.choice([0.3, 0.7])
    x = board.wide * (0.36 if crowd > board.wide / 2 else 0.64) + board.chance.uniform(-0.04, 0.04) * board.wide
    strength = {"clear": 1.0, "cloudy": 0.75, "rain": 0.5, "snow": 0.65, "fog": 0.7, "storm": 0.45}[board.weather]
    return Lamp(x, TALL * SUN_HEIGHT[board.time], max(board.wide, TALL) * 0.62, board.palette.glow, strength)


def sky(board: Board, *, floor: float = 700.0, disc: bool = True, rays: bool = True, clouds: float = 1.0) -> None:
    """Paints air, stars, clouds, the source of light with its bloom, and rays, on the open layer."""
    palette, lamp, canvas = board.palette, board.key, board.canvas
    air = [
        mix(palette.zenith, palette.ink, 0.22),
        palette.zenith,
        mix(palette.zenith, palette.horizon, 0.55),
        palette.horizon,
        mix(palette.horizon, palette.glow, 0.45),
    ]
    canvas.drawPaint(skia.Paint(Shader=gradient(board.top, floor, air, [0.0, 0.22, 0.55, 0.84, 1.0]), Dither=True))
    if board.is_dark and board.weather in ("clear", "snow", "cloudy"):
        stars(board, floor)
    _bloom(board, lamp, 1.0)
    if disc and board.weather in ("clear", "cloudy", "snow", "fog"):
        _disc(board, lamp)
    if rays and lamp.strength > 0.5 and not board.inked:
        _rays(board, lamp)
    if clouds > 0:
        cloudscape(board, floor, clouds)
    if board.inked:
        board.canvas.drawPaint(skia.Paint(Color=paint_of(PAPER, 0.30 if board.is_dark else 0.46)))
    _tooth(board)


def _tooth(board: Board) -> None:
    canvas = board.canvas
    canvas.save()
    canvas.resetMatrix()
    canvas.drawPaint(skia.Paint(Shader=tooth(0.8, board.scale)))
    canvas.restore()


def _bloom(board: Board, lamp: Lamp, strength: float) -> None:
    power = strength * lamp.strength
    wide = halo(
        lamp.x, lamp.y, lamp.reach * 1.25, mix(lamp.color, board.palette.horizon, 0.35), [0.75 * power, 0.36 * power, 0.0], [0, 0.35, 1]
    )
    near = halo(lamp.x, lamp.y, lamp.reach * 0.42, lamp.color, [0.95 * power, 0.5 * power, 0.14 * power, 0.0], [0, 0.25, 0.6, 1])
    board.canvas.drawPaint(skia.Paint(Shader=wide, Dither=True))
    board.canvas.drawPaint(skia.Paint(Shader=near, Dither=True))


def _disc(board: Board, lamp: Lamp) -> None:
    """A paper disc: at night the moon with its maria, by day a soft sun."""
    r = TALL * (0.062 if board.is_dark else 0.05 if board.time == "day" else 0.085) * min(1.0, 0.6 + 0.4 * board.aspect)
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, r * 0.2)
    board.canvas.drawCircle(
        lamp.x, lamp.y, r * 1.12, skia.Paint(AntiAlias=True, Color=paint_of(lamp.color, 0.55 * lamp.strength), MaskFilter=blur)
    )
    light = mix(lamp.color, (1.0, 1.0, 0.97), 0.55)
    board.canvas.drawCircle(lamp.x, lamp.y, r, skia.Paint(AntiAlias=True, Color=paint_of(light, 0.96)))
    if board.is_dark:
        shade = paint_of(mix(board.palette.zenith, light, 0.72), 0.55)
        for dx, dy, part in ((-0.32, -0.2, 0.3), (0.2, 0.28, 0.36), (0.3, -0.34, 0.17), (-0.2, 0.42, 0.15)):
            board.canvas.drawCircle(lamp.x + dx * r, lamp.y + dy * r, part * r, skia.Paint(AntiAlias=True, Color=shade))


def _rays(board: Board, lamp: Lamp) -> None:
    """Fans of light, blurred small and drawn large."""
    chance = Random(f"rays {lamp.x:.0f} {lamp.y:.0f}")
    shrink = 6.0
    surface = skia.Surface(max(1, int((board.right - board.left) / shrink)), max(1, int((board.bottom - board.top) / shrink)))
    canvas = surface.getCanvas()
    canvas.scale(1 / shrink, 1 / shrink)
    canvas.translate(-board.left, -board.top)
    reach = max(board.wide, TALL) * 1.15
    power = 0.22 if board.is_dark else 0.34
    angle = chance.uniform(0, 20)
    while angle < 360:
        breadth = chance.uniform(2.0, 8.5)
        a, b = math.radians(angle), math.radians(angle + breadth)
        fan = polygon(
            [
                (lamp.x, lamp.y),
                (lamp.x + reach * math.cos(a), lamp.y + reach * math.sin(a)),
                (lamp.x + reach * math.cos(b), lamp.y + reach * math.sin(b)),
            ]
        )
        strength = chance.uniform(0.35, 1.0) * power * lamp.strength
        shader = halo(lamp.x, lamp.y, reach, lamp.color, [strength, strength * 0.4, 0.0], [0.05, 0.4, 0.95])
        canvas.drawPath(fan, skia.Paint(AntiAlias=True, Shader=shader))
        angle += breadth + chance.uniform(4, 19)
    soft, _ = soften(surface.makeImageSnapshot(), 2.2)
    board.canvas.drawImageRect(soft, skia.Rect.MakeLTRB(board.left, board.top, board.right, board.bottom), LINEAR)


def stars(board: Board, floor: float) -> None:
    chance = Random(f"stars {board.chance.random()}")
    light = mix(board.palette.glow, (1.0, 1.0, 1.0), 0.4)
    for _ in range(int(150 * max(0.6, board.aspect))):
        y = board.top + (floor - board.top) * chance.random() ** 1.6
        x, size = chance.uniform(board.left, board.right), chance.choice([0.8, 0.9, 1.1, 1.3, 1.9])
        fade = chance.uniform(0.35, 0.95) * (1 - max(0.0, y) / floor * 0.7)
        board.canvas.drawCircle(x, y, size, skia.Paint(AntiAlias=True, Color=paint_of(light, fade)))
        if size > 1.7 and chance.random() < 0.4:
            _twinkle(board.canvas, x, y, chance.uniform(6, 11), light, fade)


def _twinkle(canvas: skia.Canvas, x: float, y: float, r: float, color: Color, alpha: float) -> None:
    star = [
        (x + math.cos(i * math.pi / 4) * (r if i % 2 == 0 else r * 0.16), y + math.sin(i * math.pi / 4) * (r if i % 2 == 0 else r * 0.16))
        for i in range(8)
    ]
    canvas.drawPath(polygon(star), skia.Paint(AntiAlias=True, Color=paint_of(color, alpha)))


def cloudscape(board: Board, floor: float, amount: float) -> None:
    """Clouds cut from thin paper, in banks that get flatter towards the horizon."""
    chance = board.chance
    heavy = board.weather in ("cloudy", "rain", "storm", "snow")
    count = round(amount * (7 if heavy else 4) * max(0.7, board.aspect / 1.5))
    for i in range(count):
        share = (i + 0.5) / count
        y = floor * ((0.06 + 0.62 * share) if not heavy else (0.0 + 0.62 * share)) + chance.uniform(-20, 20)
        x = board.wide * ((i * 0.618 + chance.uniform(-0.08, 0.08)) % 1.0) * 1.1 - board.wide * 0.05
        size = (330 - 190 * share) * chance.uniform(0.75, 1.25) * (1.35 if heavy else 1.0)
        _cloud(board, cloud(chance, x, y, size, size * (0.20 if heavy else 0.15 + 0.04 * (board.time == "day"))), y, size)


def _cloud(board: Board, path: skia.Path, y: float, size: float) -> None:
    palette, lamp = board.palette, board.key
    near = max(0.0, 1 - abs(path.getBounds().centerX() - lamp.x) / board.wide)
    grey = board.weather in ("rain", "storm")
    body = (
        mix(mix(palette.zenith, palette.horizon, 0.55), palette.ink, 0.30)
        if grey
        else mix(palette.horizon, palette.zenith, 0.30 if not board.is_dark else 0.55)
    )
    top = mix(body, palette.glow, 0.25 + 0.4 * near * lamp.strength)
    bounds = path.getBounds()
    drop = skia.Paint(
        AntiAlias=True,
        Color=paint_of(palette.zenith, 0.22),
        MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 9 * board.scale * 1.2),
    )
    board.canvas.save()
    board.canvas.translate(0, 7)
    board.canvas.drawPath(path, drop)
    board.canvas.restore()
    alpha = 0.88 if grey else 0.72
    shader = gradient(
        bounds.top(), bounds.bottom(), [top, body, mix(body, palette.horizon, 0.6)], [0, 0.6, 1], [alpha, alpha * 0.85, alpha * 0.25]
    )
    board.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader))
    edge = skia.Paint(
        AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=1.6, Color=paint_of(palette.glow, 0.30 + 0.4 * near * lamp.strength)
    )
    board.canvas.save()
    board.canvas.clipRect(
        skia.Rect.MakeLTRB(bounds.left() - 4, bounds.top() - 4, bounds.right() + 4, bounds.bottom() - bounds.height() * 0.12)
    )
    board.canvas.drawPath(path, edge)
    board.canvas.restore()


def cloud(chance: Random, x: float, y: float, width: float, height: float) -> skia.Path:
    """A long cloud: scallops above, a gently bellied base, ends drawn out to points."""
    from litink_app.studio.illustrator.curves import union

    bumps = []
    count = max(5, round(width / height * 1.7))
    for i in range(count):
        u = (i + 0.5) / count * 2 - 1
        r = height * (0.30 + 0.62 * max(0.0, 1 - u * u) ** 0.8) * chance.uniform(0.72, 1.12)
        bumps.append(circle(x + u * width * 0.40, y - r * 0.42, r))
    base = spline(
        [
            (x - width * 0.62, y + height * 0.05, 1),
            (x - width * 0.25, y - height * 0.30),
            (x + width * 0.3, y - height * 0.30),
            (x + width * 0.66, y + height * 0.02, 1),
            (x + width * 0.2, y + height * 0.16),
            (x - width * 0.2, y + height * 0.17),
        ]
    )
    body = union([*bumps, base])
    lid = skia.Path()
    lid.addRect(skia.Rect.MakeLTRB(x - width, y - height * 3, x + width, y + height * 0.13))
    return skia.Op(body, lid, skia.PathOp.kIntersect_PathOp)


def mist(board: Board, y: float, height: float, strength: float) -> None:
    """A bank of air between two planes."""
    color = mix(board.palette.horizon, board.palette.glow, 0.35)
    shader = gradient(y - height, y + height, [color, color, color], [0, 0.55, 1], [0.0, strength, 0.0])
    board.canvas.drawRect(skia.Rect.MakeLTRB(board.left, y - height, board.right, y + height), skia.Paint(Shader=shader, Dither=True))


def shaft(board: Board, x: float, y: float, width: float, height: float, slope: float, length: float, strength: float = 0.4) -> None:
    """A slanting shaft of light from an opening at (x, y), drawn on the open layer."""
    color = board.palette.glow
    beam = polygon(
        [(x, y), (x + width, y), (x + width + slope * length * 1.12, y + height + length), (x + slope * length * 0.96, y + height + length)]
    )
    shader = gradient(y, y + height + length, [color, color, color], [0, 0.45, 1], [strength, strength * 0.5, 0.0])
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 9)
    board.canvas.drawPath(beam, skia.Paint(AntiAlias=True, Shader=shader, MaskFilter=blur))


def veil(board: Board) -> skia.Image:
    """What lies over every frame: a breath of light around the key, a vignette and grain; drawn once, laid on with source-over."""
    if board.inked:
        return _paper_edge(board)
    surface = skia.Surface(board.width, board.height)
    canvas = surface.getCanvas()
    lamp, scale = board.key, board.scale
    power = 0.15 * lamp.strength * (0.7 if board.is_dark else 1.0)
    canvas.drawPaint(
        skia.Paint(
            Shader=halo(lamp.x * scale, lamp.y * scale, lamp.reach * 0.95 * scale, lamp.color, [power, power * 0.5, 0.0], [0, 0.4, 1])
        )
    )
    dark = mix(board.palette.ink, (0, 0, 0), 0.35)
    radius = math.hypot(board.width, board.height) * 0.56
    shader = skia.GradientShader.MakeRadial(
        skia.Point(board.width * 0.5, board.height * 0.48),
        radius,
        [paint_of(dark, 0.0), paint_of(dark, 0.0), paint_of(dark, 0.22), paint_of(dark, 0.62)],
        [0, 0.42, 0.76, 1.0],
    )
    canvas.drawPaint(skia.Paint(Shader=shader, Dither=True))
    canvas.drawPaint(skia.Paint(Shader=grain_tile().makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions())))
    return surface.makeImageSnapshot()


def _paper_edge(board: Board) -> skia.Image:
    """White paper that the washes do not quite cover."""
    surface = skia.Surface(board.width, board.height)
    canvas = surface.getCanvas()
    inset = 0.026 * min(board.width, board.height)
    painted = skia.Path()
    painted.addRoundRect(skia.Rect.MakeLTRB(inset, inset, board.width - inset, board.height - inset), inset, inset)
    canvas.clear(paint_of(PAPER))
    ragged = skia.DiscretePathEffect.Make(16 * board.scale, 5 * board.scale)
    soft = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 2.5 * board.scale)
    canvas.drawPath(painted, skia.Paint(AntiAlias=True, PathEffect=ragged, MaskFilter=soft, BlendMode=skia.BlendMode.kDstOut))
    return surface.makeImageSnapshot()


def birds(board: Board, x: float, y: float, count: int) -> skia.Path:
    """A flock far off."""
    flock = []
    for _ in range(count):
        bx, by, s = x + board.chance.gauss(0, 60), y + board.chance.gauss(0, 24), board.chance.uniform(5, 11)
        flock.append(
            spline(
                [
                    (bx - 2 * s, by - s * 0.5, 1),
                    (bx - s * 0.9, by - s * 0.75),
                    (bx, by + s * 0.1, 0.6),
                    (bx + s * 0.9, by - s * 0.8),
                    (bx + 2 * s, by - s * 0.6, 1),
                    (bx + s * 0.8, by - s * 0.45),
                    (bx, by + s * 0.45, 0.4),
                    (bx - s * 0.8, by - s * 0.4),
                ]
            )
        )
    return gather(flock)
