"""Colour: five-colour palettes by mood and time of day, mixed in OKLab so that steps look even."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import skia

Color = tuple[float, float, float]
"""sRGB, 0..1."""


def rgb(text: str) -> Color:
    """ "#rrggbb" as a colour."""
    return int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255


def paint_of(color: Color, alpha: float = 1.0) -> int:
    """The colour as skia's ARGB integer."""
    r, g, b = (round(min(1.0, max(0.0, c)) * 255) for c in color)
    return (round(alpha * 255) << 24) | (r << 16) | (g << 8) | b


@lru_cache(maxsize=4096)
def oklab(color: Color) -> tuple[float, float, float]:
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    lg = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * lg + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * lg - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * lg + 0.7827717662 * m - 0.8086757660 * s,
    )


def from_oklab(light: float, a: float, b: float) -> Color:
    lg = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * lg - 3.3077115913 * m + 0.2309699292 * s),
        _gamma(-1.2684380046 * lg + 2.6097574011 * m - 0.3413193965 * s),
        _gamma(-0.0041960863 * lg - 0.7034186147 * m + 1.7076147010 * s),
    )


def _gamma(c: float) -> float:
    c = min(1.0, max(0.0, c))
    return 12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055


@lru_cache(maxsize=8192)
def mix(a: Color, b: Color, t: float) -> Color:
    """From `a` (t = 0) to `b` (t = 1)."""
    first, second = oklab(a), oklab(b)
    return from_oklab(*(p + (q - p) * t for p, q in zip(first, second, strict=True)))


@lru_cache(maxsize=4096)
def at_light(color: Color, light: float, chroma: float = 1.0) -> Color:
    """The same hue at OKLab lightness `light`, its chroma scaled."""
    _, a, b = oklab(color)
    return from_oklab(light, a * chroma, b * chroma)


def light_of(color: Color) -> float:
    return oklab(color)[0]


@dataclass(frozen=True, slots=True)
class Palette:
    """Five colours: high sky, low sky, the light itself, middle ground, and the ink of the nearest paper."""

    zenith: Color
    horizon: Color
    glow: Color
    mid: Color
    ink: Color

    def tint(self, depth: float) -> Color:
        """Paper at `depth`: far sheets take the colour of the air, near ones that of ink."""
        ramp = (
            (0.0, mix(self.horizon, self.zenith, 0.38)),
            (0.28, mix(mix(self.horizon, self.zenith, 0.4), self.mid, 0.55)),
            (0.52, mix(self.mid, self.ink, 0.06)),
            (0.75, mix(self.mid, self.ink, 0.34)),
            (1.0, mix(self.mid, self.ink, 0.70)),
            (1.5, mix(self.mid, self.ink, 0.97)),
        )
        return _on_ramp(ramp, depth)


def _on_ramp(ramp: Sequence[tuple[float, Color]], at: float) -> Color:
    for (a, first), (b, second) in pairwise(ramp):
        if at <= b:
            return mix(first, second, round(max(0.0, (at - a) / (b - a)), 3))
    return ramp[-1][1]


def _five(words: str) -> Palette:
    return Palette(*(rgb("#" + word) for word in words.split()))


