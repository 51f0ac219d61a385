"""The manual of the API: one plain page drawn from the OpenAPI document, with no script and nothing from elsewhere."""

from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from litink_app import routes
from litink_app.api.caller import Open

router = APIRouter(include_in_schema=False, dependencies=[Open])

STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
article { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .75rem 0 }
h3 { font: 600 1rem ui-monospace, monospace; margin: 0; overflow-wrap: anywhere }
p { margin: .25rem 0 } code { font-size: .9em } dl { margin: .25rem 0 0 1rem } dt { font-family: ui-monospace, monospace }
"""


@router.get(routes.API_DOCS, response_class=HTMLResponse)
async def manual(request: Request) -> HTMLResponse:
    document = request.app.openapi()
    groups: dict[str, list[str]] = {}
    for path, methods in document["paths"].items():
        for method, what in methods.items():
            groups.setdefault((what.get("tags") or ["other"])[0], []).append(_operation(method, path, what, document))
    body = "".join(f"<section><h2>{escape(name)}</h2>{''.join(parts)}</section>" for name, parts in groups.items())
    head = f"<h1>{escape(document['info']['title'])}</h1><p>{escape(document['info']['description'])}</p>"
    machine = f'<p><a href="{routes.API}/openapi.json">OpenAPI document</a></p>'
    return HTMLResponse(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>API</title><style>{STYLE}</style>{head}{machine}{body}</html>"
    )


def _operation(method: str, path: str, what: dict[str, Any], document: dict[str, Any]) -> str:
    words = escape(what.get("description") or what.get("summary") or "")
    fields = [(each["name"], each["in"], each.get("required", False)) for each in what.get("parameters", [])]
    fields += _body(what, document)
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(place)}{', needed' if needed else ''}</dd>" for name, place, needed in fields)
    return f"<article><h3>{method.upper()} {escape(path)}</h3><p>{words}</p><dl>{listed}</dl></article>"


def _body(what: dict[str, Any], document: dict[str, Any]) -> list[tuple[str, str, bool]]:
    content = what.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    schema = document.get("components", {}).get("schemas", {}).get(name, {})
    return [(field, "body", field in schema.get("required", [])) for field in schema.get("properties", {})]
