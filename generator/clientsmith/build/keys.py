"""The key of each artifact in the cache: a hash of everything that its text depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache as kept
from typing import Any, cast

from ..cache import Cache
from ..emit.artifacts import Artifact
from ..ir import Operation, Shape


class Hashes:
    """The hashes of operations and shapes, kept from run to run for those that are not made anew.

    Each stands for a text in which `1` and `true` differ; equal nodes may have different ones.
    """

    def __init__(self) -> None:
        self._last: dict[int, tuple[Operation | Shape, str]] = {}
        # By ids, which no others get while these are kept.
        self._now: dict[int, tuple[Operation | Shape, str]] = {}

    def begin(self) -> None:
        """Begin a run: what the run before the last one knew is forgotten."""
        self._last, self._now = self._now, {}

    def of(self, node: Operation | Shape) -> str:
        """Return the hash of a node."""
        key = id(node)
        found = self._now.get(key) or self._last.get(key)
        if found is None:
            found = node, hashlib.sha256(repr(node).encode("utf-8", "surrogatepass")).hexdigest()
        self._now[key] = found
        return found[1]


def keys_of(
    artifacts: Sequence[Artifact], cache: Cache, hashes: Hashes | None = None
) -> dict[str, bytes]:
    """Return the key of each artifact that a template prints, by its path.

    `hashes` are those of the last run of this process.
    """
    hashes = hashes or Hashes()
    hashes.begin()
    texts = _Texts(hashes)
    return {
        artifact.path: cache.key(
            "artifact",
            artifact.path,
            artifact.kind,
            artifact.template,
            f"{artifact.view.__module__}.{artifact.view.__qualname__}",
            texts.of(artifact.inputs),
        )
        for artifact in artifacts
        if not artifact.is_copied
    }


class _Texts:
    """Inputs as texts, of which no two different ones have the same.

    In place of operations and shapes, which are most of an API and stand in several inputs, is a
    hash of their text.
    """

    def __init__(self, hashes: Hashes) -> None:
        self._hashes = hashes
        # By ids: what has one here is of the artifacts, and stays as long as they do.
        self._known: dict[int, str] = {}

    def of(self, value: Any) -> str:
        """Return the text of the inputs of an artifact, or of a part of them."""
        kind = cast("type[object]", type(value))
        if kind is str or kind is bool or value is None:  # What most inputs consist of.
            return repr(value)
        if isinstance(value, (Operation, Shape)):
            return self._hashes.of(value)
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = self._made(value, kind)
        return known

    def _made(self, value: Any, kind: type[object]) -> str:
        if isinstance(value, tuple):
            if all(type(item) is str for item in cast("tuple[Any, ...]", value)):
                return repr(cast("tuple[str, ...]", value))
            return f"({','.join(map(self.of, cast('tuple[Any, ...]', value)))})"
        if isinstance(value, Mapping):
            pairs = cast("Mapping[Any, Any]", value).items()
            return f"{{{','.join(f'{key!r}:{self.of(item)}' for key, item in pairs)}}}"
        if is_dataclass(kind):
            texts = (self.of(getattr(value, name)) for name in _names(kind))
            return f"{kind.__qualname__}({','.join(texts)})"
        return repr(value)


@kept
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.repr)
