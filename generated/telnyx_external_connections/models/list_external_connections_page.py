from .._runtime.pagination import AsyncPage, Page
from .external_connection import ExternalConnection
from .get_all_external_connection_response import GetAllExternalConnectionResponse


class ListExternalConnectionsPage(GetAllExternalConnectionResponse, Page[ExternalConnection]):
    """A page of `external_connections.list`."""


class AsyncListExternalConnectionsPage(
    GetAllExternalConnectionResponse, AsyncPage[ExternalConnection]
):
    """A page of `external_connections.list`."""
