"""How this browser likes to read: kept in the browser, read as hostile (only known values count)."""

import reflex as rx

from litink_app.schemas.account import Policy
from state.policy import policy

SIZES = ("1", "2", "3", "4", "5", "6")
FACES = ("serif", "sans")
SPACINGS = ("close", "even", "open")


class ThemeState(rx.State):
    size: str = rx.LocalStorage("3", name="reading-size", sync=True)
    face: str = rx.LocalStorage("serif", name="reading-face", sync=True)
    spacing: str = rx.LocalStorage("even", name="reading-spacing", sync=True)

    @rx.event
    @policy(Policy.ANYONE)
    async def resize(self, steps: int) -> None:
        here = SIZES.index(self.size) if self.size in SIZES else 2
        self.size = SIZES[max(0, min(len(SIZES) - 1, here + steps))]

    @rx.event
    @policy(Policy.ANYONE)
    async def choose_face(self, face: str) -> None:
        self.face = face if face in FACES else FACES[0]

    @rx.event
    @policy(Policy.ANYONE)
    async def choose_spacing(self, spacing: str) -> None:
        self.spacing = spacing if spacing in SPACINGS else SPACINGS[1]
