"""The files of the runtime import one another in one direction, and its `__init__` lists them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import runtime

from clientsmith.emit.bundled import OPTIONAL

FOLDER = Path(runtime.__file__).parent
FILES = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.py")}


def run_time_imports(node: ast.AST) -> Iterator[ast.ImportFrom]:
    """Yield the relative imports in a syntax tree that run, also those in functions."""
    if isinstance(node, ast.ImportFrom) and node.level:
        yield node
    is_for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    children = (
        node.orelse if is_for_types and isinstance(node, ast.If) else ast.iter_child_nodes(node)
    )
    for child in children:
        yield from run_time_imports(child)


def imported(name: str) -> Iterator[str]:
    """Yield the files that the file of this name imports when it runs."""
    for node in run_time_imports(ast.parse(FILES[name].read_text(encoding="utf-8"))):
        folder = FILES[name].parent if node.level == 1 else FILES[name].parent.parent
        path = folder.joinpath(*(node.module or "").split("."))
        if (file := path.with_suffix(".py")).is_file():
            yield file.relative_to(FOLDER).as_posix()
            continue
        for alias in node.names:
            file = path / f"{alias.name}.py"
            file = file if file.is_file() else path / "__init__.py"
            yield file.relative_to(FOLDER).as_posix()


def test_no_imports_run_in_a_circle() -> None:
    graph = {name: set(imported(name)) for name in FILES}
    assert len(graph["exchange.py"]) > 5
    assert "deadlines.py" in graph["exchange.py"]
    assert "credentials.py" not in graph["operation.py"]
    TopologicalSorter(graph).prepare()


def test_a_file_that_all_clients_have_imports_none_that_only_some_have() -> None:
    for name in FILES.keys() - OPTIONAL:
        assert OPTIONAL.isdisjoint(imported(name)), name


def test_the_package_lists_the_files_that_all_clients_have() -> None:
    text = runtime.__doc__ or ""
    listed = {line.partition(":")[0].strip() for line in text.splitlines() if "    " in line[:4]}
    expected = {name.removesuffix(".py") for name in FILES.keys() - OPTIONAL}
    assert listed == {name for name in expected if not name.endswith("__init__")}


def test_the_readme_lists_the_files_that_only_some_clients_have() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert {name for name in OPTIONAL if f"`{name}`" not in text} == set()
