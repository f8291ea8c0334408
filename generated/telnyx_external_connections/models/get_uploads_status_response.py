from .._runtime.models import Model


class GetUploadsStatusResponseData(Model):
    pending_numbers_count: int | None = None
    """Phone numbers that are not yet assigned to the connection."""
    pending_orders_count: int | None = None
    """Uploads that have not yet been sent to Microsoft."""


class GetUploadsStatusResponse(Model):
    data: GetUploadsStatusResponseData | None = None
    """The counts for the connection."""
