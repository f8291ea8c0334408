"""A typed client of the Attributes."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from ._runtime.drift_log import DriftLog as DriftLog
    from ._runtime.errors import (
        APIConnectionError as APIConnectionError,
        APIError as APIError,
        APIResponseValidationError as APIResponseValidationError,
        APIStatusError as APIStatusError,
        APITimeoutError as APITimeoutError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ClientError,
        ConflictError as ConflictError,
        InternalServerError as InternalServerError,
        NotFoundError as NotFoundError,
        OptionError as OptionError,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        RequestValidationError as RequestValidationError,
        ResponseTooLargeError as ResponseTooLargeError,
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from ._runtime.models import Drift as Drift
    from ._runtime.omitted import Omit as Omit, omit as omit
    from ._runtime.responses import APIResponse as APIResponse, AsyncAPIResponse as AsyncAPIResponse
    from ._runtime.retries import RetryPolicy as RetryPolicy
    from ._runtime.settings import RequestOptions as RequestOptions
    from ._runtime.timeouts import Timeout as Timeout
    from ._runtime.transport import (
        AsyncTransport as AsyncTransport,
        Request as Request,
        Response as Response,
        Transport as Transport,
    )
    from .client import AsyncAttributes as AsyncAttributes, Attributes as Attributes

    AttributesError = ClientError
else:
    from ._runtime.lazy import attributes

    _MODULES = {
        "._runtime.drift_log": "DriftLog",
        "._runtime.errors": "APIConnectionError APIError APIResponseValidationError APIStatusError "
        "APITimeoutError AttributesError=ClientError AuthenticationError BadRequestError "
        "ConflictError InternalServerError NotFoundError OptionError PermissionDeniedError "
        "RateLimitError RequestValidationError ResponseTooLargeError UnprocessableEntityError",
        "._runtime.models": "Drift",
        "._runtime.omitted": "Omit omit",
        "._runtime.responses": "APIResponse AsyncAPIResponse",
        "._runtime.retries": "RetryPolicy",
        "._runtime.settings": "RequestOptions",
        "._runtime.timeouts": "Timeout",
        "._runtime.transport": "AsyncTransport Request Response Transport",
        ".client": "AsyncAttributes Attributes",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
