"""The worker application with the toy steps alone."""

from celery import signals

from tasks import celery_app
from tasks.celery_app import app
from tests.services import toys

__all__ = ["app", "toys"]

signals.worker_init.disconnect(celery_app.load_steps)
