"""Names of a package imported at their first use (PEP 562).

Importing the package costs only what is used of it. For the same reason modules have a
`TYPE_CHECKING` of their own: importing `typing` would double the cost.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_PLACES: dict[str, dict[str, tuple[str, str]]] = {}


def attributes(
    package: str, modules: dict[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Return `__getattr__`, `__dir__` and `__all__` for `package`.

    `modules` maps each relative module to its names, separated by spaces; a name that is exported
    under another one is written `name=original`.
    """
    places = _PLACES[package] = {}
    for module, names in modules.items():
        for entry in names.split():
            name, _, original = entry.partition("=")
            places[name] = module, original or name

    def __getattr__(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        module, original = places[name]
        value = getattr(import_module(module, package), original)
        # The next use finds the value in the module itself.
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *places})

    return __getattr__, __dir__, sorted(places)


def publish(module: str, classes: dict[str, Any]) -> None:
    """Rename the classes of a runtime module to what the package exports them as.

    In tracebacks and pickles `_runtime.errors.ClientError` is `example.ExampleError`.
    """
    package, _, name = module.rpartition("._runtime.")
    for public, (place, original) in _PLACES.get(package, {}).items():
        if place == f"._runtime.{name}":
            kind = classes[original]
            kind.__module__, kind.__name__, kind.__qualname__ = package, public, public
