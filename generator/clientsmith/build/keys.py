"""The key of each artifact in the cache: a hash of everything that its text depends on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache as kept
from typing import Any, cast

from ..cache import Cache
from ..emit.artifacts import Artifact
from ..ir import Operation, Shape


def keys_of(artifacts: Sequence[Artifact], cache: Cache) -> dict[str, bytes]:
    """Return the key of each artifact that a template prints, by its path."""
    texts = _Texts(cache)
    return {
        artifact.path: cache.key(
            "artifact",
            artifact.path,
            artifact.kind,
            artifact.template,
            f"{artifact.view.__module__}.{artifact.view.__qualname__}",
            texts.of_inputs(artifact.inputs),
        )
        for artifact in artifacts
        if not artifact.is_copied
    }


class _Texts:
    """Inputs as texts, of which no two different ones have the same.

    In place of operations and shapes, which are most of an API and stand in several inputs, is a
    hash of their text.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        # By ids: what has one here is of the artifacts, and stays as long as they do.
        self._hashes: dict[int, str] = {}
        self._last: tuple[object, str] | None = None

    def of_inputs(self, inputs: object) -> str:
        """Return the text of the inputs of an artifact."""
        if self._last is None or self._last[0] is not inputs:
            self._last = inputs, self._of(inputs)
        return self._last[1]

    def _of(self, value: Any) -> str:
        if isinstance(value, Operation | Shape):
            if id(value) not in self._hashes:
                self._hashes[id(value)] = self._cache.key(repr(value)).hex()
            return self._hashes[id(value)]
        if isinstance(value, tuple):
            return f"({','.join(map(self._of, cast('tuple[Any, ...]', value)))})"
        if isinstance(value, Mapping):
            pairs = cast("Mapping[Any, Any]", value).items()
            return f"{{{','.join(f'{key!r}:{self._of(item)}' for key, item in pairs)}}}"
        if is_dataclass(value):
            texts = (self._of(getattr(value, name)) for name in _names(type(value)))
            return f"{type(value).__qualname__}({','.join(texts)})"
        return repr(value)


@kept
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.repr)
