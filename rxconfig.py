"""How Reflex runs: no Radix stylesheet, no telemetry, its own database untouched."""

import os

import reflex as rx

from litink_app import routes
from litink_app.config import settings

config = rx.Config(
    app_name="litink_app",
    api_url=os.environ.get("LITINK_API_URL", settings().url),
    deploy_url=settings().url,
    backend_host=settings().host,
    backend_port=settings().port,
    cors_allowed_origins=routes.origins(),
    redis_url=os.environ.get("LITINK_STATE_REDIS_URL"),
    telemetry_enabled=False,
    show_built_with_reflex=False,
    plugins=[rx.plugins.SitemapPlugin()],
)
