"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .archive_files_params import (
        CopyFileParams as CopyFileParams,
        GetArchiveFilesNameJsonParams as GetArchiveFilesNameJsonParams,
    )
    from .files_old_name_deep_true_at_params import OldFilesParams as OldFilesParams
    from .files_params import (
        CopyFileParams2 as CopyFileParams2,
        GetFilesNameJsonParams as GetFilesNameJsonParams,
    )
    from .files_search_params import SearchFilesParams as SearchFilesParams
    from .points_params import PointAtParams as PointAtParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".archive_files_params": "CopyFileParams GetArchiveFilesNameJsonParams",
        ".files_old_name_deep_true_at_params": "OldFilesParams",
        ".files_params": "CopyFileParams2 GetFilesNameJsonParams",
        ".files_search_params": "SearchFilesParams",
        ".points_params": "PointAtParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
