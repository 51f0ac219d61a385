"""The worker application of the fault harness: the real tasks, and of steps only the toy film's, so that a killed worker is soon back."""

from celery import signals

from tasks import celery_app
from tasks.celery_app import app
from tests.faults import toys

__all__ = ["app", "toys"]

signals.worker_init.disconnect(celery_app.load_steps)
