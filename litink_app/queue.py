"""The Celery application object and the names of its tasks.

A message only says "look": a task name and ids. Postgres holds what is to be done; losing every message loses seconds.
The broker may be RabbitMQ (quorum queues) as well as Redis, by its address alone.
"""

import asyncio
from collections.abc import Callable
from enum import StrEnum
from typing import ParamSpec
from uuid import UUID

import structlog
from celery import Celery
from kombu.connection import Connection
from kombu.entity import Queue as Line
from kombu.exceptions import OperationalError
from kombu.pools import connections, producers

from litink_app.config import settings

log = structlog.get_logger()


class TaskName(StrEnum):
    """`{queue}.{verb}`: the queue is the part before the dot."""

    BOOK = "book.look"
    PLOT = "plot.look"
    IMAGE = "image.look"
    AUDIO = "audio.look"
    VIDEO = "video.look"
    LIPSYNC = "lipsync.look"
    MERGE = "merge.look"
    BLOCKCHAIN = "blockchain.look"
    MAIL = "mail.look"
    DELIVER = "mail.deliver"

    @property
    def queue(self) -> str:
        return self.value.partition(".")[0]


HARD_LIMITS = {
    "book": 1800,
    "plot": 1800,
    "image": 900,
    "audio": 1800,
    "video": 3600,
    "lipsync": 3600,
    "merge": 3600,
    "blockchain": 600,
    "mail": 300,
}
"""Seconds after which a worker process is killed whatever it does, per queue; a step's own limit is lower."""


P = ParamSpec("P")


def task(name: TaskName) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Register a task under its name, with the hard limit of its queue."""
    return app.task(name=name.value, time_limit=HARD_LIMITS[name.queue])


def broker_url() -> str:
    """The broker's address as Celery spells it."""
    url = settings().broker_url.get_secret_value() or settings().redis_url.get_secret_value()
    if not url:
        raise RuntimeError("REDIS_URL is not set: start with `litink up`, which brings its own Redis")
    return "redis+socket://" + url.removeprefix("unix://") if url.startswith("unix://") else url


app = Celery("litink", set_as_current=True)
app.conf.update(
    result_backend=None,
    task_ignore_result=True,
    task_store_errors_even_if_ignored=False,
    task_serializer="json",
    accept_content=["json"],
    task_acks_late=True,
    task_acks_on_failure_or_timeout=True,
    task_reject_on_worker_lost=True,
    task_create_missing_queues=False,
    task_queues=[Line(name, routing_key=name, queue_arguments={"x-queue-type": "quorum"}) for name in HARD_LIMITS],
    task_default_queue="book",
    task_time_limit=max(HARD_LIMITS.values()),
    task_publish_retry=False,
    worker_prefetch_multiplier=1,
    worker_max_tasks_per_child=200,
    worker_max_memory_per_child=1_500_000,
    worker_cancel_long_running_tasks_on_connection_loss=False,
    worker_hijack_root_logger=False,
    worker_send_task_events=True,
    worker_proc_alive_timeout=60.0,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={
        "visibility_timeout": 7200,
        "socket_timeout": 10,
        "socket_connect_timeout": 5,
        "health_check_interval": 10,
        "queue_order_strategy": "priority",
    },
    timezone="UTC",
)


def _connection() -> Connection:
    """Lazy, and quick to give up; pools are shared by all that are equal."""
    found = app.connection_for_write(broker_url())
    found.transport_options = {**found.transport_options, "max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.1}
    return found


def send(task: TaskName, *ids: UUID | int) -> bool:
    """Put one message on the task's queue; False where the broker is away (the sweeper tells again)."""
    try:
        with producers[_connection()].acquire(block=True, timeout=5) as producer:
            app.send_task(task.value, args=[str(found) for found in ids], queue=task.queue, producer=producer)
    except (OperationalError, OSError) as error:
        log.warning("broker is away", task=task.value, error=str(error))
        return False
    return True


async def enqueue(task: TaskName, *ids: UUID | int) -> bool:
    """`send` without holding up the event loop."""
    return await asyncio.to_thread(send, task, *ids)


def depths(queues: list[str]) -> dict[str, int]:
    """How many messages wait in each queue; empty where the broker is away."""
    try:
        with connections[_connection()].acquire(block=True, timeout=5) as connection:
            channel = connection.default_channel
            return {name: app.amqp.queues[name](channel).queue_declare().message_count for name in queues}
    except (OperationalError, OSError) as error:
        log.warning("broker is away", error=str(error))
        return {}
