"""Templates: overriding one, extending a block, and the error for a wrong one; and that the page of
templates is true.
"""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from tests.golden.golden import CASES, DOCUMENTS

from clientsmith import document as source
from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.emit import views
from clientsmith.emit.artifacts import Settings, artifacts_of
from clientsmith.emit.bundled import template_names, templates_folder
from clientsmith.emit.emitters import EMITTERS
from clientsmith.emit.engine import model_fields
from clientsmith.emit.render import render
from clientsmith.emit.values import (
    Code,
    Comment,
    Doc,
    Joined,
    Literal,
    Name,
    Prose,
    clean,
    source_of,
)
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api, Choice, Field, Scalar, Shape

SMALL = """
openapi: 3.1.0
info: {title: Birds, version: "1"}
servers: [{url: https://birds.example}]
paths:
  /birds:
    get:
      operationId: listBirds
      summary: List birds
      responses: {"204": {description: None.}}
"""


@pytest.fixture
def api(tmp_path: Path) -> Api:
    path = tmp_path / "openapi.yaml"
    path.write_text(SMALL)
    return analyze(source.read(path), ad_hoc_target(path, "birds", None, tmp_path), NameLock())


def house(tmp_path: Path, name: str, text: str) -> Path:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / name).write_text(text)
    return folder


def test_a_block_is_replaced_and_the_rest_stays(api: Api, tmp_path: Path) -> None:
    text = '{% extends "base/resource.py.jinja" %}\n{% block doc %}"""House."""{% endblock %}\n'
    module = render(api, house(tmp_path, "resource.py.jinja", text))["resources/birds.py"]
    assert module.startswith('"""House."""')
    assert "class Birds(core.Resource):" in module


def test_a_template_is_replaced(api: Api, tmp_path: Path) -> None:
    files = render(api, house(tmp_path, "API.md.jinja", "# Calls\n"))
    assert files["API.md"] == "# Calls\n"


def test_a_template_cannot_print_a_string(api: Api, tmp_path: Path) -> None:
    folder = house(tmp_path, "API.md.jinja", "one\n{{ guide.title.text }}\n")
    with pytest.raises(ClientsmithError) as caught:
        render(api, folder)
    (problem,) = caught.value.diagnostics
    assert "printed a str" in problem.message
    assert problem.span is not None
    assert (Path(problem.span.file).name, problem.span.line) == ("API.md.jinja", 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ guide.nothing }}", "has no attribute 'nothing'"),
        ("{{ unknown }}", "'unknown' is undefined"),
        ("{% if %}", "Expected an expression"),
        ("{% include 'no.jinja' %}", "no.jinja"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ guide.title.nothing.more }}", "has no attribute 'nothing'"),
        ("{{ guide.title() }}", "not callable"),
        ("{{ [][1] }}", "no element 1"),
        ("{% include 'AGENTS.md.jinja' %}", "recursion"),
        ("{{ guide.title.text | safe }}", "printed a Markup"),
        ("{{ guide.title ~ '' }}", "printed a str"),
        ("{{ guide.title.text | upper }}", "printed a str"),
        ("{{ '%s' % guide.title }}", "printed a str"),
        ("{% filter upper %}{{ guide.title }}{% endfilter %}", "a filter makes plain text"),
        ("{% set x %}{{ guide.title }}{% endset %}{{ x }}", "printed a str"),
        ("{{ 1 | unknown }}", "No filter named 'unknown'"),
    ],
)
def test_a_wrong_template_is_reported_with_its_place(
    api: Api, tmp_path: Path, text: str, message: str
) -> None:
    folder = house(tmp_path, "AGENTS.md.jinja", "first line\n" + text)
    with pytest.raises(ClientsmithError) as caught:
        render(api, folder)
    (problem,) = caught.value.diagnostics
    assert message in problem.message
    assert problem.span is not None
    assert (Path(problem.span.file).name, problem.span.line) == ("AGENTS.md.jinja", 2)


