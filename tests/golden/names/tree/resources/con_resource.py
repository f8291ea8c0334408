"""The calls of `client.con`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, resources
from .._runtime import RequestOptions

_RETRIEVE = core.Operation("GET /v1/con/{aux}", response=lambda: models.Con)


class ConResource(core.Resource):
    """`client.con` of a `N2ndNamesSuch`."""

    models_ = core.child(lambda: resources.ConModels)
    the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_nobodafec34e8 = core.child(
        lambda: resources.ConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8
    )
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, aux: str, **options: Unpack[RequestOptions]) -> models.Con:
        """Call `GET /v1/con/{aux}`."""
        return self._request(_RETRIEVE, options, aux=aux)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ConResource.retrieve)


class AsyncConResource(_Methods[core.Async]):
    """`client.con` of an `AsyncN2ndNamesSuch`."""

    models_ = core.child(lambda: resources.AsyncConModels)
    the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_nobodafec34e8 = core.child(
        lambda: resources.AsyncConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8
    )
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
