"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .by_either import AsyncByEither as AsyncByEither, ByEither as ByEither
    from .by_key import AsyncByKey as AsyncByKey, ByKey as ByKey
    from .by_nothing import AsyncByNothing as AsyncByNothing, ByNothing as ByNothing
    from .by_token import AsyncByToken as AsyncByToken, ByToken as ByToken
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".by_either": "AsyncByEither ByEither",
            ".by_key": "AsyncByKey ByKey",
            ".by_nothing": "AsyncByNothing ByNothing",
            ".by_token": "AsyncByToken ByToken",
        },
    )
