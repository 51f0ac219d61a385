"""Pictures of characters and scenes."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.IMAGE)
def look(run_id: str) -> None:
    bridge.look("image", run_id)
