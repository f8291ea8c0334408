from .._runtime.models import Model
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .log_message import LogMessage


class ListLogMessagesResponse(Model):
    log_messages: list[LogMessage] | None = None
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """Where a page stands in the whole list."""
