"""Letters, and other messages of the outbox."""

from litink_app.queue import TaskName, task
from litink_app.services import outbox
from tasks import bridge


@task(TaskName.MAIL)
def look(run_id: str) -> None:
    bridge.look("mail", run_id)


@task(TaskName.DELIVER)
def deliver(row_id: str) -> None:
    bridge.run(outbox.deliver(int(row_id)))
