"""The calls of `client.archive`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Archive(core.Resource):
    """`client.archive` of a `Paths`."""

    files = core.child(lambda: resources.ArchiveFiles)


class AsyncArchive(core.Resource):
    """`client.archive` of an `AsyncPaths`."""

    files = core.child(lambda: resources.AsyncArchiveFiles)
