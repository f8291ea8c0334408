from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .thing import Thing


class ListFilesResponse(Model):
    files: list[Thing] | None = None
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None


class ListFilesPage(Page[Thing], ListFilesResponse):
    """A page of `files.list`."""

    __items__ = "files"


class AsyncListFilesPage(AsyncPage[Thing], ListFilesResponse):
    """A page of `files.list`."""

    __items__ = "files"
