"""An overlay: a parsed file as actions, with all that is wrong with it.

The rules are those of the OpenAPI Overlay Specification 1.0 and 1.1, section 4.4. Version 1.0 has
neither `copy` nor `info.description`, and changes objects and lists alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, cast

from ...diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error, warning
from ..plain import CONTAINERS
from ..positions import File
from .queries import BadQuery, Query, compiled

Version = Literal["1.0", "1.1"]
Kind = Literal["update", "copy", "remove", "nothing"]
_Node: TypeAlias = "dict[str, Any]"

OPTIONAL: Final = "x-optional"
"""The key of an action that may match nothing."""
_VERSION = re.compile(r"(1\.[01])\.\d+")
_ROOT = ("overlay", "info", "extends", "actions")
_INFO = ("title", "version")
_ACTION = ("target", "description", "update", "remove")
_BEGINNING = "an overlay begins with: overlay: 1.1.0"
_KINDS: dict[type, str] = {str: "text", bool: "true or false", dict: "a mapping", list: "a list"}


@dataclass(frozen=True, slots=True)
class Action:
    """One action of an overlay, without effect if its kind is `nothing`."""

    index: int
    target: Query
    kind: Kind
    value: Any
    """What an update merges into each target."""
    source: Query | None
    """What a copy merges into each target."""
    is_optional: bool
    """Whether it may match nothing."""

    @property
    def keys(self) -> tuple[str, str]:
        """The keys of the action in its file."""
        return ("actions", str(self.index))


@dataclass(frozen=True, slots=True)
class Overlay:
    """A valid overlay."""

    file: File
    version: Version
    extends: str | None
    """The URI reference of the document that it is made for."""
    actions: tuple[Action, ...]
    warnings: tuple[Diagnostic, ...]

    def span(self, action: Action, key: str = "") -> Span:
        """Return the place of an action, or of the value of one of its keys."""
        return self.file.value_span((*action.keys, key) if key else action.keys)


def overlay_of(file: File) -> Overlay:
    """Return the overlay in a parsed file.

    Raises:
        ClientsmithError: with all that is wrong with it (codes `overlay`, `overlay-version`,
            `overlay-key`, `overlay-type`, `overlay-path`).
    """
    return _Checked(file).overlay()


class _Checked:
    """Checks a file, and collects what is wrong with it."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._problems: list[Diagnostic] = []
        self._warnings: list[Diagnostic] = list(file.warnings)

    def overlay(self) -> Overlay:
        root = self._root()
        version = self._version(root)
        self._unknown((), root, _ROOT)
        for key in ("info", "actions"):
            if key not in root:
                self._missing((), key)
        self._info(root, version)
        extends = self._typed((), root, "extends", str)
        actions = tuple(self._actions(root, version))
        if self._problems:
            raise ClientsmithError(self._problems)
        return Overlay(self._file, version, extends, actions, tuple(self._warnings))

    def _root(self) -> _Node:
        data: Any = self._file.data
        top = self._file.span(0)
        if not isinstance(data, dict):
            kind = "empty" if data is None else "a list" if isinstance(data, list) else "no mapping"
            raise ClientsmithError([error("overlay", f"the overlay is {kind}", top, _BEGINNING)])
        root = cast("_Node", data)
        if "overlay" not in root:
            message, hint = "the key 'overlay' is missing, so this is no overlay", _BEGINNING
            for key in ("openapi", "swagger"):
                if key in root:
                    message = "this is a document and no overlay"
                    hint = "name the document first, and then its overlays"
            raise ClientsmithError([error("overlay", message, top, hint)])
        return root

    def _version(self, root: _Node) -> Version:
        written = root["overlay"]
        found = _VERSION.fullmatch(written) if isinstance(written, str) else None
        if found is not None:
            return "1.0" if found[1] == "1.0" else "1.1"
        message = f"overlays of the version {written!r} are not supported; 1.0 and 1.1 are"
        hint = "write the version that the overlay follows: overlay: 1.1.0"
        if str(written) in ("1.0", "1.1", "1"):
            message = f"the version of an overlay has three numbers, {written!r} has not"
            hint = f"write overlay: {'1.0.0' if str(written) == '1' else f'{written}.0'}"
        self._report("overlay-version", ("overlay",), message, hint)
        return "1.1"

    def _info(self, root: _Node, version: Version) -> None:
        info = self._typed((), root, "info", dict)
        if info is None:
            return
        known = _INFO if version == "1.0" else (*_INFO, "description")
        self._unknown(("info",), info, known)
        for key in _INFO:
            if key not in info:
                self._missing(("info",), key)
        for key in known:
            self._typed(("info",), info, key, str)

    def _actions(self, root: _Node, version: Version) -> Iterator[Action]:
        actions = self._typed((), root, "actions", list)
        if actions is None:
            return
        if not actions:
            message = "'actions' is empty, so the overlay does nothing"
            self._report("overlay-type", ("actions",), message, "write at least one action")
        first: dict[str, int] = {}
        for index, action in enumerate(cast("list[Any]", actions)):
            keys = ("actions", str(index))
            if not isinstance(action, dict):
                message = f"an action must be a mapping, not {_kind(action)}"
                hint = "write a mapping with target, and update or remove"
                self._report("overlay-type", keys, message, hint)
                continue
            action = cast("_Node", action)
            other = first.setdefault(json.dumps(action, sort_keys=True), index)
            if other != index:
                place = self._file.value_span(("actions", str(other)))
                message = f"the action is the same as the one at {place.line}:{place.column}"
                self._report("overlay-type", keys, message, "remove one of them")
                continue
            made = self._action(index, action, version)
            if made is not None:
                yield made

    def _action(self, index: int, action: _Node, version: Version) -> Action | None:
        keys = ("actions", str(index))
        before = len(self._problems)
        self._unknown(keys, action, _ACTION if version == "1.0" else (*_ACTION, "copy"))
        self._typed(keys, action, "description", str)
        is_optional = self._typed(keys, action, OPTIONAL, bool)
        removes = self._typed(keys, action, "remove", bool)
        if "target" not in action:
            self._missing(keys, "target")
        target = self._query(keys, action, "target")
        source = self._query(keys, action, "copy") if version == "1.1" else None
        if target is None or len(self._problems) > before:
            return None
        kind: Kind = "nothing"
        if removes:
            kind = "remove"
        elif "update" in action and source is not None:
            self._warn(keys, "the action has 'update' and 'copy', so neither has an effect")
        elif "update" in action:
            kind = "update"
        elif source is not None:
            kind = "copy"
        else:
            self._warn(keys, "the action has no effect: it neither updates, copies nor removes")
        return Action(index, target, kind, action.get("update"), source, bool(is_optional))

    def _query(self, keys: tuple[str, ...], action: _Node, key: str) -> Query | None:
        text = self._typed(keys, action, key, str)
        if text is None:
            return None
        try:
            return compiled(text)
        except BadQuery as bad:
            where = "" if bad.offset is None else f", at character {bad.offset + 1}"
            message = f"'{key}' is no JSONPath (RFC 9535): {bad.message}{where}"
            self._report("overlay-path", (*keys, key), message, bad.hint)
            return None

    def _typed(self, keys: tuple[str, ...], node: _Node, key: str, kind: type) -> Any:
        """Return the value of a key; None if there is none, or, reported, one of another type."""
        if key not in node or type(node[key]) is kind:
            return node.get(key)
        value = node[key]
        message = f"'{key}' must be {_KINDS[kind]}, not {_kind(value)}"
        is_quotable = kind is str and value is not None and type(value) not in CONTAINERS
        self._report(
            "overlay-type", (*keys, key), message, "put it in quotes" if is_quotable else ""
        )
        return None

    def _unknown(self, keys: tuple[str, ...], node: _Node, known: Collection[str]) -> None:
        for key in node:
            if key in known or key.startswith("x-"):
                continue
            hint = did_you_mean(key, known) or "begin the name of an extension with x-"
            if key == "copy" or (key == "description" and keys == ("info",)):
                hint = "it is a key of Overlay 1.1: write overlay: 1.1.0"
            owner = "the overlay" if not keys else f"'{keys[0]}'" if len(keys) == 1 else "an action"
            message = f"{owner} has the unknown key '{key}'"
            place = self._file.key_span((*keys, key))
            self._problems.append(error("overlay-key", message, place, hint))

    def _missing(self, keys: tuple[str, ...], key: str) -> None:
        owner = "the overlay" if not keys else f"'{keys[0]}'" if len(keys) == 1 else "the action"
        self._report("overlay-key", keys, f"{owner} has no '{key}'", f"add '{key}'")

    def _report(self, code: str, keys: tuple[str, ...], message: str, hint: str = "") -> None:
        self._problems.append(error(code, message, self._file.value_span(keys), hint))

    def _warn(self, keys: tuple[str, ...], message: str) -> None:
        hint = "write one of update, copy and remove"
        place = self._file.value_span(keys)
        self._warnings.append(warning("overlay-nothing", message, place, hint))


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if type(value) in (int, float):
        return "a number"
    return _KINDS.get(type(value), "another value")
