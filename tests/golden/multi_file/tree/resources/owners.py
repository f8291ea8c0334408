"""The calls of `client.owners`."""

from __future__ import annotations

from typing import Annotated, Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions
from .._runtime.tagged import TaggedBy

_RETRIEVE = core.Operation(
    "GET /owners/{name}",
    response=lambda: Annotated[
        models.Person | models.Shelter,
        TaggedBy("kind", {"person": models.Person, "shelter": models.Shelter}),
    ],
)


class Owners(core.Resource):
    """`client.owners` of a `MultiFile`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self, name: str, **options: Unpack[RequestOptions]
    ) -> models.Person | models.Shelter:
        """Call `GET /owners/{name}`.

        Args:
            name: What the owner is called.
        """
        return self._request(_RETRIEVE, options, name=name)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Owners.retrieve)


class AsyncOwners(_Methods[core.Async]):
    """`client.owners` of an `AsyncMultiFile`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
