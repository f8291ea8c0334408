"""Import statements in isort's order (with `combine_as_imports`), so that none has to be sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .values import Code

_STANDARD = frozenset(
    (
        *("__future__", "builtins", "collections", "datetime", "decimal", "functools", "typing"),
        "warnings",
    )
)


def statements(names: Iterable[tuple[str, str]]) -> tuple[Code, ...]:
    """Return import statements for pairs of module and name, an empty line between groups.

    An empty name imports the module itself.
    """
    modules: dict[str, list[str]] = {}
    for module, name in names:
        modules.setdefault(module, []).append(name)
    lines: list[str] = []
    group = -1
    for module in sorted(sorted(modules), key=_order):
        if _group(module) != group and lines:
            lines.append("")
        group = _group(module)
        lines += _from(module, modules[module])
    return tuple(Code(line) for line in lines)


def _from(module: str, names: list[str]) -> Iterator[str]:
    if "" in names:
        yield f"import {module}"
    named = sorted({name for name in names if name}, key=_member)
    if named:
        yield f"from {module} import {', '.join(named)}"


def _group(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in _STANDARD else 1


def _order(module: str) -> tuple[int, bool, int, str]:
    dots = len(module) - len(module.lstrip("."))
    return _group(module), module != "builtins", -dots, module.lower()


def _member(name: str) -> tuple[int, list[tuple[int, str]], str]:
    name = name.partition(" ")[0]
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    natural = [
        (int(part), "") if part.isdigit() else (-1, part)
        for part in re.split(r"(\d+)", name.lower())
        if part
    ]
    return kind, natural, name