@pytest.mark.parametrize("name", ["model.py.jinja", "params.py.jinja"])
def test_a_field_s_old_name_is_answered_with_the_new_one(
    api: Api, tmp_path: Path, name: str
) -> None:
    folder = house(tmp_path, name, "{% if module.later %}{% endif %}")
    shape = Shape("Bird", "", (Field("kind", "kind", Scalar("string"), required=True),))
    with pytest.raises(ClientsmithError) as caught:
        render(replace(api, models=(shape,), params=(shape,)), folder)
    (problem,) = caught.value.diagnostics
    assert problem.hint is not None
    assert problem.hint.startswith("'later' is now 'deferred'; templates/README.md")


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to(path)])
def test_what_stands_in_a_template_s_place_has_to_be_a_file(
    api: Api, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    (tmp_path / "house").mkdir()
    make(tmp_path / "house" / "AGENTS.md.jinja")
    with pytest.raises(ClientsmithError) as caught:
        render(api, tmp_path / "house")
    (problem,) = caught.value.diagnostics
    assert problem.message == "this is not a file"
    assert problem.span is not None
    assert problem.span.file.endswith("house/AGENTS.md.jinja")


def test_a_template_that_is_no_text(api: Api, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "AGENTS.md.jinja").write_bytes(b"\xff{{")
    with pytest.raises(ClientsmithError, match="can't decode byte 0xff"):
        render(api, tmp_path / "house")


def test_the_page_names_each_template_its_values_and_its_blocks(tmp_path: Path) -> None:
    page = (templates_folder() / "README.md").read_text(encoding="utf-8")
    sections = page.split("### ")
    views: dict[str, Mapping[str, object]] = {}
    for case in CASES:
        if case.name in ("webhooks", "schemas"):
            target = ad_hoc_target(DOCUMENTS[case], case.name, None, tmp_path)
            api = analyze(source.read(target.document), target, NameLock())
            artifacts = artifacts_of(api, Settings(), EMITTERS)
            views |= {each.template: each.view(each.inputs) for each in artifacts}
    for name in template_names():
        (section,) = [text for text in sections if text.startswith(f"`{name}`\n")]
        text = (templates_folder() / name).read_text(encoding="utf-8")
        blocks = list(dict.fromkeys(re.findall(r"{%-?\s*block\s+(\w+)", text)))
        values = [f"`{key}`: `{type(value).__name__}`" for key, value in views[name].items()]
        line = f"{', '.join(values)}."
        line += f" Blocks: {', '.join(f'`{block}`' for block in blocks)}." if blocks else ""
        assert line in section


def test_the_page_names_each_value_and_its_fields() -> None:
    page = (templates_folder() / "README.md").read_text(encoding="utf-8")
    sections = {text.split("\n", 1)[0]: text for text in page.split("### ")}
    for name, cls in vars(views).items():
        if dataclasses.is_dataclass(cls) and cls.__module__.startswith(views.__name__):
            section = sections.pop(f"`{name}`")
            rows = [f"| `{field.name}` | `{field.type}` |" for field in dataclasses.fields(cls)]
            assert [line for line in section.split("\n") if line.startswith("| `")] == rows
    assert not [title for title in sections if title.endswith("View`")], "a class that is gone"


@pytest.mark.parametrize("value", ["text", 1, None, True, b"", [], object()])
def test_only_typed_values_print(value: object) -> None:
    with pytest.raises(TypeError, match="a template printed a"):
        source_of(value)


def test_a_name_is_proven() -> None:
    for text in ("class", "a b", "1a", "", "a.b", "a\n"):
        with pytest.raises(ValueError, match="not a name"):
            Name(text)


def test_what_values_print() -> None:
    assert Literal({"a": [None, True, "x\u202e\x85\n"]}).source == (
        '{"a": [None, True, "x\\u202e\\x85\\n"]}'
    )
    assert Doc('ends with "').source == '"""ends with \\""""'
    assert Doc('"""\\').source == '"""\\"\\"\\"\\\\"""'
    assert Comment("one\rtwo").source == "# one\n# two"
    assert Prose("a <b> *c*\n# d").source == "a \\<b\\> \\*c\\* \\# d"
    assert Joined((Name("a"), Code("b"))).source == "a, b"


@given(st.text(r"\"ab ", max_size=12) | st.text(st.characters(exclude_categories=["Cs"])))
def test_a_docstring_is_a_text_whatever_it_says(text: str) -> None:
    (statement,) = ast.parse(Doc(text).source).body
    assert isinstance(statement, ast.Expr)
    said = ast.literal_eval(statement.value)
    assert said.split() == clean(text).split()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=8) | st.text("'\"\\ab", max_size=8), min_size=1, max_size=3))
def test_the_values_of_an_enum_are_those_of_the_document(values: list[str]) -> None:
    values = list(dict.fromkeys(values))
    field = Field("kind", "kind", Choice(tuple(values), is_const=True), required=True)
    annotation = model_fields([Shape("Thing", "", (field,))])["Thing"].fields[0].annotation
    assert ast.literal_eval(
        annotation.removeprefix("Literal").replace("[", "(", 1)[:-1] + ",)"
    ) == (*values,)
    assert "'" not in re.sub(r'"(?:[^"\\]|\\.)*"', "", annotation)
