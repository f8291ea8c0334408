from .._runtime.pagination import AsyncPage, Page
from .list_charges_response import ListChargesResponse
from .thing import Thing


class ListChargesPage(ListChargesResponse, Page[Thing]):
    """A page of `charges.list`."""


class AsyncListChargesPage(ListChargesResponse, AsyncPage[Thing]):
    """A page of `charges.list`."""
