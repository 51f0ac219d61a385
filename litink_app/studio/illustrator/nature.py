"""Open country: meadow, forest, mountains, snow."""

import math

import skia

from litink_app.studio.illustrator import foliage, herbs, light, terrain
from litink_app.studio.illustrator.board import Board, Lamp, Sheet
from litink_app.studio.illustrator.curves import height_at, limb, spline, under, wave
from litink_app.studio.illustrator.palette import mix
from litink_app.studio.illustrator.scenery import (
    backdrop,
    boulders,
    lawn,
    near_branch,
    near_grass,
    near_pines,
    ripples,
    side_x,
    stand_of,
    tufts,
)


def meadow(board: Board) -> None:
    backdrop(board)
    with board.layer(0.3):
        with board.sheet(0.12, shadow=0.12) as s:
            terrain.hills(board, s, 585, 22, 1000, 0.6)
        with board.sheet(0.3, shadow=0.2) as s:
            line = terrain.hills(board, s, 628, 26, 760, 0.5)
            stand_of(board, s, line, "ppo", 9, 60, 120, clear=90)
    with board.layer(0.62):
        with board.sheet(0.5) as s:
            line = terrain.hills(board, s, 690, 24, 860, 0.4)
            stand_of(board, s, line, "cco", max(2, round(4 * board.aspect)), 170, 280, clear=150)
        with board.sheet(0.68) as s:
            line = terrain.hills(board, s, 752, 16, 700, 0.3)
            for x in (0.08, 0.52, 0.95):
                herbs.bush(board, s, board.wide * x, height_at(line, board.wide * x) + 8, 150, 62)
    with board.layer(1.0):
        with board.sheet(0.95) as s:
            foliage.broadleaf(board, s, side_x(board), board.ground - 44, 640)
        with board.sheet(1.0) as s:
            line = lawn(board, s, grass=32)
            herbs.meadow_flowers(
                board, s, line, board.left, board.right, 46, round(34 * board.aspect), mix(board.palette.mid, board.palette.glow, 0.6)
            )
            tufts(board, s, 7, 46)
    with board.layer(1.5):
        near_branch(board)
        near_grass(board)


def forest(board: Board) -> None:
    board.lamps[0] = Lamp(board.key.x, 360.0, board.key.reach * 0.9, board.key.color, board.key.strength)
    backdrop(board, floor=820, clouds=0.0)
    chance = board.chance
    with board.layer(0.2):
        _rank(board, 0.10, 13, 12, 690)
        _rank(board, 0.28, 10, 19, 730)
    with board.layer(0.5):
        _rank(board, 0.5, 7, 30, 770)
    with board.layer(0.8):
        _shafts(board)
        with board.sheet(0.8, shadow=0.35) as s:
            _trunks(board, s, 4, 46, 820, bare=230)
            line = terrain.hills(board, s, 800, 10, 700, 0.25)
            for x in (0.03, 0.3, 0.72, 0.97):
                s.fill(herbs.fern(chance, board.wide * x, height_at(line, board.wide * x) + 6, 120))
    with board.layer(1.0), board.sheet(1.0) as s:
        line = lawn(board, s, grass=20, lift=0.42)
        for x in (0.0, 0.9, 1.0):
            if board.free_of_actors(board.wide * x, 110):
                s.fill(herbs.fern(chance, board.wide * x, board.ground - 20, 130))
        _mushrooms(board, s)
        tufts(board, s, 6, 40)
    with board.layer(1.5):
        _dark_trunks(board)
        near_branch(board)
        near_grass(board, 90)


def _rank(board: Board, depth: float, count: int, width: float, base: float) -> None:
    """A rank of trees in its own air, with undergrowth at its feet."""
    light.mist(board, base - 40, 200, 0.55)
    with board.sheet(depth + 0.06, shadow=0.22, rim=0.45 if depth > 0.2 else 0.0) as s:
        _trunks(board, s, count, width, base, bare=80 + 170 * depth)
        line = terrain.hills(board, s, base, 10, 600, 0.45)
        for _ in range(round(5 * board.aspect)):
            x = board.chance.uniform(board.left, board.right)
            herbs.bush(board, s, x, height_at(line, x) + 8, 60 + 160 * depth, 30 + 70 * depth)
    light.mist(board, base, 130, 0.35)


def _trunks(board: Board, sheet: Sheet, count: int, width: float, base: float, bare: float) -> None:
    """Columns that rise out of the picture, their crowns meeting above."""
    chance = board.chance
    wood, crown = skia.Path(), skia.Path()
    for i in range(count):
        x = board.left + (i + chance.uniform(0.1, 0.9)) * (board.right - board.left) / count
        if abs(x - board.key.x) < bare:
            x += bare * (1.2 if x > board.key.x else -1.2)
        w = width * chance.uniform(0.6, 1.2)
        lean = chance.uniform(-30, 30)
        limb([(x, base + 30), (x + lean * 0.2, base * 0.55), (x + lean, board.top - 20)], [w * 0.62, w * 0.46, w * 0.34], path=wood)
        foliage.trunk_foot(wood, x, base + 26, w * 0.5, 60)
        for _ in range(3):
            y = chance.uniform(60, base * 0.5)
            side = chance.choice([-1, 1])
            limb(
                [(x + lean * 0.6, y), (x + side * w * 3, y - w * 1.6), (x + side * w * 6.5, y - w * 2.2)],
                [w * 0.24, w * 0.15, w * 0.03],
                path=wood,
            )
            crown.addPath(foliage.crown(chance, x + side * w * 6, y - w * 2.5, w * 4.2, w * 2.0, min(30.0, w * 1.3)))
    for i in range(round(9 * board.aspect)):
        x = board.left + i * (board.right - board.left) / (9 * board.aspect)
        open_sky = 1 - 0.55 * math.exp(-(((x - board.key.x) / 260) ** 2))
        crown.addPath(foliage.crown(chance, x, -10 + chance.uniform(-30, 30), 170, 150 * open_sky * (0.6 + width / 60), 26))
    sheet.fill(crown)
    sheet.fill(wood, mix(sheet.color, board.palette.ink, 0.18))


