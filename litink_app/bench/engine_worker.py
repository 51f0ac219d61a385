"""The worker of the engine's bench: the real tasks, with the bench's steps beside the real ones."""

from litink_app.bench import engine
from tasks.celery_app import app

__all__ = ["app", "engine"]
