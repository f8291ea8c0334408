"""Collects the codes of diagnostics from the source of clientsmith, by its syntax trees.

A code is the argument `code` of a call, or a constant that becomes one: the value of a variable or
the result of a property of that name, or the first of a tuple of texts that is passed on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import clientsmith
from clientsmith.limits import Limits

SOURCE = Path(clientsmith.__file__).parent
_TAKERS = {"error": 0, "warning": 0}


@cache
def _trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if "templates" not in path.relative_to(SOURCE).parts
    }


def codes() -> set[str]:
    """Return every code that a diagnostic may have.

    Raises:
        AssertionError: a code is computed in a way that this function does not know.
    """
    found: set[str] = set()
    constants = {
        target.id: node.value
        for tree in _trees().values()
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id.isupper()
    }
    for path, tree in _trees().items():
        takers = _takers(path) | _takers("diagnostics/diagnostic.py") | _takers_of(path)
        for node in ast.walk(tree):
            for value in _values(node, takers):
                text = constants.get(value.id) if isinstance(value, ast.Name) else value
                found |= set(_texts(value if text is None else text, path))
    return found


@cache
def _takers(path: str) -> dict[str, int]:
    """Return the functions and classes of a module that take a `code`, and at which place."""
    found = dict(_TAKERS)
    for node in ast.walk(_trees()[path]):
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
            if "code" in names:
                found[node.name] = names.index("code") - (names[0] == "self")
        elif isinstance(node, ast.ClassDef):
            names = [
                each.target.id
                for each in node.body
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
            ]
            if "code" in names and node.name != "Annotation":
                found[node.name] = names.index("code")
    return found


def _takers_of(path: str) -> dict[str, int]:
    """Return those of the modules that a module of the same package gets them from."""
    others = {"validate": ("walk", "structure"), "document": ("normalize",)}
    package = path.partition("/")[0]
    names = [f"{package}/{name}.py" for name in others.get(package, ())]
    return {name: at for each in names for name, at in _takers(each).items()}


def _values(node: ast.AST, takers: dict[str, int]) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Attribute(attr="error" | "warning")):
            # A method of something else.
            pass
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in takers:
            at = takers[name]
            yield from node.args[at : at + 1] or [
                each.value for each in node.keywords if each.arg == "code"
            ]
        case ast.Call(keywords=[*keywords]):
            # problem=("git-none", folder, name)
            for each in keywords:
                if each.arg == "problem" and isinstance(each.value, ast.Tuple):
                    yield each.value.elts[0]
        case ast.Assign(targets=[ast.Name(id="code")], value=ast.Constant(value=str())):
            yield node.value
        case ast.AnnAssign(target=ast.Name(id="code"), value=ast.Constant()):
            assert node.value is not None
            yield node.value
        case ast.FunctionDef(name="code" | "refused"):
            # ("ref-scheme", message, hint)
            for each in ast.walk(node):
                if isinstance(each, ast.Return) and isinstance(each.value, ast.Tuple):
                    yield each.value.elts[0]
                elif isinstance(each, ast.Return) and each.value is not None:
                    yield from [each.value] if node.name == "code" else []
        case _:
            pass


def _texts(value: ast.expr, path: str) -> Iterator[str]:
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from _texts(body, path)
            yield from _texts(other, path)
        case ast.JoinedStr(values=[ast.Constant(value="limit-"), *_]):
            yield from (f"limit-{each.name.replace('_', '-')}" for each in fields(Limits))
        case ast.Attribute(value=ast.Name(id="cause"), attr="status"):
            yield from ("degraded", "refused")
        case ast.Name(id="code") | ast.Attribute(attr="code") | ast.Starred():
            # It was collected where it was passed, or given.
            pass
        case _:
            raise AssertionError(f"{path}:{value.lineno} {ast.unparse(value)} is read as no code")
