"""Finds documents and applications in the usual places of a project, and runs nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from os.path import isdir, isfile
from pathlib import Path

from ..document.application import MARK

_FOLDERS = (
    *("", "specs", "spec", "openapi", "swagger", "api", "api-docs", "docs", "schema", "schemas"),
    *("specs/*", "src", "public", "static"),
)
_NAMES = re.compile(r"(.*[-_.])?(openapi|swagger)([-_.].*)?\.(ya?ml|json)", re.IGNORECASE)
_ROOT = re.compile(rb"""^\s*(?:\{\s*)?["']?(?:openapi|swagger)["']?\s*:""", re.MULTILINE)
_HEAD_BYTES = 64 * 1024
_MODULES = ("main.py", "app.py", "application.py", "api.py", "server.py", "asgi.py", "__init__.py")
_CLASSES = ("FastAPI",)
_MOST_BYTES = 1_000_000


def find_documents(folder: Path) -> list[Path]:
    """Return the OpenAPI documents in the usual places of a project, the most usual first."""
    found: dict[Path, None] = {}
    for place in _FOLDERS:
        for inside in sorted(folder.glob(place)) if place else [folder]:
            for path in _entries(inside):
                if _NAMES.fullmatch(path.name) and isfile(path) and is_document(path):
                    found[path] = None
    return list(found)


def find_app(folder: Path) -> str | None:
    """Return the FastAPI application of a project as `module:name`, by reading its files."""
    for path in _modules(folder):
        module = ".".join(path.relative_to(folder).with_suffix("").parts)
        if (name := _application(path)) is not None:
            return f"{module.removesuffix('.__init__')}:{name}"
    return None


def _entries(folder: Path) -> list[Path]:
    """Return what is in a folder; nothing for one that is not there or may not be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def is_document(path: Path, *, may_be_copy: bool = False) -> bool:
    """Return whether a file is a document, and no copy of one that an application has."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            is_own = may_be_copy or f'"{MARK}":'.encode() not in head
            return is_own and _ROOT.search(head) is not None
    except OSError:
        return False


def _modules(folder: Path) -> Iterator[Path]:
    packages = [
        path
        for path in _entries(folder)
        if isdir(path) and path.name.isidentifier() and not path.name.startswith("_")
    ]
    for place in (folder, *packages):
        for name in _MODULES:
            path = place / name
            if isfile(path) and (place != folder or name != "__init__.py"):
                yield path


def _application(path: Path) -> str | None:
    """Return the name in a module that an application is assigned to, or a call that returns it."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        content = path.read_bytes()
        if not any(name.encode() in content for name in _CLASSES):
            return None
        tree = ast.parse(content)
    except (OSError, SyntaxError, ValueError, RecursionError):
        return None
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_made(value):
                return name
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Call() as value) if _is_made(
                value
            ):
                return name
            case ast.FunctionDef(name=name) if _needs_nothing(node) and any(
                isinstance(inner, ast.expr) and _is_made(inner) for inner in ast.walk(node)
            ):
                return f"{name}()"
            case _:
                continue
    return None


def _is_made(value: ast.expr) -> bool:
    if not isinstance(value, ast.Call):
        return False
    name = value.func.attr if isinstance(value.func, ast.Attribute) else value.func
    return (name.id if isinstance(name, ast.Name) else name) in _CLASSES


def _needs_nothing(node: ast.FunctionDef) -> bool:
    arguments = node.args
    needed = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
    return needed <= 0 and all(default is not None for default in arguments.kw_defaults)
