from __future__ import annotations

from .._runtime.models import Model


class Pet(Model):
    """A pet."""

    name: str | None = None
    owner: Owner | None = None


class Owner(Model):
    pets: list[Pet] | None = None
