"""The FastAPI application: `rx.App(api_transformer=api)` puts it around Reflex, so that its shield covers pages and sockets too."""

from collections.abc import Iterator

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts

from litink_app import routes
from litink_app.api import (
    admin,
    ai,
    auth,
    books,
    chapters,
    characters,
    films,
    flower,
    forms,
    health,
    manual,
    media,
    merge,
    own_media,
    plots,
    problems,
    reviews,
    runs,
    subscriptions,
)
from litink_app.api.caller import Open, policies_of
from litink_app.api.shield import Shield
from litink_app.errors import NotFound
from litink_app.schemas.account import Policy

VERSIONED = (auth, books, chapters, reviews, ai, plots, characters, films, own_media, merge, runs, subscriptions, admin)
PLAIN = (forms, media, health, flower, manual)
FALLBACKS = (routes.API, "/auth", "/health", routes.MEDIA)
ALL_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def build() -> FastAPI:
    """The application with every route; refuses to be built with a route that declares no policy."""
    made = FastAPI(
        title="LitinkAI",
        description="Any book becomes a film. Sign in at /auth/sign-in; send the access token as a bearer token.",
        version="1",
        openapi_url=f"{routes.API}/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    for module in VERSIONED:
        made.include_router(module.router, prefix=routes.API)
    for module in PLAIN:
        made.include_router(module.router)
    made.include_router(_nothing_else())
    made.add_middleware(Shield)
    problems.install(made)
    if bare := [path for _, path, policies in declared(made) if not policies]:
        raise RuntimeError(f"routes without a policy: {bare}")
    return made


def declared(api: FastAPI) -> Iterator[tuple[frozenset[str], str, list[Policy]]]:
    """Methods, path and policies of every route that calls something of ours."""
    for route in iter_route_contexts(api.routes):
        if hasattr(route, "dependant"):
            yield frozenset(route.methods or ()), route.path or "", policies_of(route)


def _nothing_else() -> APIRouter:
    """Under our own prefixes an unknown path is not a page."""
    router = APIRouter(include_in_schema=False, dependencies=[Open])
    for prefix in FALLBACKS:
        router.add_api_route(f"{prefix}/{{rest:path}}", _absent, methods=ALL_METHODS)
    return router


async def _absent(rest: str) -> None:
    raise NotFound


api = build()
