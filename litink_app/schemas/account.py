"""Who may do what, and what crosses the border about accounts."""

from dataclasses import dataclass
from enum import StrEnum

from litink_app.schemas.views import PersonView


class Role(StrEnum):
    """Each role may do all that the ones before it may."""

    LEARNER = "learner"
    CREATOR = "creator"
    AUTHOR = "author"
    ADMIN = "admin"


class Policy(StrEnum):
    """What a handler or a route asks of its caller: nothing, or at least this role. Ownership is checked by the service."""

    ANYONE = "anyone"
    SIGNED_IN = "learner"
    CREATOR = "creator"
    AUTHOR = "author"
    ADMIN = "admin"


RANK = {role: rank for rank, role in enumerate(Role)}


def may(person: PersonView | None, policy: Policy) -> bool:
    """Whether `person` (None: nobody is signed in) satisfies `policy`."""
    if policy is Policy.ANYONE:
        return True
    return person is not None and RANK[Role(person.role)] >= RANK[Role(policy.value)]


@dataclass(frozen=True, slots=True)
class Ticket:
    """A sign-in: `token` goes into the cookie and is kept nowhere else."""

    token: str
    person: PersonView


class Problem(StrEnum):
    """Why a form of `/auth` came back; the page shows `WORDS` for it, never text from the address."""

    WRONG = "wrong"
    MANY = "many"
    PROOF = "proof"
    LOCKED = "locked"
    TAKEN = "taken"
    EMAIL = "email"
    PASSWORD = "password"  # noqa: S105
    NAME = "name"
    LINK = "link"
    ORIGIN = "origin"
    SIGN_IN = "sign-in"


class Notice(StrEnum):
    """What a form of `/auth` did."""

    PASSWORD_CHANGED = "password-changed"  # noqa: S105
    EMAIL_CHANGED = "email-changed"
    NAME_CHANGED = "name-changed"
    SIGNED_OUT = "signed-out"
    SIGNED_OUT_EVERYWHERE = "signed-out-everywhere"


PASSWORD_SHORTEST = 10
PASSWORD_LONGEST = 200

WORDS: dict[str, str] = {
    Problem.WRONG: "That e-mail address and password do not belong together.",
    Problem.PROOF: "That is not your present password.",
    Problem.MANY: "Too many tries. Wait a quarter of an hour, then try again; those who are signed in stay signed in.",
    Problem.LOCKED: "This account is locked. Ask the people who run this place.",
    Problem.TAKEN: "There is an account with this e-mail address already. Sign in instead.",
    Problem.EMAIL: "That does not look like an e-mail address.",
    Problem.PASSWORD: f"A password has {PASSWORD_SHORTEST} to {PASSWORD_LONGEST} characters.",
    Problem.NAME: "A name has 1 to 80 characters.",
    Problem.LINK: "This sign-in link was used already or is too old. A new one is printed at each start.",
    Problem.ORIGIN: "That form came from another place. Please try again from here.",
    Problem.SIGN_IN: "Please sign in first.",
    Notice.PASSWORD_CHANGED: "Your password is changed, and other devices are signed out.",
    Notice.EMAIL_CHANGED: "Your e-mail address is changed.",
    Notice.NAME_CHANGED: "Your name is changed.",
    Notice.SIGNED_OUT: "You are signed out.",
    Notice.SIGNED_OUT_EVERYWHERE: "You are signed out on every device.",
}
