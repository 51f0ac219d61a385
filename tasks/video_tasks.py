"""Moving shots."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.VIDEO)
def look(run_id: str) -> None:
    bridge.look("video", run_id)
