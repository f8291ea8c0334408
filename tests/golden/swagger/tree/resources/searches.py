"""The calls of `client.searches`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, forms, omit, styles

_CREATE = core.Operation(
    "POST /searches",
    params=lambda: params.SearchCratesParams,
    body=forms.FormBody(styles={"sizes": styles.Query("sizes", style="spaceDelimited")}),
    response=lambda: models.AnyThing,
    security=(("username",), ("access_token",)),
)


class Searches(core.Resource):
    """`client.searches` of a `Depot`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self, *, text: str, sizes: Sequence[int] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.AnyThing:
        """Call `POST /searches`."""
        return self._request(_CREATE, options, text=text, sizes=sizes)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Searches.create)


class AsyncSearches(_Methods[core.Async]):
    """`client.searches` of an `AsyncDepot`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
