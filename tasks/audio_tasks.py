"""Voices, music and sounds."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.AUDIO)
def look(run_id: str) -> None:
    bridge.look("audio", run_id)
