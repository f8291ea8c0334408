"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .crates_params import (
        ChangeCrateParams as ChangeCrateParams,
        KeepCrateParams as KeepCrateParams,
        ListCratesParams as ListCratesParams,
    )
    from .crates_picture_params import (
        CratePictureParams as CratePictureParams,
        PaintCrateParams as PaintCrateParams,
    )
    from .searches_params import SearchCratesParams as SearchCratesParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".crates_params": "ChangeCrateParams KeepCrateParams ListCratesParams",
        ".crates_picture_params": "CratePictureParams PaintCrateParams",
        ".searches_params": "SearchCratesParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
