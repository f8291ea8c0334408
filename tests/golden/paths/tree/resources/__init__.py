"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .archive import Archive as Archive, AsyncArchive as AsyncArchive
    from .archive_files import ArchiveFiles as ArchiveFiles, AsyncArchiveFiles as AsyncArchiveFiles
    from .deep import AsyncDeep as AsyncDeep, Deep as Deep
    from .deep_files import AsyncDeepFiles as AsyncDeepFiles, DeepFiles as DeepFiles
    from .deep_files_old_name import (
        AsyncDeepFilesOldName as AsyncDeepFilesOldName,
        DeepFilesOldName as DeepFilesOldName,
    )
    from .files import AsyncFiles as AsyncFiles, Files as Files
    from .points import AsyncPoints as AsyncPoints, Points as Points
    from .root import AsyncRoot as AsyncRoot, Root as Root
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".archive": "Archive AsyncArchive",
        ".archive_files": "ArchiveFiles AsyncArchiveFiles",
        ".deep": "AsyncDeep Deep",
        ".deep_files": "AsyncDeepFiles DeepFiles",
        ".deep_files_old_name": "AsyncDeepFilesOldName DeepFilesOldName",
        ".files": "AsyncFiles Files",
        ".points": "AsyncPoints Points",
        ".root": "AsyncRoot Root",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