OUTDOORS: dict[tuple[str, str], Palette] = {
    ("dawn", "calm"): _five("6b8db3 f3c9a5 fff2d0 7d7f9f 20243f"),
    ("dawn", "joyful"): _five("77acc8 ffcf8f fff5d5 c07f73 35203f"),
    ("dawn", "tense"): _five("47405f dd8f66 ffdda8 71445a 190f20"),
    ("dawn", "sad"): _five("5a6c98 e3b9a6 f8e6cc 667098 1a2038"),
    ("dawn", "mysterious"): _five("2f5063 a9c9b4 eef5d6 46707a 0e1f2b"),
    ("dawn", "wondrous"): _five("5c5fae f7aeb4 fff0cf 9065a0 221747"),
    ("day", "calm"): _five("3f93bd f2e6c2 fffbe0 4f9a7c 123243"),
    ("day", "joyful"): _five("3c9cc6 f9e6a4 fffbdd 7fa35a 1a3b3a"),
    ("day", "tense"): _five("56697e e6c07f fbe9b4 7c6c4a 1a1c26"),
    ("day", "sad"): _five("627e9b d6cfc3 f2ede2 627a8c 1a2738"),
    ("day", "mysterious"): _five("2a6a8a d0d6a4 f8f5cc 3c7c78 0b2836"),
    ("day", "wondrous"): _five("3a82d2 fbdcb4 fffadb 5a83bb 182a5c"),
    ("dusk", "calm"): _five("5a4a78 f0a070 ffe6a8 8a5a72 241433"),
    ("dusk", "joyful"): _five("7a4f86 ffab5e fff0b0 b25a5c 321634"),
    ("dusk", "tense"): _five("3a2340 d2542f ffc873 74283a 170a18"),
    ("dusk", "sad"): _five("4c5577 c99a93 f4d9bd 665a78 1a1a31"),
    ("dusk", "mysterious"): _five("28395e b785a0 ffdcb8 4f4a7c 120f2b"),
    ("dusk", "wondrous"): _five("40398c f58ba0 ffe9b8 7f4795 1c103f"),
    ("night", "calm"): _five("12244f 4f7fa6 f4f1d0 2c4a78 070f26"),
    ("night", "joyful"): _five("1b2560 5f78b8 fff0c0 39488c 0b0f30"),
    ("night", "tense"): _five("131a2c 5b6b75 e9edd6 2b3a49 05090f"),
    ("night", "sad"): _five("16233f 59718a e3e8e0 324761 080f1d"),
    ("night", "mysterious"): _five("0b2b3a 3f8588 e2f7d2 1d505a 04141b"),
    ("night", "wondrous"): _five("201860 6d6cc4 fff3cc 42379a 0c0833"),
}
"""High sky, low sky, light, middle ground, ink, for each time of day and mood."""

INDOORS: dict[tuple[str, str], Palette] = {
    ("dawn", "calm"): _five("8c9a9c e6c7a4 fff3d2 a07f6c 2b2230"),
    ("dawn", "joyful"): _five("c99a7c f6cf98 fff4d0 b4735c 391f2c"),
    ("dawn", "tense"): _five("5d4f5d c88f70 ffe0b0 74505a 1c1320"),
    ("dawn", "sad"): _five("717d8c c0b9b2 f0e8da 6c7080 1f2331"),
    ("dawn", "mysterious"): _five("45646a a9bfa8 f0f3d4 50706f 10222a"),
    ("dawn", "wondrous"): _five("7a6ea6 eab3b4 fff0d0 8f6a98 271a44"),
    ("day", "calm"): _five("7f9c94 e2d6ae fffae0 8b8a6c 24302f"),
    ("day", "joyful"): _five("b59a62 f5dc98 fff9da b07c52 3a2526"),
    ("day", "tense"): _five("6a6a5c cdb88a f8eabf 75694e 201d1a"),
    ("day", "sad"): _five("72838a bcc3bd ebeee6 6a7b80 1d2930"),
    ("day", "mysterious"): _five("3f6c66 aac296 f2f8d2 4c7464 0e2828"),
    ("day", "wondrous"): _five("6a78b0 ecccc8 fff6da 7d74a6 222150"),
    ("dusk", "calm"): _five("6b4a4e d8935c ffe3a0 8a5248 261318"),
    ("dusk", "joyful"): _five("854f44 eba45a fff0b0 a65a40 33161c"),
    ("dusk", "tense"): _five("452428 b9532e ffc870 702a2c 180a0d"),
    ("dusk", "sad"): _five("4f4c62 ae8880 f4d8b8 645467 1b1827"),
    ("dusk", "mysterious"): _five("35345a 9a7490 ffdab0 504674 130f28"),
    ("dusk", "wondrous"): _five("523c80 d98a98 ffe8b4 7d4a88 1e113a"),
    ("night", "calm"): _five("3a2c3c b4743f ffdf9a 6b4236 170e17"),
    ("night", "joyful"): _five("4a2c34 cc8440 ffe8a4 84482f 1d0e14"),
    ("night", "tense"): _five("231a22 8a4a2a ffc873 4a2826 0c070a"),
    ("night", "sad"): _five("26293a 75706f f2dcb4 454658 0d0f18"),
    ("night", "mysterious"): _five("16283a 5f7f78 f6ecb4 2c4a58 06121a"),
    ("night", "wondrous"): _five("2c2054 a0689a ffe9b0 5b3c80 100828"),
}
"""The same for rooms: far wall in shade, wall in light, lamp light, furniture, ink."""


