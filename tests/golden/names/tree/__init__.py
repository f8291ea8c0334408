"""A typed client of the 2nd names & such."""

from __future__ import annotations

# Importing `typing` would double what this import costs; type checkers know the name without it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._runtime.errors import APIConnectionError as APIConnectionError
    from ._runtime.errors import APIError as APIError
    from ._runtime.errors import APIResponseValidationError as APIResponseValidationError
    from ._runtime.errors import APIStatusError as APIStatusError
    from ._runtime.errors import APITimeoutError as APITimeoutError
    from ._runtime.errors import AuthenticationError as AuthenticationError
    from ._runtime.errors import BadRequestError as BadRequestError
    from ._runtime.errors import ClientError
    from ._runtime.errors import ConflictError as ConflictError
    from ._runtime.errors import InternalServerError as InternalServerError
    from ._runtime.errors import NotFoundError as NotFoundError
    from ._runtime.errors import PermissionDeniedError as PermissionDeniedError
    from ._runtime.errors import RateLimitError as RateLimitError
    from ._runtime.errors import RequestValidationError as RequestValidationError
    from ._runtime.errors import UnprocessableEntityError as UnprocessableEntityError
    from ._runtime.models import Drift as Drift
    from ._runtime.omitted import Omit as Omit
    from ._runtime.omitted import omit as omit
    from ._runtime.options import RequestOptions as RequestOptions
    from ._runtime.responses import APIResponse as APIResponse
    from ._runtime.responses import AsyncAPIResponse as AsyncAPIResponse
    from ._runtime.timeouts import Timeout as Timeout
    from ._runtime.transport import AsyncTransport as AsyncTransport
    from ._runtime.transport import Request as Request
    from ._runtime.transport import Response as Response
    from ._runtime.transport import Transport as Transport
    from .client import AsyncN2ndNamesSuch as AsyncN2ndNamesSuch
    from .client import N2ndNamesSuch as N2ndNamesSuch

    N2ndNamesSuchError = ClientError
else:
    from ._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            "._runtime.errors": "APIConnectionError APIError APIResponseValidationError APIStatusError "
            "APITimeoutError AuthenticationError BadRequestError ConflictError "
            "InternalServerError N2ndNamesSuchError=ClientError NotFoundError "
            "PermissionDeniedError RateLimitError RequestValidationError "
            "UnprocessableEntityError",
            "._runtime.models": "Drift",
            "._runtime.omitted": "Omit omit",
            "._runtime.options": "RequestOptions",
            "._runtime.responses": "APIResponse AsyncAPIResponse",
            "._runtime.timeouts": "Timeout",
            "._runtime.transport": "AsyncTransport Request Response Transport",
            ".client": "AsyncN2ndNamesSuch N2ndNamesSuch",
        },
    )
