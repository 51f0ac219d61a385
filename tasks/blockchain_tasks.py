"""Badges on the chain."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.BLOCKCHAIN)
def look(run_id: str) -> None:
    bridge.look("blockchain", run_id)
