"""A toy film: a script, pictures that are paid for, clips that are made far away, and a cut by a child process."""

import asyncio
import os
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx

from litink_app.errors import ProviderBroken, ProviderBusy
from litink_app.schemas.run import Blob, Done, Graph, Parked, Queue, StepSpec, Work
from litink_app.services import outbox
from litink_app.services.steps import step

PICTURE, CLIP = Decimal("0.03"), Decimal("0.11")
SCENES = 3


def film(name: str) -> Graph:
    return Graph((StepSpec("script", "fault.script", {"name": name}),))


def expected(name: str) -> str:
    """What the finished film says."""
    return "".join(f"<{name} clip {n}>" for n in range(SCENES))


def price() -> Decimal:
    return SCENES * (PICTURE + CLIP)


async def call(method: str, path: str, **body: Any) -> dict[str, Any] | None:
    """Ask the provider; None where it knows nothing of it."""
    try:
        async with httpx.AsyncClient(base_url=os.environ["FAULT_PROVIDER"], timeout=5, trust_env=False) as client:
            answer = await client.request(method, path, json=body or None)
    except httpx.ConnectError as error:
        raise ProviderBusy("The provider is away.") from error
    except httpx.HTTPError as error:
        raise ProviderBroken("The provider went silent.") from error
    if answer.status_code == 404:
        return None
    if answer.status_code != 200:
        raise ProviderBusy("The provider is busy.")
    return answer.json()


async def known_or_ordered(work: Work, what: str, usd: Decimal, seconds: float) -> dict[str, Any]:
    """The order of this step: asked for where it may have been made before, else made now."""
    found = await call("GET", f"/order/{work.idempotency_key}") if work.intended or work.remote_id else None
    if found is None:
        await work.intend("far", usd)
        found = await call("POST", "/order", key=work.idempotency_key, what=what, seconds=seconds, run=str(work.run_id))
        await work.ordered(work.idempotency_key)
    assert found is not None
    return found


def blob(work: Work, name: str, text: str) -> Blob:
    path = work.folder / f"{name}.txt"
    path.write_text(text)
    return Blob(name, path, "text/plain")


@step("fault.script", queue=Queue.PLOT, seconds=0.2, attempts=9)
async def script(work: Work) -> Done:
    name, steps = work.params["name"], list[StepSpec]()
    for n in range(SCENES):
        steps.append(StepSpec(f"picture:{n}", "fault.picture", {"what": f"{name} picture {n}"}, ("script",), n))
        steps.append(StepSpec(f"clip:{n}", "fault.clip", {"what": f"{name} clip {n}"}, (f"picture:{n}",), n))
    cut = StepSpec("cut", "fault.cut", {}, tuple(f"clip:{n}" for n in range(SCENES)))
    await asyncio.sleep(0.1)
    return Done({"name": name}, expand=Graph((*steps, cut)))


@step("fault.picture", queue=Queue.IMAGE, seconds=0.3, attempts=9)
async def picture(work: Work) -> Done:
    await work.progress(0.1, sketch=True)
    made = await known_or_ordered(work, work.params["what"], PICTURE, 0)
    await asyncio.sleep(0.2)
    return Done({"text": made["text"]}, (blob(work, "picture", made["text"]),), PICTURE, "far")


@step("fault.clip", queue=Queue.VIDEO, seconds=1, attempts=9)
async def clip(work: Work) -> Done | Parked:
    made = await known_or_ordered(work, work.params["what"], CLIP, 0.5)
    if not made["ready"]:
        return Parked(work.idempotency_key, 0.5)
    return Done({"text": made["text"]}, (blob(work, "clip", made["text"]),), CLIP, "far")


CUTTER = "import sys, time; time.sleep(0.5); open(sys.argv[1], 'w').write(''.join(open(p).read() for p in sys.argv[2:]))"


@step("fault.cut", queue=Queue.MERGE, seconds=0.6, attempts=9)
async def cut(work: Work) -> Done:
    """Joins the clips in a child process, as ffmpeg would."""
    clips = [await work.fetch(work.needs[f"clip:{n}"]["blobs"]["clip"]["key"]) for n in range(SCENES)]
    target = work.folder / "film.txt"
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", CUTTER, str(target), *map(str, clips))
    try:
        if await child.wait():
            raise ProviderBroken("The cutter fell.")
    finally:
        if child.returncode is None:
            child.kill()
    return Done({"length": len(target.read_text())}, (Blob("film", Path(target), "text/plain"),))


@step("fault.deadly", queue=Queue.IMAGE, seconds=0.2, attempts=3)
async def deadly(work: Work) -> Done:
    """Kills its worker process every time."""
    os.kill(os.getpid(), 9)
    return Done({})


@outbox.delivers("fault.letter")
async def letter(key: str, payload: dict[str, Any]) -> None:
    await call("POST", "/letter", key=key, **payload)
