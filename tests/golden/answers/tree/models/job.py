from .._runtime.models import Model


class Job(Model):
    id: int
    done: bool | None = None
