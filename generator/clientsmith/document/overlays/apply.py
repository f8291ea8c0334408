"""Apply overlays to a file, action by action."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ...diagnostics import ClientsmithError, Diagnostic, error, warning
from ...limits import Limits, Watch
from ..overlaid import UNMATCHED
from ..parse_errors import too_deep
from ..plain import CONTAINERS
from ..positions import File
from .editing import Editing, copied
from .origins import Node, Place
from .overlay import Action, Overlay
from .paths import path_of
from .queries import Selected

_KINDS = {"objects": "an object", "lists": "a list", "single values": "a single value"}


def apply(file: File, overlay: Overlay, limits: Limits, watch: Watch) -> Iterator[Diagnostic]:
    """Change the data of a file by the actions of an overlay, in order. Yield the warnings.

    Raises:
        ClientsmithError: an action cannot be applied, or the file becomes larger than the limits.
    """
    editing = Editing(file, limits)
    for action in overlay.actions:
        watch.check()
        if action.kind == "nothing":
            continue
        try:
            yield from _applied(action, overlay, editing, limits, watch)
        except RecursionError:
            raise ClientsmithError([too_deep(overlay.span(action), limits)]) from None


def _applied(
    action: Action, overlay: Overlay, editing: Editing, limits: Limits, watch: Watch
) -> Iterator[Diagnostic]:
    at = overlay.span(action, "target")
    found = action.target.select(editing.data, limits, watch, at)
    if not found:
        if not action.is_optional:
            yield _unmatched(action, overlay, "target", action.target.text)
        return
    place: Place = (overlay.file, action.keys)
    if action.kind == "remove":
        _check_removal(action, overlay, found)
        editing.remove(found, place)
        return
    value, origin = action.value, Node(overlay.file, (*action.keys, "update"))
    if action.source is not None:
        source = _source(action, overlay, editing, limits, watch)
        if source is None:
            if not action.is_optional:
                yield _unmatched(action, overlay, "copy", action.source.text)
            return
        # Copied now: what is merged into a part of itself would grow on the way.
        value = copied(source.value)
        origin = editing.node(source.parts).copied(("copied by", *place))
    _check_kinds(action, overlay, found, value)
    for each in found:
        watch.check()
        editing.put(each, value, origin, place)


def _source(
    action: Action, overlay: Overlay, editing: Editing, limits: Limits, watch: Watch
) -> Selected | None:
    """Return the one value that a copy reads, or None."""
    assert action.source is not None
    at = overlay.span(action, "copy")
    sources = action.source.select(editing.data, limits, watch, at)
    if len(sources) > 1:
        message = f"'copy' selects {len(sources):,} values; it has to select one"
        raise ClientsmithError([error("overlay-copy", message, at, "name the one to copy")])
    return sources[0] if sources else None


def _unmatched(action: Action, overlay: Overlay, key: str, text: str) -> Diagnostic:
    message = f"the {key} {text} matches nothing, so the action changes nothing"
    hint = "correct the expression, remove the action, or add x-optional: true to it"
    return warning(UNMATCHED, message, overlay.span(action, key), hint)


def _check_removal(action: Action, overlay: Overlay, found: list[Selected]) -> None:
    if any(not parts for parts, _ in found):
        message = "the whole document cannot be removed"
        at = overlay.span(action, "target")
        raise ClientsmithError([error("overlay-target", message, at, "select what is in it")])


def _check_kinds(action: Action, overlay: Overlay, found: list[Selected], value: Any) -> None:
    """Check that values of these kinds are selected together, and that `value` fits them.

    Raises:
        ClientsmithError: objects, lists and single values are mixed, Overlay 1.0 changes a single
            value, or an object is to be merged with something else (code `overlay-target`).
    """
    at = overlay.span(action, "target")
    kinds = sorted({_kind(each.value) for each in found})
    if overlay.version == "1.0" and "single values" in kinds:
        parts = next(each.parts for each in found if type(each.value) not in CONTAINERS)
        message = f"Overlay 1.0 cannot {action.kind} the single value {path_of(*parts)}"
        hint = "select the object that holds it and update the key, or write overlay: 1.1.0"
        raise ClientsmithError([error("overlay-target", message, at, hint)])
    if overlay.version == "1.1" and len(kinds) > 1:
        message = f"the target selects {' and '.join(kinds)}, which one action cannot change"
        hint = "write an action for each kind"
        raise ClientsmithError([error("overlay-target", message, at, hint)])
    wrong = {"objects": not isinstance(value, dict), "single values": type(value) in CONTAINERS}
    for kind in kinds:
        if wrong.get(kind, False):
            message = f"the target selects {kind}, and '{action.kind}' has {_KINDS[_kind(value)]}"
            hint = {
                "objects": "write a mapping of the keys to change, or remove the object first",
                "single values": "remove it first, and add the new value to the object around it",
            }[kind]
            place = overlay.span(action, action.kind)
            raise ClientsmithError([error("overlay-target", message, place, hint)])


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "objects"
    return "lists" if isinstance(value, list) else "single values"


def extended_file(overlay: Overlay) -> Path | None:
    """Return the path that a relative `extends` names; None for a URL, or without it."""
    if overlay.extends is None:
        return None
    parts = urlsplit(overlay.extends)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    folder = Path(overlay.file.name).parent
    return Path(os.path.abspath(folder / unquote(parts.path)))
