"""Names that are imported when they are first used (PEP 562), so that a package costs what is used
of it.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def attributes(
    package: str, places: dict[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """`__getattr__`, `__dir__` and `__all__` for `package`.

    `places` maps a name to the relative module that holds it, or to `module:name` where it is
    called otherwise there.
    """

    def __getattr__(name: str) -> object:
        place = places.get(name)
        if place is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        module, _, original = place.partition(":")
        value = getattr(import_module(module, package), original or name)
        # The next use finds the value in the module itself.
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *places})

    return __getattr__, __dir__, list(places)
