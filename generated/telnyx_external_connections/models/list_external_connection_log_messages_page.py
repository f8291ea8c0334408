from .._runtime.pagination import AsyncPage, Page
from .list_log_messages_response import ListLogMessagesResponse
from .log_message import LogMessage


class ListExternalConnectionLogMessagesPage(ListLogMessagesResponse, Page[LogMessage]):
    """A page of `external_connections.log_messages.list`."""


class AsyncListExternalConnectionLogMessagesPage(ListLogMessagesResponse, AsyncPage[LogMessage]):
    """A page of `external_connections.log_messages.list`."""
