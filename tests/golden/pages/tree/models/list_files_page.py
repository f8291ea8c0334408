from .._runtime.pagination import AsyncPage, Page
from .list_files_response import ListFilesResponse
from .thing import Thing


class ListFilesPage(ListFilesResponse, Page[Thing]):
    """A page of `files.list`."""


class AsyncListFilesPage(ListFilesResponse, AsyncPage[Thing]):
    """A page of `files.list`."""