def choose(time: str, mood: str, *, indoors: bool = False, weather: str = "clear") -> Palette:
    """The palette of a scene; grey weather takes colour and contrast out of the sky."""
    palette = (INDOORS if indoors else OUTDOORS)[(time, mood)]
    palette = replace(palette, mid=at_light(palette.mid, light_of(palette.mid) * 0.90, 1.10))
    grey = {"clear": 0.0, "cloudy": 0.25, "rain": 0.45, "snow": 0.18, "fog": 0.34, "storm": 0.6}[weather] * (0.4 if indoors else 1.0)
    if not grey:
        return palette
    dull = 1 - 0.55 * grey
    dark = 0.16 if weather == "storm" else 0.05 if weather == "rain" else -0.02
    zenith = at_light(palette.zenith, light_of(palette.zenith) - dark, dull)
    horizon = at_light(mix(palette.horizon, palette.zenith, 0.35 * grey), light_of(palette.horizon) - dark * 0.8, dull)
    return Palette(
        zenith,
        horizon,
        mix(palette.glow, horizon, 0.3 * grey),
        at_light(palette.mid, light_of(palette.mid) - dark * 0.4, dull),
        palette.ink,
    )


KIT_HUES = {
    "desert": "#cf9a55", "beach": "#c9a878", "street": "#9a7b6c", "village": "#96884f", "battlefield": "#83604a", "harbour": "#6a8796", "ship": "#8d7662", "castle": "#7b83a4", "mountains": "#7086aa",
    "snow": "#8ba2c4", "cave": "#58708a", "sea": "#47869f", "road": "#94904f", "city_night": "#6f7896", "forest": "#4f8a62", "meadow": "#6f9a58", "garden": "#5f9460", "riverside": "#5c9476",
}  # fmt: skip
"""The local colour of a place, which full daylight shows and night hides."""

LOCAL_SHARE = {"dawn": 0.34, "day": 0.62, "dusk": 0.22, "night": 0.12}


def local(palette: Palette, kit: str, time: str) -> Palette:
    """The palette with some of the place's own colour in its middle ground."""
    if kit not in KIT_HUES:
        return palette
    own = at_light(rgb(KIT_HUES[kit]), light_of(palette.mid))
    return replace(palette, mid=mix(palette.mid, own, LOCAL_SHARE[time]))


WALLS = ("#7d8f5e", "#a8604a", "#5b7fa0", "#b08a48", "#7f5a80", "#4f8a86", "#9a6a78", "#8a7050")
"""Papers and paints that rooms are told apart by."""


def papered(palette: Palette, hue: Color, time: str) -> Palette:
    """The palette of a room whose walls have a colour of their own, as far as the hour shows it."""
    share = {"day": 0.50, "dawn": 0.42, "dusk": 0.30, "night": 0.24}[time]
    own = at_light(hue, light_of(palette.mid), 1.1)
    high = at_light(hue, light_of(palette.zenith), 0.8)
    return replace(palette, mid=mix(palette.mid, own, share), zenith=mix(palette.zenith, high, share * 0.6))


def gradient(
    y0: float, y1: float, colors: Sequence[Color], stops: Sequence[float] | None = None, alphas: Sequence[float] | None = None
) -> skia.Shader:
    """A vertical gradient."""
    alphas = alphas or [1.0] * len(colors)
    ints = [paint_of(c, a) for c, a in zip(colors, alphas, strict=True)]
    return skia.GradientShader.MakeLinear([skia.Point(0, y0), skia.Point(0, y1)], ints, list(stops) if stops else None)


def halo(x: float, y: float, r: float, color: Color, alphas: Sequence[float], stops: Sequence[float] | None = None) -> skia.Shader:
    """One colour fading outwards from (x, y)."""
    return skia.GradientShader.MakeRadial(skia.Point(x, y), r, [paint_of(color, a) for a in alphas], list(stops) if stops else None)


COLOUR_WORDS = {
    "red": "#b83230", "scarlet": "#c8322a", "crimson": "#a3243a", "blue": "#2f6cb0", "green": "#4c8a50", "yellow": "#d2a538", "golden": "#d2a038", "gold": "#d2a038", "purple": "#7a4a92",
    "violet": "#7a52a0", "pink": "#d07a8c", "white": "#e6dccb", "black": "#3a3440", "brown": "#7d5636", "grey": "#83868c", "gray": "#83868c", "orange": "#cf7230", "silver": "#a8b0b8",
    "navy": "#33487a", "emerald": "#2f8c62", "turquoise": "#2f9a9a", "rose": "#c7657a", "ruby": "#a8203a",
}  # fmt: skip
"""What colour words mean in paper."""
