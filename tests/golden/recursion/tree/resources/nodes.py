"""The calls of `client.nodes`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /nodes",
    params=lambda: params.CreateNodeParams,
    body=core.JsonBody(),
    response=lambda: models.Node,
)


class Nodes(core.Resource):
    """`client.nodes` of a `Recursion`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        name: str | Omit = omit,
        parent: params.Node | core.Model | Omit = omit,
        children: Sequence[params.Node | core.Model] | Omit = omit,
        by_name: Mapping[str, params.Node | core.Model] | Omit = omit,
        leaf: params.Leaf | core.Model | Omit = omit,
        either: params.Node | params.Leaf | str | core.Model | Omit = omit,
        rows: params.Rows | Omit = omit,
        rule: params.Rule | Omit = omit,
        filter: params.CompoundFilter | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Node:
        """Call `POST /nodes`."""
        return self._request(
            _CREATE,
            options,
            name=name,
            parent=parent,
            children=children,
            by_name=by_name,
            leaf=leaf,
            either=either,
            rows=rows,
            rule=rule,
            filter=filter,
        )


class _Methods(core.Methods[core.Kind]):
    create = core.method(Nodes.create)


class AsyncNodes(_Methods[core.Async]):
    """`client.nodes` of an `AsyncRecursion`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
