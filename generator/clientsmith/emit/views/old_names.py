"""Names that an earlier client had, and what a client says of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...ir import Operation, Removed
from ..values import Literal, Name


@dataclass(frozen=True, slots=True)
class RemovedView:
    """A name that is gone, and the message of the error that its use raises."""

    name: Name
    message: Literal


def removed_views(names: Iterable[Removed]) -> tuple[RemovedView, ...]:
    return tuple(RemovedView(Name(each.name), Literal(removed_text(each))) for each in names)


def removed_text(name: Removed) -> str:
    """Return the message for a name that is gone: `pets.archive() was removed in 2.1: …`."""
    text = f"{name.what} was removed{_since(' in version', name.since)}"
    if not name.use:
        return text
    return f"{text}: {name.use} is like it" if name.is_guess else f"{text}: use {name.use}"


def renamed_text(old: str, now: str, since: str) -> str:
    """Return the warning for an old name: `pets.archive() is deprecated since version 2.1: …`."""
    return f"{old} is deprecated{_since(' since version', since)}: use {now}"


def _since(words: str, version: str) -> str:
    return f"{words} {version}" if version else ""


def now_of(operation: Operation) -> str:
    """Return the call that took the place of an old one, as a user writes it."""
    return f"{'.'.join(operation.now)}()"
