"""The forms that pages post: they set or clear the cookie and send the browser on. No script and no socket is needed."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse

from litink_app import routes
from litink_app.api.caller import Open, address_of, agent_of, need_own_origin, token_of
from litink_app.errors import Conflict, LitinkError, NotAllowed, Refused, TooMuch
from litink_app.schemas.account import WORDS, Notice, Problem, Ticket
from litink_app.schemas.views import PersonView
from litink_app.services import accounts, session_cookie, welcome

router = APIRouter(include_in_schema=False, dependencies=[Open])

Text = Annotated[str, Form(max_length=100_000)]
Path = Annotated[str, Form(max_length=2000)]


@router.post(routes.AUTH_SIGN_IN)
async def sign_in(request: Request, email: Text = "", password: Text = "", next: Path = "") -> RedirectResponse:
    try:
        need_own_origin(request)
        ticket = await accounts.sign_in(email, password, address=address_of(request), agent=agent_of(request))
    except LitinkError as error:
        return _back(routes.SIGN_IN, error, next)
    return await _welcome(request, ticket, next)


@router.post(routes.AUTH_SIGN_UP)
async def sign_up(request: Request, email: Text = "", password: Text = "", name: Text = "", next: Path = "") -> RedirectResponse:
    try:
        need_own_origin(request)
        ticket = await welcome.sign_up(email, password, name, address=address_of(request), agent=agent_of(request))
    except LitinkError as error:
        return _back(routes.SIGN_UP, error, next)
    return await _welcome(request, ticket, next)


@router.get(routes.AUTH_LINK)
async def link(request: Request, token: Annotated[str, Query(max_length=200)] = "") -> RedirectResponse:
    """The owner's way in; used up by this."""
    try:
        ticket = await accounts.sign_in_by_link(token, address=address_of(request), agent=agent_of(request))
    except LitinkError as error:
        return _back(routes.SIGN_IN, error)
    return await _welcome(request, ticket, "")


@router.post(routes.AUTH_SIGN_OUT)
async def sign_out(request: Request) -> RedirectResponse:
    try:
        need_own_origin(request)
    except LitinkError as error:
        return _back(routes.HOME, error)
    await accounts.sign_out(token_of(request))
    return _away(Notice.SIGNED_OUT)


@router.post(routes.AUTH_SIGN_OUT_EVERYWHERE)
async def sign_out_everywhere(request: Request) -> RedirectResponse:
    try:
        await accounts.sign_out_everywhere(await _member(request))
    except LitinkError as error:
        return _back(routes.SIGN_IN, error)
    return _away(Notice.SIGNED_OUT_EVERYWHERE)


@router.post(routes.AUTH_PASSWORD)
async def password(request: Request, old: Text = "", new: Text = "") -> RedirectResponse:
    try:
        await accounts.change_password(await _member(request), old, new, token=token_of(request))
    except LitinkError as error:
        return _back(routes.PROFILE, error)
    return _go(routes.with_notice(routes.PROFILE, Notice.PASSWORD_CHANGED))


@router.post(routes.AUTH_EMAIL)
async def email(request: Request, email: Text = "", password: Text = "") -> RedirectResponse:
    try:
        await accounts.change_email(await _member(request), password, email)
    except LitinkError as error:
        return _back(routes.PROFILE, error)
    return _go(routes.with_notice(routes.PROFILE, Notice.EMAIL_CHANGED))


@router.post(routes.AUTH_NAME)
async def name(request: Request, name: Text = "") -> RedirectResponse:
    try:
        await accounts.rename(await _member(request), name)
    except LitinkError as error:
        return _back(routes.PROFILE, error)
    return _go(routes.with_notice(routes.PROFILE, Notice.NAME_CHANGED))


async def _member(request: Request) -> PersonView:
    need_own_origin(request)
    if (person := await accounts.who(token_of(request))) is None:
        raise NotAllowed(WORDS[Problem.SIGN_IN])
    return person


async def _welcome(request: Request, ticket: Ticket, after: str) -> RedirectResponse:
    """A new session replaces the one that the browser came with."""
    await accounts.sign_out(token_of(request))
    answer = _go(routes.local(after))
    answer.headers["Set-Cookie"] = session_cookie.issue(ticket.token)
    return answer


def _away(notice: Notice) -> RedirectResponse:
    answer = _go(routes.with_notice(routes.SIGN_IN, notice))
    answer.headers["Set-Cookie"] = session_cookie.clear()
    return answer


def _back(page: str, error: LitinkError, after: str = "") -> RedirectResponse:
    return _go(routes.with_problem(page, _problem(error), routes.local(after, "")))


def _problem(error: LitinkError) -> Problem:
    """The closed word for an error: the one whose words it carries, else the nearest by kind."""
    for problem in Problem:
        if WORDS[problem] == error.message:
            return problem
    kinds = ((TooMuch, Problem.MANY), (Conflict, Problem.TAKEN), (Refused, Problem.EMAIL))
    return next((problem for kind, problem in kinds if isinstance(error, kind)), Problem.WRONG)


def _go(path: str) -> RedirectResponse:
    return RedirectResponse(path, 303)
