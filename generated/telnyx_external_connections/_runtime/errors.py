"""The exceptions. All can be pickled; none shows or pickles a credential."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .lazy import publish

if TYPE_CHECKING:
    from .models import Drift
    from .transport import Request, Response


class ClientError(Exception):
    """The base of all exceptions of this client."""

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are unpickled by `__init__`, which takes more than `args` here.
        return _restore, (type(self), self.args), self.__dict__


def _restore(kind: type[ClientError], args: tuple[object, ...]) -> ClientError:
    return kind.__new__(kind, *args)


@dataclass(frozen=True)
class RequestProblem:
    """An invalid argument: the field, the rule it breaks and the value, shortened."""

    field: str
    rule: str
    message: str
    value: str

    def __str__(self) -> str:
        received = f", but received {self.value}" if self.value else ""
        return f"`{self.field}` {self.message}{received} ({self.rule})"


class RequestValidationError(ClientError, ValueError):
    """Arguments that do not fit the document; nothing was sent."""

    def __init__(self, message: str, problems: tuple[RequestProblem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class OptionError(ClientError, TypeError, ValueError):
    """An option that does not exist, or a value that it cannot have; nothing was sent."""


def checked(name: str, value: Any, kind: type | Callable[[Any], bool], wanted: str) -> Any:
    """Return the value of an option. Raises `OptionError` if it is not valid."""
    is_fit = isinstance(value, kind) if isinstance(kind, type) else kind(value)
    if is_fit or (value is None and "None" in wanted):
        return value
    raise OptionError(f"{name} takes {wanted}, not {value!r}")


def unknown_options(taker: str, given: Iterable[str], known: Iterable[str]) -> OptionError:
    """Return the error for options of which some do not exist."""
    from difflib import get_close_matches

    names = sorted(known)
    unknown = sorted(set(given).difference(names))
    near = [name for each in unknown for name in get_close_matches(each, names, 1)]
    said = f"; did you mean {' and '.join(dict.fromkeys(near))}?" if near else "."
    message = f"{taker} takes no argument called {', '.join(unknown)}{said}"
    return OptionError(f"{message} Its options are {', '.join(names)}")


class APIError(ClientError):
    """A call that failed after it was sent, or while it was.

    `response` is None if there is none. `body` is plain data if it was JSON, else text, or None.
    """

    error: Any = None
    """The document's own error model, where the operation declares one and the body fits it."""

    def __init__(self, message: str, request: Request, response: Response | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.response = response
        self.status_code = None if response is None else response.status_code
        self.request_id = None if response is None else response.headers.get("x-request-id")
        self.body = None if response is None else response.data


class APIConnectionError(APIError):
    """An incomplete response, or none; `__cause__` says why."""


class APITimeoutError(APIConnectionError):
    """A limit of the timeout, or a deadline, that passed."""


class APIResponseValidationError(APIError):
    """A response that does not fit the document; `drifts` names the differences."""

    drifts: tuple[Drift, ...] = ()


class ResponseTooLargeError(ClientError):
    """A response whose body is longer than `max_response_bytes`."""

    def __init__(self, limit: int) -> None:
        said = "stream the answer, or allow more by max_response_bytes"
        super().__init__(f"more than {limit:,} bytes came; {said}")


class APIStatusError(APIError):
    """A response with an error status."""

    response: Response  # pyright: ignore[reportIncompatibleVariableOverride]
    status_code: int  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init_subclass__(cls, status: int = 0) -> None:
        _CLASSES.setdefault(status, cls)


_CLASSES: dict[int, type[APIStatusError]] = {}


def status_class(status_code: int) -> type[APIStatusError]:
    """Return the exception class for a status."""
    return _CLASSES.get(min(status_code, 500), APIStatusError)


class BadRequestError(APIStatusError, status=400): ...


class AuthenticationError(APIStatusError, status=401): ...


class PermissionDeniedError(APIStatusError, status=403): ...


class NotFoundError(APIStatusError, status=404): ...


class ConflictError(APIStatusError, status=409): ...


class UnprocessableEntityError(APIStatusError, status=422): ...


class RateLimitError(APIStatusError, status=429): ...


class InternalServerError(APIStatusError, status=500):
    """A response with a status from 500 up."""


@contextmanager
def connection_errors(request: Request) -> Generator[None]:
    """Raise the exceptions of a transport as `APIConnectionError`."""
    try:
        yield
    except OSError as cause:
        kind, verb = APIConnectionError, "failed"
        if isinstance(cause, TimeoutError):
            kind, verb = APITimeoutError, "timed out"
        said = shorten(str(cause) or type(cause).__name__)
        raise kind(f"{request.method} {request.path} {verb}: {said}", request) from cause


def shorten(text: str, limit: int = 80) -> str:
    """Return text that is safe to print: without control characters, and at most `limit` long."""
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[: limit + 1])
    return shown if len(shown) <= limit else shown[:limit] + "…"


publish(__name__, globals())
