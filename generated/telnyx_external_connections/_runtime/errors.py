"""Everything a client raises.

    ClientError
    ├── RequestValidationError (also a ValueError): nothing was sent
    └── APIError
        ├── APIConnectionError: no answer was had
        │   └── APITimeoutError
        ├── APIResponseValidationError: an answer that is not what the document says
        └── APIStatusError: an answer that says no; a class for each usual status

All can be pickled; no message, repr or pickle holds a credential.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .models import Drift
    from .transport import Request, Response


class ClientError(Exception):
    """The base of all that this client raises on its own account."""

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self.args, self.__dict__)


class RequestProblem:
    """One thing wrong with a call: the field, the rule it breaks and the value, shortened."""

    __slots__ = ("field", "message", "rule", "value")

    def __init__(self, field: str, rule: str, message: str, value: str) -> None:
        self.field = field
        self.rule = rule
        self.message = message
        self.value = value

    def __str__(self) -> str:
        received = f", but received {self.value}" if self.value else ""
        return f"`{self.field}` {self.message}{received} ({self.rule})"

    def __reduce__(self) -> tuple[object, ...]:
        return RequestProblem, (self.field, self.rule, self.message, self.value)


class RequestValidationError(ClientError, ValueError):
    """The arguments do not fit the document; nothing was sent."""

    def __init__(self, message: str, problems: tuple[RequestProblem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class APIError(ClientError):
    """A call that failed after it was sent, or while it was."""

    body: Any
    """The body of the answer: plain data where it was JSON, else its text, or None."""
    error: Any
    """The document's own error model, where the operation declares one and the body fits it."""

    def __init__(
        self,
        message: str,
        *,
        request: Request,
        response: Response | None = None,
        body: object = None,
        error: object = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.request: Request = request
        self._response = response
        self.body = body
        self.error = error

    @property
    def response(self) -> Response | None:
        """The answer, or None when there was none."""
        return self._response

    @property
    def status_code(self) -> int | None:
        return None if self._response is None else self._response.status_code

    @property
    def request_id(self) -> str | None:
        """The server's own name for the call, for its support."""
        return None if self._response is None else self._response.headers.get("x-request-id")


class APIConnectionError(APIError):
    """No whole answer was had; `__cause__` says why."""


class APITimeoutError(APIConnectionError):
    """A limit of the timeout passed."""


class APIResponseValidationError(APIError):
    """The answer is not what the document says; `drifts` names what differs."""

    drifts: tuple[Drift, ...] = ()


class APIStatusError(APIError):
    """The server answered with a status other than success."""

    @property
    def response(self) -> Response:
        assert self._response is not None
        return self._response

    @property
    def status_code(self) -> int:
        return self.response.status_code


class BadRequestError(APIStatusError): ...


class AuthenticationError(APIStatusError): ...


class PermissionDeniedError(APIStatusError): ...


class NotFoundError(APIStatusError): ...


class ConflictError(APIStatusError): ...


class UnprocessableEntityError(APIStatusError): ...


class RateLimitError(APIStatusError): ...


class InternalServerError(APIStatusError):
    """500 and above."""


_CLASSES = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_class(status_code: int) -> type[APIStatusError]:
    """The class of errors for a status."""
    return _CLASSES.get(status_code, InternalServerError if status_code >= 500 else APIStatusError)


def connection_error(cause: OSError, request: Request) -> APIConnectionError:
    """The error for what a transport raised."""
    timed_out = isinstance(cause, TimeoutError)
    said = shorten(str(cause) or type(cause).__name__)
    verb = "timed out" if timed_out else "failed"
    message = f"{request.method} {request.path} {verb}: {said}"
    return (APITimeoutError if timed_out else APIConnectionError)(message, request=request)


def shorten(text: str, limit: int = 80) -> str:
    """Text that is safe to print: no control characters, no more than `limit` of it."""
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[: limit + 1])
    return shown if len(shown) <= limit else shown[:limit] + "…"


def _restore(
    kind: type[ClientError], args: tuple[object, ...], state: dict[str, object]
) -> ClientError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
