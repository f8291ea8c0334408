"""The root file of a document as it was read, in which the actions of an overlay select schemas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..document import Document
from ..plain import members
from ..pointers import join_pointer, look_up, split_pointer
from ..references import MOUNT
from .paths import path_of

_Object = dict[str, Any]


class Unproposed(Exception):
    """There is no change of the document that would describe a difference; the text says why."""


@dataclass(frozen=True, slots=True)
class RootFile:
    """The data of the root file, with its overlays, and the document that was made of it."""

    document: Document
    data: _Object

    @property
    def version(self) -> str:
        """The version of the document: `2.0`, `3.0`, `3.1`."""
        return "2.0" if "swagger" in self.data else str(self.data.get("openapi", ""))[:3]

    def target(self, pointer: str) -> str:
        """Return the expression that selects a schema in the root file."""
        return path_of(*self._keys(pointer))

    def raw(self, pointer: str) -> _Object:
        """Return the object at a pointer, as it is in the root file."""
        return members(look_up(self.data, join_pointer(*self._keys(pointer))))

    def _keys(self, pointer: str) -> list[str | int]:
        """Return the keys and indexes of a schema in the root file as it was read."""
        found: Any = self.data
        keys: list[str | int] = []
        for part in split_pointer(self.document.origin(pointer)):
            if part == MOUNT:
                raise Unproposed(
                    "it is described in another file; write an overlay that extends it"
                )
            key: str | int = int(part) if isinstance(found, list) and part.isdecimal() else part
            try:
                found = look_up(found, join_pointer(part))
            except KeyError:
                raise Unproposed("its schema is not in the document as it was read") from None
            keys.append(key)
        return keys
