from typing import Any

from .._runtime.models import Model


class Parcel(Model):
    code: str
    sender: Any
