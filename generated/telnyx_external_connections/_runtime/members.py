"""Attributes that are made when they are first used: the resources of a client, the views of a
resource.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class view(Generic[T]):
    """A view of the resource that it is read from. `get` returns the view's class."""

    def __init__(self, get: Callable[[], Callable[[Any], T]]) -> None:
        self._get = get

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> T:
        # No data descriptor: the next read finds the value in the instance.
        value = instance.__dict__[self._name] = self._get()(self._of(instance))
        return value

    def _of(self, instance: Any) -> Any:
        return instance


class child(view[T]):
    """A resource below a client or below another resource. `get` returns the resource's class."""

    def _of(self, instance: Any) -> Any:
        return getattr(instance, "_client", instance)
