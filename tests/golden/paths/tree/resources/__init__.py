"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .archive import Archive as Archive, AsyncArchive as AsyncArchive
    from .archive_files import ArchiveFiles as ArchiveFiles, AsyncArchiveFiles as AsyncArchiveFiles
    from .files import AsyncFiles as AsyncFiles, Files as Files
    from .files_old_name_deep_true_at import (
        AsyncFilesOldNameDeepTrueAt as AsyncFilesOldNameDeepTrueAt,
        FilesOldNameDeepTrueAt as FilesOldNameDeepTrueAt,
    )
    from .files_search import AsyncFilesSearch as AsyncFilesSearch, FilesSearch as FilesSearch
    from .points import AsyncPoints as AsyncPoints, Points as Points
    from .root import AsyncRoot as AsyncRoot, Root as Root
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".archive": "Archive AsyncArchive",
        ".archive_files": "ArchiveFiles AsyncArchiveFiles",
        ".files": "AsyncFiles Files",
        ".files_old_name_deep_true_at": "AsyncFilesOldNameDeepTrueAt FilesOldNameDeepTrueAt",
        ".files_search": "AsyncFilesSearch FilesSearch",
        ".points": "AsyncPoints Points",
        ".root": "AsyncRoot Root",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
