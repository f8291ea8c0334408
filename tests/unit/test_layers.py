"""Each stage stands on those before it: no import runs the other way, and none goes in a circle."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import clientsmith

PACKAGE = Path(clientsmith.__file__).parent
GROUND = ("__init__", "diagnostics", "limits", "paths", "openapi", "urls", "identifiers", "cache")
STAGES = (
    *("config", "document", "validate", "ir", "analyze", "emit", "verify", "output", "build"),
    *("changes", "aliases", "distribution", "pipeline", "names", "setup", "cli", "__main__"),
)
ROOM = {name: 0 for name in GROUND} | {name: at for at, name in enumerate(STAGES, 1)}


def modules() -> dict[str, Path]:
    """Return the path of each module by its name below `clientsmith`."""
    found = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in PACKAGE.rglob("*.py")
        if "templates" not in path.relative_to(PACKAGE).parts
    }
    return {name.removesuffix(".__init__"): path for name, path in found.items()}


def imported(name: str, path: Path, known: Collection[str]) -> Iterator[str]:
    """Yield the modules, of those `known`, that a module imports, wherever in it."""
    here = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    here = [part for part in here if part != "__init__"]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        if node.level:
            base = here[: len(here) - node.level + 1]
        elif (node.module or "").split(".")[0] == "clientsmith":
            base = []
        else:
            continue
        target = ".".join([*base, *(node.module or "").removeprefix("clientsmith").split(".")])
        target = target.strip(".")
        for alias in node.names:
            full = f"{target}.{alias.name}".strip(".")
            yield full if full in known else target or "__init__"


@cache
def arrows() -> tuple[tuple[str, str], ...]:
    """Return each module with each that it imports."""
    known = modules()
    return tuple((name, each) for name in known for each in imported(name, known[name], known))


def test_no_import_runs_upward() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, other in arrows()
        if ROOM[other.split(".")[0]] > ROOM[name.split(".")[0]]
    ]
    assert wrong == []


# Packages whose `__init__` is their only door, but for parts that are too slow to import with it.
DOORS = ("config", "document", "validate")
OWN_DOORS = ("document.application", "document.convert", "document.fetch", "document.overlays")


def test_a_package_is_imported_by_its_door() -> None:
    inner = [
        f"{name} imports {other}"
        for name, other in arrows()
        if (package := other.split(".")[0]) in DOORS
        and other not in (package, *OWN_DOORS)
        and package != name.split(".")[0]
    ]
    assert inner == []


def test_every_room_is_known() -> None:
    assert {name.split(".")[0] for name in modules()} == set(ROOM)


def test_every_package_says_what_comes_in_and_what_goes_out() -> None:
    for path in PACKAGE.glob("*/__init__.py"):
        doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert "In:" in doc, path.parent.name
        assert "Out:" in doc, path.parent.name
