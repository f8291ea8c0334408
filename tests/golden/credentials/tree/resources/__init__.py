"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .by_both import AsyncByBoth as AsyncByBoth, ByBoth as ByBoth
    from .by_certificate import (
        AsyncByCertificate as AsyncByCertificate,
        ByCertificate as ByCertificate,
    )
    from .by_choice import AsyncByChoice as AsyncByChoice, ByChoice as ByChoice
    from .by_client import AsyncByClient as AsyncByClient, ByClient as ByClient
    from .by_cookie import AsyncByCookie as AsyncByCookie, ByCookie as ByCookie
    from .by_either import AsyncByEither as AsyncByEither, ByEither as ByEither
    from .by_identity import AsyncByIdentity as AsyncByIdentity, ByIdentity as ByIdentity
    from .by_key import AsyncByKey as AsyncByKey, ByKey as ByKey
    from .by_login import AsyncByLogin as AsyncByLogin, ByLogin as ByLogin
    from .by_nothing import AsyncByNothing as AsyncByNothing, ByNothing as ByNothing
    from .by_odd_header import AsyncByOddHeader as AsyncByOddHeader, ByOddHeader as ByOddHeader
    from .by_odd_query import AsyncByOddQuery as AsyncByOddQuery, ByOddQuery as ByOddQuery
    from .by_odd_scheme import AsyncByOddScheme as AsyncByOddScheme, ByOddScheme as ByOddScheme
    from .by_odd_scope import AsyncByOddScope as AsyncByOddScope, ByOddScope as ByOddScope
    from .by_query import AsyncByQuery as AsyncByQuery, ByQuery as ByQuery
    from .by_scheme import AsyncByScheme as AsyncByScheme, ByScheme as ByScheme
    from .by_token import AsyncByToken as AsyncByToken, ByToken as ByToken
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".by_both": "AsyncByBoth ByBoth",
        ".by_certificate": "AsyncByCertificate ByCertificate",
        ".by_choice": "AsyncByChoice ByChoice",
        ".by_client": "AsyncByClient ByClient",
        ".by_cookie": "AsyncByCookie ByCookie",
        ".by_either": "AsyncByEither ByEither",
        ".by_identity": "AsyncByIdentity ByIdentity",
        ".by_key": "AsyncByKey ByKey",
        ".by_login": "AsyncByLogin ByLogin",
        ".by_nothing": "AsyncByNothing ByNothing",
        ".by_odd_header": "AsyncByOddHeader ByOddHeader",
        ".by_odd_query": "AsyncByOddQuery ByOddQuery",
        ".by_odd_scheme": "AsyncByOddScheme ByOddScheme",
        ".by_odd_scope": "AsyncByOddScope ByOddScope",
        ".by_query": "AsyncByQuery ByQuery",
        ".by_scheme": "AsyncByScheme ByScheme",
        ".by_token": "AsyncByToken ByToken",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
