"""Shots in which somebody speaks in view."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.LIPSYNC)
def look(run_id: str) -> None:
    bridge.look("lipsync", run_id)
