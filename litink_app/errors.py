"""The error tree.

LitinkError                 safe words: `message` may be shown to the person who asked
├── NotAllowed              signed in, but this is not for them
│   └── SignInNeeded        nobody is signed in
├── NotFound                no such thing, or it belongs to a stranger
├── Refused                 bad or hostile input; one clear sentence
│   └── TooMuch             over a limit: size, rate, quota, cap
├── Conflict                the thing changed meanwhile, or already exists
└── ProviderError           an outside (or embedded) provider failed
    ├── ProviderBusy        transient: try again, maybe after `retry_after` seconds
    ├── ProviderRefused     it will not do this request, ever
    └── ProviderBroken      it answered nonsense, or nothing; outcome may be unknown

Anything else is a bug: it is logged with its traceback and shown as such.
"""


class LitinkError(Exception):
    """An error whose `message` is safe to show."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(LitinkError):
    """Signed in, but not entitled."""


class SignInNeeded(NotAllowed):
    """Nobody is signed in."""

    def __init__(self, message: str = "Please sign in first.") -> None:
        super().__init__(message)


class NotFound(LitinkError):
    """There is no such thing for this person."""

    def __init__(self, message: str = "There is nothing here.") -> None:
        super().__init__(message)


class Refused(LitinkError):
    """Input that cannot be accepted, with the reason."""


class TooMuch(Refused):
    """A limit is reached; `retry_after` in seconds when waiting helps."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Conflict(LitinkError):
    """The thing exists already or changed meanwhile."""


class ProviderError(LitinkError):
    """A provider failed; subclasses say whether to try again."""


class ProviderBusy(ProviderError):
    """Transient; `retry_after` in seconds when the provider named it."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ProviderRefused(ProviderError):
    """The request itself is refused (moderation, bad parameters, no credit)."""


class ProviderBroken(ProviderError):
    """Nonsense or silence; the outcome of a paid call may be unknown."""
