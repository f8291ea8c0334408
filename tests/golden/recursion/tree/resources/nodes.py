"""The calls of `client.nodes`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_CREATE = core.Operation(
    "POST /nodes",
    params=lambda: params.CreateNodeParams,
    body=core.JsonBody(),
    response=lambda: models.Node,
)


class Nodes(core.Resource):
    """`client.nodes` of a `Recursion`."""

    with_raw_response = core.view(lambda: NodesWithRawResponse)
    with_streaming_response = core.view(lambda: NodesWithStreamingResponse)

    def create(
        self,
        *,
        name: str | Omit = omit,
        parent: params.Node | Omit = omit,
        children: Sequence[params.Node] | Omit = omit,
        by_name: Mapping[str, params.Node] | Omit = omit,
        leaf: params.Leaf | Omit = omit,
        either: params.Node | params.Leaf | str | Omit = omit,
        rows: params.Rows | Omit = omit,
        rule: params.Rule | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Node:
        """Call `POST /nodes`."""
        return self._request(
            _CREATE,
            {
                "name": name,
                "parent": parent,
                "children": children,
                "by_name": by_name,
                "leaf": leaf,
                "either": either,
                "rows": rows,
                "rule": rule,
            },
            options,
        )


class AsyncNodes(core.AsyncResource):
    """`client.nodes` of an `AsyncRecursion`."""

    with_raw_response = core.view(lambda: AsyncNodesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncNodesWithStreamingResponse)

    create = core.asynchronous(Nodes.create)


class NodesWithRawResponse(core.View):
    create = core.raw(Nodes.create)


class NodesWithStreamingResponse(core.View):
    create = core.streaming(Nodes.create)


class AsyncNodesWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncNodes.create)


class AsyncNodesWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncNodes.create)
