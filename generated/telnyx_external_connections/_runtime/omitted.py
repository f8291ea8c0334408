"""The mark `omit` of an argument that is not sent; `None` is sent as null."""

from __future__ import annotations

from typing import ClassVar, Literal


class Omit:
    """The type of `omit`; as an extra header or query value it removes a default."""

    _only: ClassVar[Omit | None] = None

    def __new__(cls) -> Omit:
        """Return the one instance, `omit`."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


omit = Omit()
