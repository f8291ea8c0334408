"""The rules for a Python module of a client, and how the code of two modules differs."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from ..diagnostics import Diagnostic, error
from ..emit.values import parsed

# A module may define and name things while it is imported, and no more.
_STATEMENTS = (
    ast.Import,
    ast.ImportFrom,
    ast.ClassDef,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.Assign,
    ast.AnnAssign,
    ast.Pass,
)
# What comes from these may be called on import: all that it does is make a value.
_RUNTIME = "_runtime"
_MODULES = frozenset({"pydantic", "typing", "typing_extensions"})
# Methods that may be called on import, of classes that the module imports or defines.
_METHODS = frozenset({"model_rebuild"})


def problems(path: str, text: str) -> Iterator[Diagnostic]:
    """Yield what keeps a text from being a module: it cannot be parsed or does much on import."""
    try:
        tree = parsed(text)
    except (SyntaxError, ValueError, RecursionError) as problem:
        yield error("prove-syntax", f"{path!r} does not parse: {problem}", None)
        return
    for class_ in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        names = Counter(_bound(class_))
        for name in sorted(name for name, count in names.items() if count > 1):
            yield error(
                "prove-shadow",
                f"{path!r} gives {class_.name!r} more than one {name!r}",
                None,
                "name one of the calls otherwise, under `operations` in the configuration",
            )
    makers = _makers(tree)
    for statement in _statements(tree.body):
        kind = type(statement).__name__
        if isinstance(statement, ast.Expr):
            is_allowed = isinstance(statement.value, ast.Constant | ast.Call)
        else:
            is_allowed = isinstance(statement, _STATEMENTS)
        if not is_allowed:
            message = f"{path!r} line {statement.lineno} holds what no client has ({kind})"
            yield error("prove-shape", message, None)
            continue
        for call in _calls(statement):
            if not makers.allow(call.func):
                message = f"{path!r} line {call.lineno} calls {ast.unparse(call.func)!r} on import"
                yield error("prove-shape", message, None)


def reformatting_difference(text: str, other: str) -> int | None:
    """Return the first line where `text` is another program than `other`, None if there is none.

    Layout and the indentation of docstrings are no difference.
    """
    return None if text == other else _difference(parsed(text), parsed(other), with_texts=True)


def difference(text: str, other: str) -> int | None:
    """Return the first line where two modules differ in more than the values of strings.

    `text` has to be Python.
    """
    bare = _without_texts(text)
    if bare == _without_texts(other) and not _NOT_PLAIN.search(bare):
        return None
    return _difference(ast.parse(text), ast.parse(other))


# A comment, or a string in double quotes with the letter before it.
# Runs of usual characters are taken at once: `[^"]*(x[^"]*)*` is four times as fast as `([^"]|x)*`.
_TEXT = re.compile(
    r'(#)[^\n]*|(\w?)(?:"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""|"[^"\\\n]*(?:\\.[^"\\\n]*)*")',
    re.DOTALL,
)
# Strings that may hold code (`f"{code}"`, `TypedDict("A", {"b": "type"})`), or are no texts above.
_NOT_PLAIN = re.compile(r"""\w""|'|\bTypedDict\(|\bTypeAliasType\(""")


def _without_texts(text: str) -> str:
    """Return a module without its comments and what its strings say.

    Where that is the same, so are the tokens of two modules, and with them their syntax trees: `a =
    "b"  # c` and `a = "d"  # e` are both `a = ""  #""`.
    """
    return _TEXT.sub(r'\1\2""', text)


def _difference(one: ast.AST, other: ast.AST, *, with_texts: bool = False) -> int | None:
    """Return the first line where two trees differ in more than the values of strings.

    If `with_texts`, strings may not differ either, but for spaces in docstrings. `a = "x"` and `a =
    "y"` differ with texts alone; `a = "x"` and `a = "x"; b()`, where a text became code, do always.
    """
    waiting: list[tuple[Any, Any, int]] = [(one, other, 1)]
    while waiting:
        left, right, line = waiting.pop()
        if type(left) is not type(right):
            return line
        if isinstance(left, ast.AST):
            line = getattr(left, "lineno", line)
            if isinstance(left, ast.Expr) and (docs := _docstrings(left, right)):
                if with_texts and docs[0].split() != docs[1].split():
                    return line
                continue
            if isinstance(left, ast.Constant) and isinstance(left.value, str):
                if not isinstance(right.value, str) or (with_texts and left.value != right.value):
                    return line
                continue
            if not with_texts and isinstance(left, ast.Call) and _types(left) and _types(right):
                # Here alone strings hold types, in which any code could stand.
                waiting += [
                    (ast.parse(mine, mode="eval"), ast.parse(yours, mode="eval"), line)
                    for mine, yours in zip(_types(left), _types(right), strict=False)
                ]
            for name in _fields(type(left)):
                mine, yours = getattr(left, name), getattr(right, name)
                # Most fields are the same name in both, None in both, or an empty list in both.
                if mine is not yours and not (mine == [] == yours):
                    waiting.append((mine, yours, line))
        elif isinstance(left, list):
            mine, yours = cast("list[Any]", left), cast("list[Any]", right)
            if len(mine) != len(yours):
                return line
            waiting += [(a, b, line) for a, b in zip(mine, yours, strict=True)]
        elif left != right:
            return line
    return None


