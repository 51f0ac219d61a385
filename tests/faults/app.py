"""The worker application of the fault harness: the real tasks and the toy film."""

from tasks.celery_app import app
from tests.faults import toys

__all__ = ["app", "toys"]
