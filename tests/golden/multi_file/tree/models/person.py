from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class Shelter(Model):
    kind: Literal["shelter"]
    people: list[Person] | None = None


class Person(Model):
    kind: Literal["person"]
    at: Shelter | None = None
