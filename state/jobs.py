"""The one mirror: follows a run or a film from the database to the page, and stops when nobody looks any more.

A state that mixes this in says what to watch (`_views`), how a view is drawn (`_draw`) and when it is over (`_ended`).
The work itself goes on without any page; a reload calls `follow` again and finds the present state.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import reflex as rx

from litink_app.errors import LitinkError
from litink_app.schemas.account import Policy
from state.policy import policy

ENDED = frozenset({"done", "failed", "cancelled"})
TAB_CHECK_SECONDS = 5.0

_app: rx.App | None = None


def serve(app: rx.App) -> None:
    """Tell the mirrors whose tabs they serve."""
    global _app
    _app = app


class JobMixin(rx.State, mixin=True):
    following: bool = False
    trouble: str = ""

    @rx.event(background=True, supersedes=True)
    @policy(Policy.SIGNED_IN)
    async def follow(self) -> Any:
        last: Any = None
        try:
            async for view in attended(self._views(), self.router.session.client_token):
                if view == last:
                    continue
                last, over = view, self._ended(view)
                async with self:
                    self._draw(view)
                    self.following, self.trouble = not over, ""
                if over:
                    return self._then()
        except LitinkError as error:
            async with self:
                self.following, self.trouble = False, error.message
        return None

    def _views(self) -> AsyncIterator[Any]:
        raise TypeError(f"{type(self).__name__} does not say what it watches")

    def _draw(self, view: Any) -> None:
        raise TypeError(f"{type(self).__name__} does not say what it draws")

    def _ended(self, view: Any) -> bool:
        return view.status in ENDED

    def _then(self) -> Any:
        """What the page does when it is over."""


async def attended(views: AsyncIterator[Any], token: str) -> AsyncGenerator[Any, None]:
    """The views as they come, until the tab behind the token is closed."""
    coming = asyncio.ensure_future(anext(views, None))
    try:
        while await is_open(token):
            done, _ = await asyncio.wait({coming}, timeout=TAB_CHECK_SECONDS)
            if not done:
                continue
            if (view := coming.result()) is None:
                return
            yield view
            coming = asyncio.ensure_future(anext(views, None))
    finally:
        coming.cancel()


async def is_open(token: str) -> bool:
    """Whether a tab with this token is connected to any web process."""
    namespace = _app.event_namespace if _app else None
    return namespace is None or await namespace._token_manager.is_token_connected(token)
