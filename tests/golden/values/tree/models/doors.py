from .._runtime.models import Model


class DoorsLocks(Model):
    child: bool | None = None


class Doors(Model):
    locks: DoorsLocks | None = None
