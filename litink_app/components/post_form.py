"""A form that the browser itself posts. Reflex's own form always prevents that, with or without a handler."""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML


class _Form(BaseHTML):
    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]


def post_form(*children: rx.Component, action: str, **props: Any) -> rx.Component:
    """Posts its named fields to `action`, a path of `routes` under /auth."""
    return _Form.create(*children, action=action, method="post", **props)
