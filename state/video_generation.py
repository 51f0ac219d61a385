"""A film and its making, mirrored from the database while somebody watches."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import reflex as rx

from litink_app import routes
from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from litink_app.schemas.run import RunStatus
from litink_app.schemas.views import ANIMATIC, ProductionView, SceneView, StageView
from litink_app.services import production
from state.jobs import ENDED, JobMixin
from state.policy import my_id, policy

NO_FILM = ProductionView("", "", "", "", "", "", 0, "", 0, 0.0, None, "", "", [], [], "", "", "", "", "")
NO_SCENE = SceneView(0, "", "", "", 0.0, [], "", "", "")


REELS = 24
"""Reflex sends a changed var whole, so the scenes in the making are spread over this many: up to so many scenes, one change sends one."""


class VideoGenerationState(JobMixin, rx.State):
    """`film` is without stages and scenes; `scenes` is the script, which stands still; how far each scene is stands in the reels."""

    film: ProductionView = NO_FILM
    stages: list[StageView] = []
    scenes: list[SceneView] = []
    starts: list[float] = []
    shown: SceneView = NO_SCENE
    newest: str = ""
    loaded: bool = False
    error: str = ""

    if TYPE_CHECKING:
        film_id: str

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def load(self) -> AsyncIterator[Any]:
        if self.film.id != self.film_id:
            self.film, self.stages, self.shown, self.loaded = NO_FILM, [], NO_SCENE, False
            self._draw(NO_FILM)
            yield
        try:
            self._draw(await production.view(my_id(), self.film_id))
            self.error = ""
        except LitinkError as error:
            self.error = error.message
        self.loaded = True
        if self.film.id and not self._ended(self.film):
            yield VideoGenerationState.follow

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def show_scene(self, number: int) -> None:
        """Put a scene on the stage."""
        self.shown = next((scene for scene in self._made() if scene.number == number), NO_SCENE)

    @rx.event
    @policy(Policy.SIGNED_IN)
    async def show_film(self) -> None:
        self.shown = NO_SCENE

    @rx.event
    @policy(Policy.CREATOR)
    async def cancel(self) -> Any:
        await production.cancel(my_id(), self.film_id)
        return VideoGenerationState.load

    @rx.event
    @policy(Policy.CREATOR)
    async def pause(self) -> Any:
        await production.pause(my_id(), self.film_id)
        return VideoGenerationState.load

    @rx.event
    @policy(Policy.CREATOR)
    async def resume(self) -> Any:
        await production.resume(my_id(), self.film_id)
        return VideoGenerationState.load

    @rx.event
    @policy(Policy.CREATOR)
    async def retry(self) -> Any:
        await production.retry(my_id(), self.film_id)
        return VideoGenerationState.load

    @rx.event
    @policy(Policy.CREATOR)
    async def make(self) -> Any:
        """Make the film of which only a quick look was taken."""
        await production.make(my_id(), self.film_id)
        return VideoGenerationState.load

    @rx.event
    @policy(Policy.CREATOR)
    async def remove(self) -> Any:
        await production.delete(my_id(), self.film_id)
        return [rx.redirect(routes.FILMS), rx.toast("The film is gone. The book stays.")]

    def _views(self) -> AsyncIterator[ProductionView]:
        return production.watch(my_id(), self.film_id)

    def _ended(self, view: ProductionView) -> bool:
        return view.status in (*ENDED, ANIMATIC)

    def _draw(self, view: ProductionView) -> None:
        self.film = _onward(self.film, _kept_addresses(self.film, replace(view, stages=[], scenes=[])))
        if view.stages != self.stages:
            self.stages = view.stages
        self._draw_script(view.scenes)
        for number, reel in enumerate(_dealt(view.scenes)):
            self._draw_reel(f"reel_{number}", reel)
        pictures = [scene.picture_url for scene in self._made() if scene.picture_url]
        self.newest = pictures[-1] if pictures else ""

    def _draw_script(self, scenes: list[SceneView]) -> None:
        script = [replace(scene, status="", picture_url="", sound_url="") for scene in scenes]
        if script != self.scenes:
            self.scenes = script
            self.starts = [scene.start for scene in scenes]

    def _draw_reel(self, name: str, reel: list[SceneView]) -> None:
        held = {scene.number: scene for scene in getattr(self, name)}
        fresh = [_kept_addresses(held.get(scene.number, NO_SCENE), scene) for scene in reel]
        if fresh != getattr(self, name):
            setattr(self, name, fresh)
        for scene in fresh:
            if scene.number == self.shown.number and scene != self.shown:
                self.shown = scene

    def _made(self) -> Iterator[SceneView]:
        for number in range(REELS):
            yield from getattr(self, f"reel_{number}")


for _number in range(REELS):
    VideoGenerationState.add_var(f"reel_{_number}", list[SceneView], [])


def _dealt(scenes: list[SceneView]) -> list[list[SceneView]]:
    """The scenes, without their lines, in order over all reels as evenly as can be."""
    bare = [replace(scene, lines=[]) for scene in scenes]
    edges = [len(bare) * number // REELS for number in range(REELS + 1)] if len(bare) > REELS else [*range(len(bare) + 1)]
    edges += [len(bare)] * (REELS + 1 - len(edges))
    return [bare[a:b] for a, b in pairwise(edges)]


def _onward(old: ProductionView, new: ProductionView) -> ProductionView:
    """While one run goes on its percentage never falls, though more steps than foreseen may have come to light."""
    same = old.run_id == new.run_id and old.status == new.status == RunStatus.RUNNING
    return replace(new, percent=max(old.percent, new.percent)) if same else new


def _kept_addresses(old: Any, new: Any) -> Any:
    """`new` with the signed addresses of `old` where they point to the same media, so that nothing is loaded twice."""
    names = [name for name in new.__slots__ if name.endswith("_url")]
    return replace(new, **{name: getattr(old, name) for name in names if _place(getattr(old, name)) == _place(getattr(new, name))})


def _place(address: str) -> str:
    return address.partition("?")[0]
