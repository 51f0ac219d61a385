"""The worker application with the toy steps beside the real ones."""

from tasks.celery_app import app
from tests.services import toys

__all__ = ["app", "toys"]
