"""The worker's side of the queue: broker, task modules, signals. Started as `celery -A tasks.celery_app worker -Q image,audio -c 2`."""

from importlib import import_module
from typing import Any

from celery import signals

from litink_app import logs
from litink_app.queue import app, broker_url
from litink_app.services import steps
from tasks import bridge

MODULES = ("book", "plot", "image", "audio", "video", "lipsync", "merge", "blockchain", "mail")

logs.begin()
app.conf.update(broker_url=broker_url())
for _name in MODULES:
    import_module(f"tasks.{_name}_tasks")


@signals.worker_init.connect
def load_steps(**_: Any) -> None:
    """Before the fork, so that the children share what is loaded."""
    steps.load()


@signals.worker_process_init.connect
def _begin(**_: Any) -> None:
    bridge.open_loop()


@signals.worker_process_shutdown.connect
def _end(**_: Any) -> None:
    bridge.close_loop()
