"""The core of a generated client: hand-written, the same for every document, and private.

Its names are imported when they are first used: to import it costs next to nothing.
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
