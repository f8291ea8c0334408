"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .things_params import CreateThingParams as CreateThingParams
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".things_params": "CreateThingParams",
        },
    )
