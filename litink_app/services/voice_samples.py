"""A sentence in each voice, to be heard before one is chosen: spoken once for a person by the engine and kept as its result."""

from collections.abc import AsyncIterator
from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.providers.live import live
from litink_app.repositories import runs as run_rows
from litink_app.schemas.run import Blob, Done, Graph, Queue, RunStatus, RunView, StepSpec, Work
from litink_app.schemas.views import VoiceSample
from litink_app.services import engine, media_links, runs, voices
from litink_app.services.graph import fingerprint
from litink_app.services.steps import step

SENTENCES = {
    "en": "Once upon a time there was a door at the end of the garden, and nobody knew where it led.",
    "es": "Érase una vez una puerta al fondo del jardín, y nadie sabía adónde llevaba.",
    "fr": "Il était une fois une porte au fond du jardin, et personne ne savait où elle menait.",
    "it": "C'era una volta una porta in fondo al giardino, e nessuno sapeva dove portasse.",
}
"""By language; a voice whose language has none here is not offered to be heard."""
RUN = "voice_sample"


async def ask(owner: UUID, voice_id: str) -> UUID:
    """Have the sentence spoken in this voice; gives the run that does it, begun again where it failed."""
    graph, key = _order(voice_id)
    async with db.session() as unit:
        known = await run_rows.by_key(unit, owner, key)
        if known is None:
            return await engine.start(unit, owner, RUN, None, graph, idempotency_key=key, priority=1)
    if (await runs.view(owner, known)).status in (RunStatus.FAILED, RunStatus.CANCELLED):
        await runs.retry(owner, known)
    return known


async def watch(owner: UUID, voice_id: str) -> AsyncIterator[VoiceSample]:
    """Have it spoken, and how that stands until the end."""
    async for view in runs.watch(owner, await ask(owner, voice_id)):
        yield _sample(view)


async def sample(owner: UUID, voice_id: str) -> VoiceSample:
    """How the speaking of it stands; NotFound before it was asked for."""
    _, key = _order(voice_id)
    async with db.session() as unit:
        known = await run_rows.by_key(unit, owner, key)
    if known is None:
        raise NotFound("This voice was not asked to speak yet.")
    return _sample(await runs.view(owner, known))


def _sample(view: RunView) -> VoiceSample:
    if view.status == RunStatus.DONE:
        return VoiceSample(view.status, media_links.address(view.steps[0].data["blobs"]["sample"]["asset"]))
    stopped = view.status in (RunStatus.FAILED, RunStatus.CANCELLED)
    return VoiceSample(view.status, message=(view.error or "The voice was stopped before it spoke.") if stopped else "")


def _order(voice_id: str) -> tuple[Graph, str]:
    """What speaks the sentence, and the key of the one run that each person has of it."""
    voice = next((one for one in voices.offered() if one.id == voice_id), None)
    if voice is None:
        raise NotFound("There is no such voice.")
    if voice.language not in SENTENCES:
        raise Refused(f"There is no sentence yet to hear {voice.name} with.")
    graph = Graph((StepSpec("sample", RUN, {"voice": voice_id, "text": SENTENCES[voice.language]}),))
    return graph, f"{RUN}:{voice_id}:{fingerprint(graph)}"


@step(RUN, queue=Queue.AUDIO, seconds=3.0, limit=120.0)
async def speak(work: Work) -> Done:
    """The sentence in the voice."""
    voice = live().voice
    if voice.paid:
        await work.intend(voice.name)
    spoken = await voice.speak(work.params["text"], work.params["voice"], work.folder)
    return Done({"seconds": spoken.speech.seconds}, (Blob("sample", spoken.speech.path, "audio/wav"),), provider=voice.name)
