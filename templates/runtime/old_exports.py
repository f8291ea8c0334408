"""Old names that a package exports: a renamed one warns, a removed one raises an error."""

from sys import modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def old_exports(
    package: str,
    get: "Callable[[str], object]",
    renamed: "dict[str, tuple[str, str]]",
    removed: "dict[str, str]",
) -> "Callable[[str], object]":
    """Return a `__getattr__` for a package with these old names, whose own one is `get`.

    `renamed` has the new name and the warning for each, `removed` the message of the error.
    """

    def __getattr__(name: str) -> object:
        if name not in renamed and name not in removed:
            return get(name)
        from inspect import currentframe

        frame = currentframe()
        caller = None if frame is None else frame.f_back
        # `from package import name` asks for a name before it takes it, and says of any
        # AttributeError no more than that the name is not there.
        is_asked = caller is not None and caller.f_globals.get("__name__") == "importlib._bootstrap"
        if name in removed:
            if is_asked:
                raise ImportError(removed[name], name=package)
            from .old_names import RemovedError

            raise RemovedError(removed[name])
        new, message = renamed[name]
        if not is_asked:
            from .deprecation import warn

            warn(message)
        return getattr(modules[package], new)

    return __getattr__
