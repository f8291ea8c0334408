from .._runtime.pagination import AsyncPage, Page
from .external_connection_phone_number import ExternalConnectionPhoneNumber
from .list_external_connection_phone_numbers_response import (
    ListExternalConnectionPhoneNumbersResponse,
)


class ListExternalConnectionPhoneNumbersPage(
    ListExternalConnectionPhoneNumbersResponse, Page[ExternalConnectionPhoneNumber]
):
    """A page of `external_connections.phone_numbers.list`."""


class AsyncListExternalConnectionPhoneNumbersPage(
    ListExternalConnectionPhoneNumbersResponse, AsyncPage[ExternalConnectionPhoneNumber]
):
    """A page of `external_connections.phone_numbers.list`."""
