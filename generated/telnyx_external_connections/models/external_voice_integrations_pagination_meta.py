from .._runtime.models import Model


class ExternalVoiceIntegrationsPaginationMeta(Model):
    """The place of a page within the whole list."""

    total_pages: int | None = None
    """How many pages there are at this page size."""
    total_results: int | None = None
    """How many items there are on all pages together."""
    page_number: int | None = None
    """The number of this page, counted from 1."""
    page_size: int | None = None
    """The most items that a page holds."""
