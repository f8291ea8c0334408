from .._runtime.models import Model
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .log_message import LogMessage


class ListLogMessagesResponse(Model):
    log_messages: list[LogMessage] | None = None
    """The log messages of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """The place of a page within the whole list."""
