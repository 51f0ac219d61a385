"""Plots, characters and scripts."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.PLOT)
def look(run_id: str) -> None:
    bridge.look("plot", run_id)
