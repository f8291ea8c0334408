"""The private core of this client: written by hand, and the same for every API document.

Its names are imported at their first use, so that importing the package costs next to nothing.

    client: the base classes of the two clients
    settings: the options of a client and of a call, and their checks
    credentials: bearer tokens, and where credentials come from
    resource: the base classes of resources, and the raw, streaming and asynchronous methods
    operation: how an operation is described, and a call of one
    checking: validation of arguments before they are sent
    model_arguments: models of responses that are passed as arguments
    request: serialization of arguments into an HTTP request
    exchange: the course of a call: send, retry, redirect, raise, decode
    retries: which failures are retried, and after how many seconds
    deadlines: the time limit of a whole call
    timeouts: the time limits of its steps
    transport: HTTP requests, responses and the `Transport` protocols
    charsets: the charsets of text in responses
    pool: the transports that the copies of a client share
    transports/failures: exceptions of HTTP libraries as those of the protocol
    transports/httpx: the adapter for httpx2 and httpx
    transports/shares: the connections to httpx2, spread over several small pools of it
    transports/aiohttp: the adapter for aiohttp
    transports/pyreqwest: the adapters for pyreqwest
    forks: connections and locks in forked processes
    responses: the value of a response, and the response objects of raw calls
    models: the base of response models, and `Drift`
    drift: validation of responses, with what does not fit kept
    drift_log: a file of what did not fit
    json_types: JSON types in pydantic, without conversions
    plain_data: dicts, lists and scalars, and what other values become as such
    pagination: pages, and iteration over all of their items
    errors: the exceptions
    omitted: the mark `omit` of an argument that is not sent
    warmup: loading in advance what the first calls need
    lazy: names of a package imported at their first use

Other files are here because this API needs them; each says in its first line what for.
"""

from __future__ import annotations

TYPE_CHECKING: bool = False  # pyright: ignore[reportConstantRedefinition]
if TYPE_CHECKING:
    from .client import *  # noqa: F403
    from .credentials import *  # noqa: F403
    from .errors import *  # noqa: F403
    from .models import *  # noqa: F403
    from .omitted import *  # noqa: F403
    from .operation import *  # noqa: F403
    from .pagination import *  # noqa: F403
    from .resource import *  # noqa: F403
    from .responses import *  # noqa: F403
    from .retries import *  # noqa: F403
    from .settings import *  # noqa: F403
    from .timeouts import *  # noqa: F403
    from .transport import *  # noqa: F403
else:
    from .lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".client": "AsyncClient BaseClient HttpClientT SyncClient TransportT",
            ".credentials": "Bearer CredentialText TokenTypes",
            ".errors": "ClientError",
            ".models": "Drift Model",
            ".omitted": "Omit omit",
            ".operation": "JsonBody Operation PageNumber Query",
            ".pagination": "AsyncPage AsyncPaginator Page",
            ".resource": "Async AsyncRaw AsyncStreaming Kind Methods Raw Resource Streaming child "
            "method paginated view",
            ".responses": "APIResponse AsyncAPIResponse",
            ".retries": "RetryPolicy",
            ".settings": "Changes RequestOptions Service UrlTypes",
            ".timeouts": "Timeout TimeoutTypes",
            ".transport": "AsyncHttpClient AsyncTransport AsyncTransportTypes HttpClient Transport "
            "TransportTypes",
        },
    )