def _shafts(board: Board) -> None:
    for dx, w, power in ((-170, 54, 0.46), (-40, 90, 0.55), (130, 46, 0.40)):
        slope = 0.28 if board.key.x < board.wide / 2 else -0.28
        light.shaft(board, board.key.x + dx, -60, w, 0, slope, 960, power * board.key.strength)


def _mushrooms(board: Board, sheet: Sheet) -> None:
    chance = board.chance
    for _ in range(5):
        x, y, s = chance.uniform(0, board.wide), board.ground - 52 + chance.uniform(0, 14), chance.uniform(9, 20)
        sheet.fill(limb([(x, y), (x + 1, y - s)], [s * 0.22, s * 0.16]), mix(sheet.color, board.palette.glow, 0.5))
        sheet.fill(
            spline([(x - s * 0.8, y - s * 0.85, 0.7), (x, y - s * 1.7), (x + s * 0.8, y - s * 0.85, 0.7), (x, y - s * 0.95)]),
            mix(board.palette.mid, (0.8, 0.2, 0.15), 0.45),
        )


def _dark_trunks(board: Board) -> None:
    with board.sheet(1.5, fuzz=5, rim=0.0, glow=0.0, shadow=0.0, texture=0.0) as s:
        for x, w in ((-26.0, 66.0), (board.wide + 30, 74.0)):
            lean = 40 if x < 0 else -40
            trunk = limb([(x, 1080), (x - lean * 0.3, 500), (x + lean, -80)], [w * 1.15, w * 0.75, w * 0.6])
            foliage.trunk_foot(trunk, x, 1050, w * 0.8, 160)
            s.fill(trunk)


def mountains(board: Board) -> None:
    backdrop(board, floor=720)
    with board.layer(0.15):
        with board.sheet(0.05, shadow=0.12) as s:
            terrain.ridges(board, s, 620, 300, 3, 0.7)
        with board.sheet(0.2, shadow=0.2) as s:
            line = terrain.ridges(board, s, 680, 330, 4, 0.6)
            terrain.peak_facets(board, s, line, mix(s.color, board.palette.glow, 0.45), 0.45)
    with board.layer(0.4):
        light.mist(board, 640, 120, 0.5)
        with board.sheet(0.42) as s:
            terrain.ridges(board, s, 760, 210, 5, 0.5)
        light.mist(board, 740, 100, 0.45)
    with board.layer(0.7), board.sheet(0.66) as s:
        line = terrain.hills(board, s, 772, 26, 600, 0.35)
        stand_of(board, s, line, "p", round(9 * board.aspect), 90, 210, clear=120)
    with board.layer(1.0), board.sheet(1.0) as s:
        lawn(board, s, grass=14, swing=14)
        boulders(board, s, 5)
        tufts(board, s, 5, 36)
    with board.layer(1.5):
        near_pines(board)
        near_grass(board, 70)


def snow(board: Board) -> None:
    backdrop(board, floor=720)
    white = mix(mix(board.palette.horizon, board.palette.glow, 0.6), (0.93, 0.95, 1.0), 0.35)

    def drift(sheet: Sheet, share: float) -> None:
        sheet.color = mix(sheet.color, white, share)

    with board.layer(0.25):
        with board.sheet(0.1, shadow=0.12) as s:
            drift(s, 0.4)
            line = terrain.ridges(board, s, 640, 190, 5, 0.6)
        with board.sheet(0.3, shadow=0.2) as s:
            line = wave(board.chance, board.left, board.right, 672, 16, 800)
            for i in range(round(12 * board.aspect)):
                x = board.left + i * 92 + board.chance.uniform(-20, 20)
                foliage.pine(board, s, x, height_at(line, x) + 6, board.chance.uniform(80, 180), snow=True)
            s.fill(under(line, board.bottom), mix(s.color, white, 0.6))
    with board.layer(0.6):
        light.mist(board, 700, 110, 0.4)
        with board.sheet(0.6) as s:
            line = wave(board.chance, board.left, board.right, 752, 22, 700)
            for x in (0.05, 0.17, 0.83, 0.96):
                foliage.pine(board, s, board.wide * x, height_at(line, board.wide * x) + 8, board.chance.uniform(260, 420), snow=True)
            s.fill(under(line, board.bottom), shader=terrain.fading(board, 740, 900, mix(s.color, white, 0.62), 0.3))
    with board.layer(1.0):
        with board.sheet(0.95) as s:
            foliage.bare_tree(board, s, side_x(board), board.ground - 40, 560)
        with board.sheet(1.0) as s:
            drift(s, 0.58)
            terrain.ground(board, s, board.ground - 62, swing=14, lift=0.4)
            ripples(board, s)
    with board.layer(1.5):
        near_pines(board)
