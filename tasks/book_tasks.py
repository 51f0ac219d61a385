"""Reading books."""

from litink_app.queue import TaskName, task
from tasks import bridge


@task(TaskName.BOOK)
def look(run_id: str) -> None:
    bridge.look("book", run_id)
