"""The calls of `client.deep.files`."""

from __future__ import annotations

from .. import _runtime as core, resources


class DeepFiles(core.Resource):
    """`client.deep.files` of a `Paths`."""

    old_name = core.child(lambda: resources.DeepFilesOldName)


class AsyncDeepFiles(core.Resource):
    """`client.deep.files` of an `AsyncPaths`."""

    old_name = core.child(lambda: resources.AsyncDeepFilesOldName)
