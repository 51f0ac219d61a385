"""The control: the same toy film as a plain Celery chord with results in Redis, as one would write it first. It must be seen to fail."""

import os
import time
import uuid

import httpx
from celery import Celery, chord

app = Celery("control", broker=os.environ.get("BROKER_URL"), backend="redis+" + os.environ.get("BROKER_URL", "").removeprefix("redis+"))
app.conf.update(task_default_queue="image", broker_connection_retry_on_startup=True, worker_prefetch_multiplier=1)


def _ask(method: str, path: str, **body: object) -> dict[str, object]:
    with httpx.Client(base_url=os.environ["FAULT_PROVIDER"], trust_env=False, timeout=5) as client:
        return client.request(method, path, json=body or None).raise_for_status().json()


@app.task(shared=False, autoretry_for=(httpx.HTTPError,), retry_backoff=1, max_retries=9)
def picture(what: str) -> str:
    order = _ask("POST", "/order", key=uuid.uuid4().hex, what=what, seconds=0, run="control")
    time.sleep(0.6)
    return str(order["text"])


@app.task(shared=False, autoretry_for=(httpx.HTTPError,), retry_backoff=1, max_retries=9)
def cut(texts: list[str], name: str) -> None:
    _ask("POST", "/letter", key=name, name=name, text="".join(texts))


def order(name: str, scenes: int) -> None:
    chord(picture.s(f"{name} {n}") for n in range(scenes))(cut.s(name))
