from .._runtime.pagination import AsyncPage, Page
from .list_uploads_response import ListUploadsResponse
from .upload import Upload


class ListExternalConnectionUploadsPage(ListUploadsResponse, Page[Upload]):
    """A page of `external_connections.uploads.list`."""


class AsyncListExternalConnectionUploadsPage(ListUploadsResponse, AsyncPage[Upload]):
    """A page of `external_connections.uploads.list`."""
