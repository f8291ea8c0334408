from .._runtime.models import Model
from .mapping import Mapping_


class Con(Model):
    Mapping: Mapping_ | None = None
