"""The kits: one function per kind of place."""

from collections.abc import Callable

from litink_app.studio.illustrator import nature, rooms, towns, waters
from litink_app.studio.illustrator.board import Board

Kit = Callable[[Board], None]

INDOORS = frozenset({"drawing_room", "kitchen", "library", "bedroom", "courtroom", "school", "laboratory", "train"})

KITS: dict[str, Kit] = {
    "meadow": nature.meadow, "forest": nature.forest, "mountains": nature.mountains, "desert": nature.desert, "snow": nature.snow, "garden": nature.garden,
    "road": nature.road, "riverside": nature.riverside, "cave": nature.cave, "battlefield": nature.battlefield,
    "street": towns.street, "village": towns.village, "city_night": towns.city_night, "castle": towns.castle, "harbour": towns.harbour, "sea": waters.sea, "ship": waters.ship, "beach": waters.beach,
    "drawing_room": rooms.drawing_room, "kitchen": rooms.kitchen, "library": rooms.library, "bedroom": rooms.bedroom, "courtroom": rooms.courtroom, "school": rooms.school,
    "laboratory": rooms.laboratory, "train": rooms.train,
}  # fmt: skip
