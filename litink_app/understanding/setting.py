"""What one paragraph tells of where and when it is."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Setting:
    """One paragraph: weights by kit, the place words behind them (with their token), where somebody goes, hours, skies, props."""

    words: int = 0
    kits: Counter[str] = field(default_factory=Counter[str])
    places: list[tuple[str, int, float]] = field(default_factory=list[tuple[str, int, float]])
    moved: str = ""
    hours: Counter[str] = field(default_factory=Counter[str])
    skies: Counter[str] = field(default_factory=Counter[str])
    props: Counter[str] = field(default_factory=Counter[str])
