"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .archive_files_params import (
        CopyFileParams as CopyFileParams,
        GetArchiveFilesNameJsonParams as GetArchiveFilesNameJsonParams,
    )
    from .deep_files_old_name_params import OldFilesParams as OldFilesParams
    from .files_params import (
        CopyFileParams2 as CopyFileParams2,
        GetFilesNameJsonParams as GetFilesNameJsonParams,
        SearchFilesParams as SearchFilesParams,
    )
    from .points_params import PointAtParams as PointAtParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".archive_files_params": "CopyFileParams GetArchiveFilesNameJsonParams",
        ".deep_files_old_name_params": "OldFilesParams",
        ".files_params": "CopyFileParams2 GetFilesNameJsonParams SearchFilesParams",
        ".points_params": "PointAtParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
