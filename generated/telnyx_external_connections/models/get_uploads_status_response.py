from .._runtime.models import Model


class GetUploadsStatusResponseData(Model):
    pending_numbers_count: int | None = None
    """How many phone numbers are not finished."""
    pending_orders_count: int | None = None
    """How many orders are not finished."""


class GetUploadsStatusResponse(Model):
    data: GetUploadsStatusResponseData | None = None
