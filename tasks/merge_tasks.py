"""Scenes joined to films."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.MERGE)
def look(run_id: str) -> None:
    bridge.look("merge", run_id)
