from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.models import Model
from .._runtime.tagged import TaggedBy


class Guest(Model):
    """Only the base has the discriminator."""

    role: str
    guide: AnyVisitor | None = None
    """Only the base has the discriminator."""
    badge: int | None = None


class Staff(Model):
    """Only the base has the discriminator."""

    role: str
    guide: AnyVisitor | None = None
    """Only the base has the discriminator."""
    desk: str | None = None


class Visitor(Model):
    """Only the base has the discriminator."""

    role: str
    guide: AnyVisitor | None = None
    """Only the base has the discriminator."""


class Nurse(Model):
    """Only the base has the discriminator."""

    role: Literal["nurse"]
    guide: AnyVisitor | None = None
    """Only the base has the discriminator."""
    desk: str | None = None
    ward: int | None = None


AnyVisitor: TypeAlias = Annotated[
    Guest | Staff | Nurse | Visitor,
    TaggedBy("role", {"guest": Guest, "Staff": Staff, "nurse": Nurse, "Visitor": Visitor}, Visitor),
]
"""Only the base has the discriminator."""


AnyStaff: TypeAlias = Annotated[
    Nurse | Staff, TaggedBy("role", {"nurse": Nurse, "Staff": Staff}, Staff)
]
"""Only the base has the discriminator."""