@cache
def _fields(kind: type[ast.AST]) -> tuple[str, ...]:
    return tuple(name for name in kind._fields if name not in ("ctx", "kind", "type_comment"))


def _docstrings(one: ast.Expr, other: ast.Expr) -> tuple[str, str] | None:
    match one.value, other.value:
        case ast.Constant(value=str(mine)), ast.Constant(value=str(yours)):
            return mine, yours
        case _:
            return None


def _types(call: ast.Call) -> list[str]:
    """Return the types that the strings of a call hold; none unless it makes a type.

    Those are `TypedDict("Name", {"key": "type"})` and `TypeAliasType("Name", "type")`.
    """
    if not isinstance(call.func, ast.Name) or call.func.id not in ("TypedDict", "TypeAliasType"):
        return []
    if call.func.id == "TypeAliasType":
        return [
            part.value
            for part in call.args[1:]
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
    return [
        value.value
        for table in call.args
        if isinstance(table, ast.Dict)
        for value in table.values
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]


@dataclass(frozen=True, slots=True)
class _Makers:
    """What a module may call on import, by the names under which it imports that."""

    functions: frozenset[str]
    modules: frozenset[str]

    def allow(self, function: ast.expr) -> bool:
        match function:
            case ast.Name(id=name):
                return name in self.functions
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                return owner in self.modules or name in _METHODS
            case ast.Call(func=made):  # `with_config(...)(Name)`, as decorators are called.
                return self.allow(made)
            case _:
                return False


def _bound(class_: ast.ClassDef) -> Iterator[str]:
    """Yield the names that the body of a class binds, overloads of a method left out."""
    for node in class_.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if not any(_is_named(each, "overload") for each in node.decorator_list):
                yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _makers(tree: ast.Module) -> _Makers:
    functions: set[str] = set()
    modules: set[str] = set()
    for node in _statements(tree.body):
        if not isinstance(node, ast.ImportFrom):
            continue
        path = (node.module or "").split(".")
        for alias in node.names:
            name = alias.asname or alias.name
            if node.level > 0 and not node.module and alias.name == _RUNTIME:
                modules.add(name)
            elif node.level > 0 and node.module == _RUNTIME:
                # A name of the runtime, or one of its modules.
                functions.add(name)
                modules.add(name)
            elif (node.level > 0 and path[0] == _RUNTIME) or (
                node.level == 0 and node.module in _MODULES
            ):
                functions.add(name)
    return _Makers(frozenset(functions), frozenset(modules))


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that run on import: of a module, and of the classes in it."""
    for statement in body:
        if isinstance(statement, ast.If) and _is_type_checking(statement.test):
            # Only a type checker reads the branch itself.
            yield from _statements(statement.orelse)
            continue
        if isinstance(statement, ast.If) and _is_run_time(statement):
            yield from _statements(statement.body)
            continue
        yield statement
        if isinstance(statement, ast.ClassDef):
            yield from _statements(statement.body)


def _is_type_checking(test: ast.expr) -> bool:
    return _is_named(test, "TYPE_CHECKING")


def _is_run_time(statement: ast.If) -> bool:
    """Return whether a statement is `if not TYPE_CHECKING:`, which a type checker passes over."""
    match statement:
        case ast.If(test=ast.UnaryOp(op=ast.Not(), operand=name), orelse=[]):
            return _is_type_checking(name)
        case _:
            return False


def _is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _calls(statement: ast.stmt) -> Iterator[ast.Call]:
    """Yield the calls that a statement makes: in values, defaults, bases, decorators."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            yield node
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                # Its annotations are text: every module imports `annotations`.
                waiting.extend(node.decorator_list)
                waiting.extend(_defaults(node.args))
            case ast.Lambda():
                waiting.extend(_defaults(node.args))
            case ast.ClassDef():
                waiting.extend((*node.decorator_list, *node.bases))
                waiting.extend(keyword.value for keyword in node.keywords)
            case _:
                for name in _fields(type(node)):
                    value = getattr(node, name)
                    if isinstance(value, list):
                        children = cast("list[Any]", value)
                        waiting += [child for child in children if isinstance(child, ast.AST)]
                    elif isinstance(value, ast.AST):
                        waiting.append(value)


def _defaults(arguments: ast.arguments) -> Iterator[ast.expr]:
    yield from arguments.defaults
    yield from (default for default in arguments.kw_defaults if default is not None)
