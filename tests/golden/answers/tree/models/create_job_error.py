from .._runtime.models import Model


class CreateJobError(Model):
    trace: str | None = None
