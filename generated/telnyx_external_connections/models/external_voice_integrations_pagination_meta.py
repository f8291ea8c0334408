from .._runtime.models import Model


class ExternalVoiceIntegrationsPaginationMeta(Model):
    """Where a page stands in the whole list."""

    total_pages: int | None = None
    """How many pages there are."""
    total_results: int | None = None
    """How many items there are on all pages."""
    page_number: int | None = None
    """The page, counted from 1."""
    page_size: int | None = None
    """How many items a page holds."""
