"""Errors as `application/problem+json`: safe words outside, tracebacks in the log only."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from litink_app import errors

STATUS: Mapping[type[errors.LitinkError], int] = {
    errors.SignInNeeded: 401,
    errors.NotAllowed: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.TooMuch: 429,
    errors.Refused: 422,
    errors.ProviderBusy: 503,
    errors.ProviderError: 502,
    errors.LitinkError: 400,
}

log = structlog.get_logger()


class Problem(JSONResponse):
    media_type = "application/problem+json"

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
        super().__init__(body, status, headers)


def of(error: errors.LitinkError) -> Problem:
    """The answer for an error of the house; the nearest entry of `STATUS` gives its status."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    return Problem(status, error.message, _headers(error, status))


def install(api: FastAPI) -> None:
    api.add_exception_handler(errors.LitinkError, _house)
    api.add_exception_handler(RequestValidationError, _validation)
    api.add_exception_handler(HTTPException, _http)
    for kind in (OperationalError, InterfaceError, PoolTimeout):
        api.add_exception_handler(kind, _database)
    api.add_exception_handler(DBAPIError, _bad_value)
    api.add_exception_handler(Exception, _bug)


def _headers(error: errors.LitinkError, status: int) -> dict[str, str]:
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    if wait := getattr(error, "retry_after", None):
        headers["Retry-After"] = str(int(wait))
    return headers


async def _house(request: Request, error: Exception) -> Problem:
    assert isinstance(error, errors.LitinkError)
    log.info("request refused", path=request.url.path, kind=type(error).__name__)
    return of(error)


async def _validation(request: Request, error: Exception) -> Problem:
    assert isinstance(error, RequestValidationError)
    fields = [{"where": ".".join(str(part) for part in each["loc"])[:200], "what": each["msg"][:200]} for each in error.errors()[:20]]
    return Problem(422, "The request does not have the right form.", errors=fields)


async def _http(request: Request, error: Exception) -> Problem:
    assert isinstance(error, HTTPException)
    return Problem(error.status_code, HTTPStatus(error.status_code).description or "That did not work.", error.headers)


async def _database(request: Request, error: Exception) -> Problem:
    log.error("database unreachable", path=request.url.path, kind=type(error).__name__)
    return Problem(503, "The database does not answer just now. Please try again in a moment.", {"Retry-After": "5"})


async def _bad_value(request: Request, error: Exception) -> Problem:
    """Values that Postgres cannot hold (a NUL in a text, a number out of range) are the caller's; the rest are bugs."""
    assert isinstance(error, DBAPIError)
    if str(getattr(error.orig, "sqlstate", "") or "").startswith("22") or "NUL" in str(error.orig):
        return Problem(422, "The request holds a value that cannot be kept.")
    return await _bug(request, error)


async def _bug(request: Request, error: Exception) -> Problem:
    log.error("bug in a route", path=request.url.path, exc_info=error)
    return Problem(500, "Something went wrong on our side. It is noted.")
