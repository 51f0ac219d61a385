"""A sentence in each voice, to be heard before one is chosen: spoken once for a person by the engine and kept as its result."""

from uuid import UUID

from litink_app import db
from litink_app.errors import NotFound, Refused
from litink_app.providers.live import live
from litink_app.repositories import runs as run_rows
from litink_app.schemas.run import Blob, Done, Graph, Queue, RunStatus, RunView, StepSpec, Work
from litink_app.services import engine, media_links, runs, voices
from litink_app.services.graph import fingerprint
from litink_app.services.steps import step

SENTENCES = {
    "en": "Once upon a time there was a door at the end of the garden, and nobody knew where it led.",
    "es": "Érase una vez una puerta al fondo del jardín, y nadie sabía adónde llevaba.",
    "fr": "Il était une fois une porte au fond du jardin, et personne ne savait où elle menait.",
    "it": "C'era una volta una porta in fondo al giardino, e nessuno sapeva dove portasse.",
    "pt": "Era uma vez uma porta no fundo do jardim, e ninguém sabia aonde ela levava.",
}
"""By language; a voice whose language has none here is not offered to be heard."""
RUN = "voice_sample"


async def ask(owner: UUID, voice_id: str) -> UUID:
    """Have the sentence spoken in this voice; gives the run, at whose end `address` is known."""
    voice = next((one for one in voices.offered() if one.id == voice_id), None)
    if voice is None:
        raise NotFound("There is no such voice.")
    if voice.language not in SENTENCES:
        raise Refused(f"There is no sentence yet to hear {voice.name} with.")
    return await _asked(owner, voice_id, SENTENCES[voice.language])


def address(view: RunView) -> str:
    """The signed address of the sentence, "" where it was not spoken."""
    return media_links.address(view.steps[0].data["blobs"]["sample"]["asset"]) if view.status == RunStatus.DONE else ""


async def _asked(owner: UUID, voice_id: str, text: str) -> UUID:
    """The run that speaks it, of which each person has one for a voice and its words; begun again where it failed."""
    graph = Graph((StepSpec("sample", RUN, {"voice": voice_id, "text": text}),))
    key = f"{RUN}:{voice_id}:{fingerprint(graph)}"
    async with db.session() as unit:
        known = await run_rows.by_key(unit, owner, key)
        if known is None:
            return await engine.start(unit, owner, RUN, None, graph, idempotency_key=key, priority=1)
    if (await runs.view(owner, known)).status in (RunStatus.FAILED, RunStatus.CANCELLED):
        await runs.retry(owner, known)
    return known


@step(RUN, queue=Queue.AUDIO, seconds=3.0, limit=120.0)
async def speak(work: Work) -> Done:
    """The sentence in the voice."""
    voice = live().voice
    if voice.paid:
        await work.intend(voice.name)
    spoken = await voice.speak(work.params["text"], work.params["voice"], work.folder)
    return Done({"seconds": spoken.speech.seconds}, (Blob("sample", spoken.speech.path, "audio/wav"),), provider=voice.name)
