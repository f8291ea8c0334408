"""`overlay diff`: what it makes of A, applied to A, is B."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from clientsmith.diagnostics import Span
from clientsmith.document.files import Text, _parsed
from clientsmith.document.json import parse_json
from clientsmith.document.overlays import apply, difference, form_of, overlay_of, path_of, written
from clientsmith.document.overlays.queries import compiled
from clientsmith.limits import UNWATCHED, USUAL

ODD_KEYS = [
    *("a", "b", "name", "in", "url", "x-a", "/pets/{id}", "a.b", "a[0]", "'q'", '"q"', "\\", "~1"),
    *("$", "@", "*", "and", "or", "true", "null", "not", "é", "雪", "application/json", "200", "_"),
    *("$ref", "match(", "?", "&&", "[?@.a]", "..", "enum", "-a", "0", "a b", "\t", "\x07", "<<"),
]
KEYS = st.one_of(
    st.sampled_from(ODD_KEYS),
    st.just(""),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([0.0, 1.0, 1.5, 1e20, 10**30, "1", "1e5", "null", "yes", "a\nb", "a: b", "#"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
)
NAMED = st.fixed_dictionaries(
    {"name": st.sampled_from("abc'")},
    optional={"in": st.sampled_from(["query", "path"]), "x": SCALARS, "y": st.lists(SCALARS)},
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(NAMED, max_size=4),
        st.lists(st.sampled_from("abcd"), unique=True),
        st.dictionaries(KEYS, inner, max_size=4),
    ),
    max_leaves=20,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=5)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two documents, the second often the first with some parts changed."""
    old = draw(DOCUMENTS)
    if draw(st.booleans()):
        return old, draw(DOCUMENTS)
    new = copy.deepcopy(old)
    for _ in range(draw(st.integers(0, 4))):
        _change(draw, new)
    return old, new


def _change(draw: st.DrawFn, node: Any) -> None:
    while True:
        parts = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not parts or draw(st.integers(0, 2)) == 0:
            break
        part = draw(st.sampled_from(parts))
        if not isinstance(node[part], dict | list):
            node[part] = draw(VALUES)
            return
        node = node[part]
    if isinstance(node, dict):
        if node and draw(st.booleans()):
            del node[draw(st.sampled_from(list(node)))]
        else:
            node[draw(KEYS)] = draw(VALUES)
    elif node and draw(st.booleans()):
        del node[draw(st.integers(0, len(node) - 1))]
    else:
        node.insert(draw(st.integers(0, len(node))), draw(VALUES))


def strictly(value: Any) -> str:
    """Return a text that is the same for the same data, whatever the order of the keys."""
    return json.dumps(value, sort_keys=True)


def applied(overlay: dict[str, Any], old: dict[str, Any]) -> Any:
    """Return what an overlay makes of data, both written to text and read again."""
    file = parse_json(Text("a.json", json.dumps(old)), USUAL)
    text = Text("fix.yaml", written(overlay, "yaml"))
    parsed = overlay_of(_parsed(text, USUAL, UNWATCHED, json_only=False, lenient=False))
    assert list(apply(file, parsed, USUAL, UNWATCHED)) == []
    return file.data


def round_trip(old: dict[str, Any], new: dict[str, Any]) -> None:
    before = strictly(old)
    overlay = difference(old, new)
    assert strictly(old) == before
    if overlay is None:
        assert before == strictly(new)
    else:
        assert strictly(applied(overlay, old)) == strictly(new)


@given(pairs())
@settings(deadline=None)
def test_what_is_made_of_the_first_is_the_second(
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    round_trip(*pair)


@pytest.mark.slow
@given(pairs())
@settings(max_examples=2_000, deadline=None)
def test_of_many_pairs(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    round_trip(*pair)


@given(DOCUMENTS)
@settings(deadline=None)
def test_what_is_written_is_read_as_the_same(data: dict[str, Any]) -> None:
    for form in ("yaml", "json"):
        text = Text(f"a.{form}", written(data, form))
        parsed = _parsed(text, USUAL, UNWATCHED, json_only=form == "json", lenient=False)
        assert strictly(parsed.data) == strictly(data)


@given(st.lists(KEYS, min_size=1, max_size=4))
@settings(deadline=None)
def test_a_path_selects_what_it_is_written_for(keys: list[str]) -> None:
    data: Any = 1
    for key in reversed(keys):
        data = {key: data, f"{key}x": 2}
    query = compiled(path_of(*keys))
    assert [found.value for found in query.select(data, USUAL, UNWATCHED, Span("", 1, 1))] == [1]


CASES: dict[str, tuple[Any, Any, list[Any]]] = {
    "nothing": ({"a": 1}, {"a": 1}, []),
    "a key": ({"a": 1}, {"a": 1, "b": {"c": None}}, [("$", {"b": {"c": None}})]),
    "a value": ({"a": {"b": 1}}, {"a": {"b": 2}}, [("$.a", {"b": 2})]),
    "a removed key": ({"/a": 1, "b": 2}, {"b": 2}, ["$['/a']"]),
    "another kind": ({"a": []}, {"a": {}}, ["$.a", ("$", {"a": {}})]),
    "a number and a flag": ({"a": 1, "b": 1}, {"a": True, "b": 1}, [("$", {"a": True})]),
    "an integer and a fraction": ({"a": 1}, {"a": 1.0}, [("$", {"a": 1.0})]),
    "a parameter": (
        {"p": [{"name": "a", "in": "query"}, {"name": "a", "in": "path", "x": 1}]},
        {"p": [{"name": "a", "in": "query"}, {"name": "a", "in": "path", "x": 2}]},
        [("$.p[?@.in == 'path' && @.name == 'a']", {"x": 2})],
    ),
    "a tag": (
        {"t": [{"name": "a"}, {"name": "it's"}]},
        {"t": [{"name": "a"}, {"name": "c"}]},
        ["$.t[?@.name == 'it\\'s']", ("$.t", [{"name": "c"}])],
    ),
    "a value of an enum": (
        {"enum": ["a", "b"]},
        {"enum": ["a", "c"]},
        ["$.enum[?@ == 'b']", ("$.enum", ["c"])],
    ),
    "an item in the middle": ({"a": [1, 3]}, {"a": [1, 2, 3]}, ["$.a[1:]", ("$.a", [2, 3])]),
    "an item less": ({"a": [1, 2, 3, 4]}, {"a": [1, 4]}, ["$.a[1, 2]"]),
    "all items less": ({"a": [1, 2]}, {"a": []}, ["$.a[0, 1]"]),
    "an item of a list of lists": ({"a": [[1], [2]]}, {"a": [[1], [3]]}, [("$.a[1][0]", 3)]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_actions_are_as_small_as_the_change(case: str) -> None:
    old, new, actions = CASES[case]
    found = difference(old, new)
    made = [
        each["target"] if "remove" in each else (each["target"], each["update"])
        for each in (found or {"actions": []})["actions"]
    ]
    assert strictly(made) == strictly(actions)
    round_trip(old, new)


def test_the_form_of_a_file() -> None:
    assert form_of(Path("a.json"), "") == form_of(Path("a"), " {") == "json"
    assert form_of(Path("a.yml"), "{") == form_of(Path("a"), "a: 1") == "yaml"
