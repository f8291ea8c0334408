"""The calls of `client.books`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /books/{id}", response=lambda: models.Book)
_LIST = core.Operation("GET /books", response=lambda: list[models.Book])


class Books(core.Resource):
    """`client.books` of a `Selection`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> models.Book:
        """Call `GET /books/{id}`."""
        return self._request(_RETRIEVE, options, id=id)

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Book]:
        """Call `GET /books`."""
        return self._request(_LIST, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(Books.retrieve)
    list = core.method(Books.list)


class AsyncBooks(_Methods[core.Async]):
    """`client.books` of an `AsyncSelection`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
