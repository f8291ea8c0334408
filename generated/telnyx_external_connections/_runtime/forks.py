"""Connections and locks in forked processes, which must not share them with their parent."""

import os
from threading import Lock
from typing import Any, Protocol
from weakref import WeakSet


class Inherited(Protocol):
    def after_fork(self) -> None: ...


_inherited: WeakSet[Inherited] = WeakSet()
_left: list[Any] = []


def watch(owner: Inherited) -> None:
    """Call `owner.after_fork()` in every child process, as long as the owner lives."""
    _inherited.add(owner)


def keep_alive(*objects: object) -> None:
    """Keep what the parent process still uses, so that this child never finalizes its copy."""
    _left.extend(objects)


def guard(lock: Lock) -> None:
    """Fork only while nobody holds the lock: no thread of a child would release it."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(
            before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release
        )


def _after_fork() -> None:
    for owner in list(_inherited):
        owner.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
