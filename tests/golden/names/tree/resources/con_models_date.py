"""The calls of `client.con.models_.date_`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /v1/con/models/date", response=lambda: models.Con)


class ConModelsDate(core.Resource):
    """`client.con.models_.date_` of a `N2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Con:
        """Call `GET /v1/con/models/date`."""
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ConModelsDate.retrieve)


class AsyncConModelsDate(_Methods[core.Async]):
    """`client.con.models_.date_` of an `AsyncN2ndNamesSuch`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
