"""The calls of `client.trees`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, deprecation, omit

_CREATE = core.Operation(
    "POST /trees",
    params=lambda: params.CreateTreeParams,
    body=core.JsonBody(),
    response=lambda: models.Tree,
)
_LIST = core.Operation("GET /trees", response=lambda: list[models.Tree])


class Trees(core.Resource):
    """`client.trees` of a `Schemas`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    @deprecation.deprecated_arguments("old")
    def create(
        self,
        *,
        kind: Literal["tree"],
        secret: str | Omit = omit,
        parent: params.Tree | core.Model | Omit = omit,
        children: Sequence[params.Tree | core.Model] | Omit = omit,
        by_name: Mapping[str, params.Tree | core.Model] | Omit = omit,
        leaf: params.Leaf | core.Model | Omit = omit,
        pet: params.Cat | params.Dog | core.Model | Omit = omit,
        height: float | Omit | None = omit,
        planted: str | datetime | Omit = omit,
        free: object | Omit = omit,
        status: Literal["up", "down"] | Omit | None = omit,
        level: Literal[1, 2, 3] | Omit = omit,
        old: str | Omit = omit,
        read_only: params.ReadOnly | core.Model | Omit = omit,
        nest: params.Nest | core.Model | Omit | None = omit,
        bark: str | params.TreeBark | core.Model | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Tree:
        """Call `POST /trees`.

        Args:
            parent: A tree of trees.
            height: (default 1.5)
        """
        return self._request(
            _CREATE,
            options,
            kind=kind,
            secret=secret,
            parent=parent,
            children=children,
            by_name=by_name,
            leaf=leaf,
            pet=pet,
            height=height,
            planted=planted,
            free=free,
            status=status,
            level=level,
            old=old,
            read_only=read_only,
            nest=nest,
            bark=bark,
        )

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Tree]:
        """Call `GET /trees`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Trees.create)
    list = core.method(Trees.list)


class AsyncTrees(_Methods[core.Async]):
    """`client.trees` of an `AsyncSchemas`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
