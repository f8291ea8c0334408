"""Types as Python's annotations."""

from __future__ import annotations

import ast

from clientsmith.emit.annotations import for_field, for_response
from clientsmith.ir import NULL, ListOf, Ref, Union


def depth(node: ast.AST) -> int:
    return 1 + max(map(depth, ast.iter_child_nodes(node)), default=0)


def test_a_union_of_many_is_not_deep() -> None:
    """Type checkers give up on expressions that are some 250 deep, as `A | B | ...` soon is."""
    few, many = (Union(tuple(Ref(f"T{at}") for at in range(count))) for count in (100, 1_000))
    for printed in (for_field, for_response):
        assert printed(few).code.source.count(" | ") == 99
        annotation = printed(many)
        assert ("typing", "Union") in annotation.imports
        assert depth(ast.parse(annotation.code.source)) < 10


def test_a_constant_has_no_bar_after_annotated() -> None:
    """`Annotated[A, ...] | None` is no expression to pyright, which the constant of a call is."""
    enums = Union((Ref("A"), Ref("B"), NULL), by_enums=True)
    untyped = Union((ListOf(Ref("A"), is_untyped=True), NULL))
    for type_ in (enums, untyped):
        annotation = for_response(type_)
        assert annotation.code.source.startswith("Union[Annotated[")
        assert annotation.code.source.endswith(", None]")
        assert ("typing", "Union") in annotation.imports
        assert for_field(type_).code.source.endswith("] | None")
