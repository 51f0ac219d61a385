"""The wardrobe as a table: what a garment is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dress:
    """`skirt` 0 none … 1 to the ground, `flare` its breadth at the hem; `tails` length of a coat's skirts; `sleeve` "tight" | "puff" | "wide" | "bare"."""

    skirt: float = 0.0
    flare: float = 0.2
    tails: float = 0.0
    tail_cut: str = "coat"
    sleeve: str = "tight"
    cape: float = 0.0
    collar: str = "plain"
    apron: bool = False
    belt: bool = False
    sash: bool = False
    buttons: int = 0
    bustle: float = 0.0
    legs: str = "trousers"
    shoe: str = "shoe"
    hem: str = "plain"
    top: str = "accent"
    bottom: str = "second"
    loose: float = 0.0


DRESSES: dict[str, Dress] = {
    "gown": Dress(0.97, 0.34, sleeve="puff", collar="lace", bustle=0.035, hem="lace", bottom="accent", shoe="slipper", sash=True),
    "frock": Dress(
        0.66, 0.30, sleeve="puff", collar="round", apron=True, bustle=0.02, legs="stockings", bottom="accent", hem="scallop", shoe="slipper"
    ),
    "peasant": Dress(0.90, 0.27, sleeve="rolled", collar="round", apron=True, bottom="accent", top="second", shoe="slipper"),
    "maid": Dress(0.93, 0.25, sleeve="tight", collar="round", apron=True, top="dark", bottom="dark", shoe="slipper"),
    "cloak": Dress(0.90, 0.24, sleeve="tight", cape=0.62, top="second", bottom="second", hem="plain", shoe="slipper"),
    "queen": Dress(1.0, 0.38, sleeve="wide", collar="ruff", bustle=0.06, hem="lace", bottom="accent", sash=True, shoe="slipper"),
    "nightgown": Dress(0.92, 0.21, sleeve="puff", collar="round", top="linen", bottom="linen", hem="scallop", shoe="bare"),
    "coat": Dress(tails=0.25, collar="lapel", buttons=3, belt=False),
    "tailcoat": Dress(tails=0.36, tail_cut="swallow", collar="lapel", buttons=2),
    "cape_coat": Dress(tails=0.33, cape=0.25, collar="high", buttons=2),
    "suit": Dress(tails=0.10, collar="lapel", buttons=2),
    "waistcoat": Dress(tails=0.06, collar="lapel", buttons=3, sleeve="shirt"),
    "uniform": Dress(tails=0.10, collar="high", buttons=4, belt=True, sash=True, shoe="boot", legs="breeches"),
    "robe": Dress(1.0, 0.19, sleeve="wide", collar="plain", belt=True, bottom="accent", hem="band", loose=0.02, shoe="slipper"),
    "king": Dress(1.0, 0.23, sleeve="wide", collar="fur", bottom="accent", hem="fur", cape=0.9, loose=0.02, shoe="slipper"),
    "judge": Dress(0.98, 0.20, sleeve="wide", collar="bands", bottom="accent", loose=0.02),
    "tunic": Dress(0.46, 0.17, sleeve="tight", belt=True, legs="stockings", bottom="accent", hem="band", shoe="boot"),
    "armour": Dress(0.44, 0.16, sleeve="tight", belt=True, legs="stockings", bottom="accent", top="steel", shoe="boot", cape=0.55),
    "shirt": Dress(tails=0.05, sleeve="shirt", collar="plain", top="linen", belt=True, shoe="boot"),
    "braces": Dress(tails=0.0, sleeve="shirt", collar="plain", top="linen", sash=True),
    "short_trousers": Dress(tails=0.06, sleeve="tight", collar="round", legs="shorts", buttons=2),
    "sailor": Dress(tails=0.06, sleeve="tight", collar="sailor", legs="trousers"),
    "cook": Dress(tails=0.06, sleeve="rolled", collar="plain", apron=True, top="linen"),
    "labcoat": Dress(tails=0.27, collar="lapel", top="linen", buttons=2),
    "jumper": Dress(tails=0.05, sleeve="tight", collar="plain"),
    "skirt": Dress(0.70, 0.22, sleeve="tight", collar="plain", legs="stockings", top="accent", bottom="second"),
    "rags": Dress(0.58, 0.17, sleeve="rolled", collar="plain", hem="torn", legs="bare", bottom="accent", shoe="bare"),
    "none": Dress(),
}
