"""Make the overlay that turns one document into another.

An item of a list is selected by what identifies it, such as the name and place of a parameter, so
that the overlay still fits when the document gets another one before it.
"""

from __future__ import annotations

from typing import Any, Final

from ..plain import CONTAINERS, Plain
from .paths import quoted, segment

_Object = dict[str, Any]
_Identity = tuple[str, ...]

# What identifies an item of a list of objects: a parameter, a tag, a server.
_IDENTIFYING: Final = (("in", "name"), ("name",), ("url",))


def difference(old: _Object, new: _Object) -> _Object | None:
    """Return an overlay (version 1.1) that makes `new` of `old`; None if they are the same.

    Numbers are the same only if they are written alike: 1 and 1.0 are two values.
    """
    actions = _Actions()
    actions.of_objects("$", old, new)
    if not actions.found:
        return None
    return {
        "overlay": "1.1.0",
        "info": {"title": "What changed between two documents", "version": "1.0.0"},
        "actions": actions.found,
    }


class _Actions:
    """The actions of an overlay, each applied to the result of those before it."""

    def __init__(self) -> None:
        self.found: list[_Object] = []

    def of_objects(self, path: str, old: _Object, new: _Object) -> None:
        changed = {key: value for key, value in new.items() if not _is_kept(key, value, old)}
        for key in old:
            # What is replaced by another kind of value is removed first, and then added.
            is_other_kind = key in changed and CONTAINERS & {type(old[key]), type(changed[key])}
            if key not in new or is_other_kind:
                self._remove(path + segment(key))
        if changed:
            self._update(path, changed)
        for key, value in new.items():
            if key not in changed:
                self._of_same_kind(path + segment(key), old[key], value)

    def _of_same_kind(self, path: str, old: Plain, new: Plain) -> None:
        if isinstance(old, dict) and isinstance(new, dict):
            self.of_objects(path, old, new)
        elif isinstance(old, list) and isinstance(new, list):
            self._of_lists(path, old, new)

    def _of_lists(self, path: str, old: list[Any], new: list[Any]) -> None:
        for fields in (*_IDENTIFYING, ()):
            before, after = _identities(old, fields), _identities(new, fields)
            if before is None or after is None:
                continue
            kept = [identity for identity in before if identity in after]
            if [*after][: len(kept)] == kept:
                self._of_identified(path, fields, before, after)
                return
        self._of_positions(path, old, new)

    def _of_identified(
        self,
        path: str,
        fields: tuple[str, ...],
        old: dict[_Identity, Any],
        new: dict[_Identity, Any],
    ) -> None:
        """Change lists whose items have identities, in which new items come last."""
        for identity in old:
            if identity not in new:
                self._remove(path + _filter(fields, identity))
        for identity, item in new.items():
            if identity in old:
                self._of_same_kind(path + _filter(fields, identity), old[identity], item)
        added = [item for identity, item in new.items() if identity not in old]
        if added:
            self._update(path, added)

    def _of_positions(self, path: str, old: list[Any], new: list[Any]) -> None:
        shared = min(len(old), len(new))
        first = next((at for at in range(shared) if not _is_same(old[at], new[at])), shared)
        if len(old) == len(new) and all(map(_is_alike, old[first:], new[first:])):
            for at in range(first, shared):
                if type(old[at]) in CONTAINERS:
                    self._of_same_kind(f"{path}[{at}]", old[at], new[at])
                elif not _is_same(old[at], new[at]):
                    self._update(f"{path}[{at}]", new[at])
            return
        removed = _removed(old, new)
        if removed is not None:
            self._remove(f"{path}[{', '.join(map(str, removed))}]")
            return
        if first < len(old):
            self._remove(f"{path}[{first}:]")
        if first < len(new):
            self._update(path, new[first:])

    def _remove(self, path: str) -> None:
        self.found.append({"target": path, "remove": True})

    def _update(self, path: str, value: Any) -> None:
        self.found.append({"target": path, "update": value})


def _is_kept(key: str, value: Any, old: _Object) -> bool:
    """Return whether a key keeps its value, or an object or list of which only parts change."""
    if key not in old:
        return False
    if type(value) in CONTAINERS:
        return type(value) is type(old[key])
    return _is_same(old[key], value)


def _is_alike(old: Any, new: Any) -> bool:
    """Return whether one value can become the other where it is: both objects, lists or neither."""
    return type(old) is type(new) or not CONTAINERS & {type(old), type(new)}


def _is_same(old: Plain, new: Plain) -> bool:
    if type(old) is not type(new):
        return False
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(_is_same(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_is_same, old, new))
    return old == new


def _identities(items: list[Any], fields: tuple[str, ...]) -> dict[_Identity, Any] | None:
    """Return the items by the values of their fields; None if these do not identify each.

    Without fields, each text identifies itself: the values of an `enum`.
    """
    found: dict[_Identity, Any] = {}
    for item in items:
        plain: Plain = item
        values: list[Any] = [plain]
        if fields:
            values = [plain.get(field) for field in fields] if isinstance(plain, dict) else [None]
        if not all(isinstance(value, str) for value in values):
            return None
        found[tuple(values)] = item
    return found if len(found) == len(items) else None


def _filter(fields: tuple[str, ...], identity: _Identity) -> str:
    if not fields:
        return f"[?@ == {quoted(identity[0])}]"
    tests = (f"@.{field} == {quoted(value)}" for field, value in zip(fields, identity, strict=True))
    return f"[?{' && '.join(tests)}]"


def _removed(old: list[Any], new: list[Any]) -> list[int] | None:
    """Return the positions that `new` lacks of `old`; None if it is no part of it in its order."""
    removed: list[int] = []
    at = 0
    for position, item in enumerate(old):
        if at < len(new) and _is_same(item, new[at]):
            at += 1
        else:
            removed.append(position)
    return removed if removed and at == len(new) else None
