"""The walk that makes values of a client's types, and the reading of what was sent."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Annotated, Any, Literal, Required

import pytest
from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from .document import Document
from .judge import Judge, Sent
from .patterns import text_matching
from .values import Formats, Maker, NoValue


class Tree(TypedDict, total=False):
    name: Required[Annotated[str, Field(min_length=3)]]
    parts: Sequence[Tree]
    parent: Tree | None


TYPES = [
    int,
    Annotated[int, Field(ge=5, lt=7)],
    Annotated[int, Field(gt=-10, lt=-8)],
    Annotated[int, Field(ge=2**53 + 1, le=2**53 + 3)],
    Annotated[int, Field(ge=1, multiple_of=7)],
    Annotated[float, Field(gt=0, lt=0.25)],
    Annotated[float, Field(ge=0, le=10, multiple_of=0.01)],
    Annotated[str, Field(min_length=20, max_length=21)],
    Annotated[str, Field(max_length=2)],
    Literal["a", 1],
    Annotated[Sequence[Literal["a", "b"]], Field(min_length=3)],
    Annotated[Mapping[str, int], Field(min_length=2)],
    Tree,
    Tree | int,
]


@pytest.mark.parametrize("is_full", [False, True], ids=["required", "all"])
@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_a_value_is_of_its_type(type_: Any, is_full: bool) -> None:
    for seed in range(20):
        value = Maker(Formats("none"), Random(seed), is_full).value(type_)
        TypeAdapter(type_).validate_python(value, strict=True)


def test_a_full_value_has_what_may_be_left_out() -> None:
    made = Maker(Formats("none"), Random(1), is_full=True).value(Tree)
    assert set(made) == {"name", "parts", "parent"}
    assert set(Maker(Formats("none"), Random(1), is_full=False).value(Tree)) == {"name"}


def test_a_type_without_values_is_reported() -> None:
    with pytest.raises(NoValue):
        Maker(Formats("none"), Random(1), False).value(Annotated[int, Field(gt=3, lt=4)])


@pytest.mark.parametrize(
    "regex",
    [r"^[A-Z]{2}-\d{4}$", r"^(a|bc)+$", r"\d", r"^[^/]{3,}$", r"^https?://.+\.io$", r"^.{40,50}$"],
)
def test_a_text_matches_its_pattern(regex: str) -> None:
    for seed in range(20):
        text = text_matching([regex], 0, 100, Random(seed))
        assert text is not None
        assert re.search(regex, text)


def test_a_text_without_end_is_not_looked_for() -> None:
    assert text_matching(["^a$", "^b$"], 0, 9, Random(1)) is None
    assert text_matching([r"\p{L}"], 0, 9, Random(1)) is None


def _findings(query: str, path: str = "/search") -> list[str]:
    document = Document(Path(__file__).with_name("documents") / "queries.yaml")
    operation = document.operation("GET /search")
    sent = Sent("GET", path, query, [], b"")
    return [f"{each.place} {each.keyword}" for each in Judge(document).request(operation, sent)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=word&ids=1&ids=2&csv=a,b&pipes=a%7Cb&exact=true&near=3.5", []),
        ("q=word&filter%5Bname%5D=a&filter%5Bsize%5D=3&where=%7B%22field%22%3A%22a%22%7D", []),
        ("", ["query q required"]),
        ("q=a", ["query q minLength"]),
        ("q=word&ids=0", ["query ids.0 minimum"]),
        ("q=word&pipes=a%7Cc", ["query pipes.1 enum"]),
        ("q=word&filter%5Bsize%5D=many", ["query filter.size type"]),
        ("q=word&filter%5Bother%5D=1", ["query filter additionalProperties"]),
        ("q=word&where=%7B%7D", ["query where required"]),
        ("q=word&exact=yes", ["query exact type"]),
    ],
)
def test_jsonschema_judges_a_query(query: str, expected: list[str]) -> None:
    assert _findings(query) == expected
