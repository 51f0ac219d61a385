"""Editing one scene of about twenty: the seconds of work that the change costs beside those of the whole film.

Method: a trailer of about 20 scenes is made by real workers from the sample book, one line of the tenth scene is changed, and the busy
seconds of all steps that were not reused are added up, both times by the engine's own clock.
"""

from typing import Any
from uuid import UUID, uuid4

from litink_app import db
from litink_app.bench.installation import fresh_engine
from litink_app.repositories import runs as rows
from litink_app.schemas.run import RunStatus
from litink_app.services import accounts, library, production, runs

SECONDS = 140


def run() -> dict[str, Any]:
    """Busy seconds of both runs, their ratio, and which scenes were touched."""
    with fresh_engine():
        return db.once(_measure)


async def _measure() -> dict[str, Any]:
    owner = await accounts.owner_id()
    book = await library.add_sample(owner)
    await _ended(owner, (await library.book(owner, book)).book.run_id)
    chapters = [chapter.id for chapter in (await library.book(owner, book)).chapters if chapter.kind == "body"]
    film = await production.create(owner, book, chapters, style="trailer", seconds=SECONDS, aspect="16:9", key=str(uuid4()))
    whole = await _work(owner, film)
    script = await production.script(owner, film)
    assert script is not None
    scene = script.scenes[min(9, len(script.scenes) - 1)]
    line = scene.lines[0]
    await production.edit_line(owner, film, line.id, f"{line.text.rstrip('.!?')} indeed.")
    part = await _work(owner, film)
    touched = sorted({step["scene"] for step in part if step["scene"] and not step["reused"]})
    full, again = _busy(whole), _busy(part)
    return {
        "scenes": len(script.scenes),
        "whole film, busy s": round(full, 1),
        "one line changed, busy s": round(again, 1),
        "ratio": f"{again / full:.1%} (at most 8 %)",
        "scenes made anew": touched,
        "steps made anew, s": {step["key"]: round(step["seconds"], 1) for step in part if not step["reused"]},
        "whole film, s by kind": {kind: round(_busy([step for step in whole if step["kind"] == kind]), 1) for kind in _kinds(whole)},
    }


async def _work(owner: UUID, film: str) -> list[dict[str, Any]]:
    view = await production.view(owner, film)
    await _ended(owner, view.run_id)
    async with db.session() as unit:
        return [dict(step) for step in await rows.steps(unit, UUID(view.run_id))]


async def _ended(owner: UUID, run_id: str) -> None:
    seen = [view async for view in runs.watch(owner, UUID(run_id))]
    if seen[-1].status != RunStatus.DONE:
        raise RuntimeError(f"the run ended as {seen[-1].status}: {seen[-1].error}")


def _kinds(steps: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(step["kind"] for step in steps))


def _busy(steps: list[dict[str, Any]]) -> float:
    return sum(step["seconds"] for step in steps if not step["reused"])
