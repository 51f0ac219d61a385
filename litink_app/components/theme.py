"""The tokens of the look. The stylesheets in `assets/styles` know only the names given here.

A colour is a pair (light, dark); `light-dark()` picks by the `color-scheme` of the element, so a dark stage on a light
page is one declaration (`color-scheme: dark`) and everything on it follows.
"""

COLORS: dict[str, tuple[str, str]] = {
    "paper": ("#FBF7F0", "#12131A"),
    "leaf": ("#FFFDF9", "#1A1B24"),
    "well": ("#F3ECE0", "#0D0E14"),
    "hover": ("#F0E8DA", "#23242F"),
    "ink": ("#1B1A22", "#F3EDE2"),
    "soft": ("#524D58", "#BCB5AD"),
    "faint": ("#6B6570", "#9C958F"),
    "line": ("#E5DCCC", "#2A2B37"),
    "edge": ("#8B8277", "#72707D"),
    "lamp": ("#F0A53A", "#F5B24F"),
    "lamp-high": ("#E4952A", "#FFC36B"),
    "on-lamp": ("#241603", "#241603"),
    "lamp-ink": ("#8A4F00", "#FFC873"),
    "flame": ("#B96B00", "#FFE0A3"),
    "lamp-wash": ("#FDEFD2", "#2E2313"),
    "creator": ("#5A448F", "#BBA6F2"),
    "creator-wash": ("#ECE6F6", "#231E33"),
    "good": ("#27664A", "#86D0A8"),
    "good-wash": ("#E1EFE5", "#14291F"),
    "bad": ("#A5251B", "#FF9F92"),
    "bad-wash": ("#FAE4DF", "#331917"),
}

VOICES: list[tuple[str, str]] = [
    ("#6B6570", "#9C958F"),
    ("#8A4F00", "#FFC873"),
    ("#5A448F", "#BBA6F2"),
    ("#27664A", "#86D0A8"),
    ("#1F5F85", "#8CC8EE"),
    ("#A5251B", "#FF9F92"),
    ("#8A2F6B", "#F0A3D2"),
    ("#5E5A12", "#D6CF7A"),
    ("#0F5F66", "#7FD6D0"),
]
"""The colour of each speaker on the page; the first is for nobody known."""

FONTS = {
    "serif": "'Literata', 'Iowan Old Style', 'Palatino Linotype', Georgia, serif",
    "sans": "'Public Sans', system-ui, 'Segoe UI', Roboto, sans-serif",
    "mono": "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
}

SIZES = {"xs": 12, "sm": 14, "md": 16, "lg": 18, "xl": 22, "2xl": 28, "3xl": 40, "4xl": 56}

SHAPES = {
    "r-card": "10px",
    "r-control": "6px",
    "rail": "5.25rem",
    "quick": "150ms cubic-bezier(.2,.7,.3,1)",
    "float": "0 1px 2px rgb(27 18 8 / .10), 0 12px 32px -8px rgb(27 18 8 / .28)",
    "cover-shadow": "0 1px 2px rgb(27 18 8 / .18), 0 10px 22px -10px rgb(27 18 8 / .42)",
}

COVERS: list[tuple[str, str, str, str]] = [
    ("#2B1B3D", "#7A3B5E", "#F2A65A", "#FFEBC4"),
    ("#10243A", "#285C74", "#E7B65C", "#F4EBD2"),
    ("#1C2B22", "#3F6B4C", "#E3B04B", "#F3EED9"),
    ("#3A1420", "#8C2F3C", "#F0A65C", "#FBE9D2"),
    ("#1A1D2E", "#474B80", "#E9A97B", "#F1E9F2"),
    ("#33240F", "#8A5A22", "#F5C65D", "#FFF2D6"),
    ("#0F2B2E", "#21646B", "#F29E6B", "#E9F3EA"),
]
"""Palettes of designed covers: ground, hills, light, lettering."""


def stylesheet() -> str:
    """The custom properties, as one rule for the document's root, one for each cover palette, one for each voice."""
    colors = [f"--{name}:light-dark({light},{dark})" for name, (light, dark) in COLORS.items()]
    fonts = [f"--{name}:{family}" for name, family in FONTS.items()]
    sizes = [f"--t-{name}:{pixels / 16:g}rem" for name, pixels in SIZES.items()]
    shapes = [f"--{name}:{value}" for name, value in SHAPES.items()]
    covers = [
        f".cover-{n}{{--ground:{ground};--hills:{hills};--light:{light};--letters:{letters}}}"
        for n, (ground, hills, light, letters) in enumerate(COVERS)
    ]
    voices = [f".voice-{n}{{--voice:light-dark({light},{dark})}}" for n, (light, dark) in enumerate(VOICES)]
    return f":root{{{';'.join(colors + fonts + sizes + shapes)}}}" + "".join(covers + voices)


EARLY = """
(function () {
  try {
    var mode = localStorage.getItem('theme');
    if (mode === 'light' || mode === 'dark') document.documentElement.style.colorScheme = mode;
  } catch (blocked) {}
})();
"""
"""Runs before the first paint, so that a chosen mode never flashes the other one."""


def contrast(foreground: str, background: str) -> float:
    """The WCAG contrast ratio of two "#rrggbb" colours."""
    brighter, darker = sorted((_luminance(foreground), _luminance(background)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
