"""The kits: one function per kind of place."""

from collections.abc import Callable

from litink_app.studio.illustrator import grounds, halls, harbours, nature, rooms, towns, waters, wilds
from litink_app.studio.illustrator.board import Board

Kit = Callable[[Board], None]

INDOORS = frozenset({"drawing_room", "kitchen", "library", "bedroom", "courtroom", "school", "laboratory", "train"})

KITS: dict[str, Kit] = {
    "meadow": nature.meadow, "forest": nature.forest, "mountains": nature.mountains, "desert": wilds.desert, "snow": nature.snow, "garden": grounds.garden,
    "road": grounds.road, "riverside": grounds.riverside, "cave": wilds.cave, "battlefield": wilds.battlefield,
    "street": towns.street, "village": towns.village, "city_night": towns.city_night, "castle": towns.castle, "harbour": harbours.harbour, "sea": waters.sea, "ship": waters.ship, "beach": waters.beach,
    "drawing_room": rooms.drawing_room, "kitchen": rooms.kitchen, "library": rooms.library, "bedroom": rooms.bedroom, "courtroom": halls.courtroom, "school": halls.school,
    "laboratory": halls.laboratory, "train": halls.train,
}  # fmt: skip
