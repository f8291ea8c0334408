from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .log_message import LogMessage


class ListLogMessagesResponse(Model):
    log_messages: list[LogMessage] | None = None
    """The log messages of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None


class ListExternalConnectionLogMessagesPage(Page[LogMessage], ListLogMessagesResponse):
    """A page of `external_connections.log_messages.list`."""

    __items__ = "log_messages"


class AsyncListExternalConnectionLogMessagesPage(AsyncPage[LogMessage], ListLogMessagesResponse):
    """A page of `external_connections.log_messages.list`."""

    __items__ = "log_messages"
