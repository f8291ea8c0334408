from __future__ import annotations

from typing import Literal, Required, TypeAlias

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class Guest(TypedDict, total=False):
    """Only the base has the discriminator."""

    role: Required[str]
    guide: AnyVisitor
    """Only the base has the discriminator."""
    badge: int


class Nurse(TypedDict, total=False):
    """Only the base has the discriminator."""

    role: Required[Literal["nurse"]]
    guide: AnyVisitor
    """Only the base has the discriminator."""
    desk: str
    ward: int


class Staff(TypedDict, total=False):
    """Only the base has the discriminator."""

    role: Required[str]
    guide: AnyVisitor
    """Only the base has the discriminator."""
    desk: str


class Visitor(TypedDict, total=False):
    """Only the base has the discriminator."""

    role: Required[str]
    guide: AnyVisitor
    """Only the base has the discriminator."""


AnyVisitor: TypeAlias = OrModel[Guest | Staff | Nurse | Visitor]
"""Only the base has the discriminator."""
