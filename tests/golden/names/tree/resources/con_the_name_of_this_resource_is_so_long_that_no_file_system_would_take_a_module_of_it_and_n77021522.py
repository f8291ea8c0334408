"""The calls of
`client.con.the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_nobodafec34e8`.
"""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions

_RETRIEVE = core.Operation(
    "GET /v1/con/the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_nobody_would_type_it",
    response=lambda: models.Con,
)


class ConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8(
    core.Resource
):
    """`client.con.the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_nobodafec34e8`
    of a `N2ndNamesSuch`.
    """

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, **options: Unpack[RequestOptions]) -> models.Con:
        """Call `GET
        /v1/con/the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_nobody_would_type_it`.
        """
        return self._request(_RETRIEVE, options)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(
        ConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8.retrieve
    )


class AsyncConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8(
    _Methods[core.Async]
):
    """`client.con.the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_nobodafec34e8`
    of an `AsyncN2ndNamesSuch`.
    """

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
