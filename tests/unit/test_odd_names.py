"""Warnings of names that a run had to make odd: where, and how to choose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.cli import main
from clientsmith.config import load_targets
from clientsmith.diagnostics import Diagnostic
from clientsmith.pipeline import check, generate

Json = dict[str, Any]
PET = {"type": "object", "properties": {"id": {"type": "string"}}}


def operation(identifier: str, schema: Json | None = None, **more: Any) -> Json:
    content = {"application/json": {"schema": schema or PET}}
    responses = {"200": {"description": "", "content": content}}
    return {"operationId": identifier, "responses": responses, **more}


class Project:
    """A target in a folder, whose document changes from run to run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data: Json = {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "servers": [{"url": "https://pets.test"}],
            "paths": {},
            "components": {"schemas": {}},
        }

    def add(self, path: str, operation: Json, method: str = "get") -> None:
        self.data["paths"].setdefault(path, {})[method] = operation

    def run(self, settings: str = "") -> list[Diagnostic]:
        """Generate the client; return the warnings of odd names."""
        (self.folder / "openapi.json").write_text(json.dumps(self.data, indent=1))
        (self.folder / "clientsmith.toml").write_text(
            '[targets.pets]\ndocument = "openapi.json"\noutput = "out"\npackage = "pets"\n'
            + settings
        )
        (target,) = load_targets(self.folder)
        outcome = generate(target)
        assert not [each for each in check(target).warnings if each.code == "name-odd"]
        return [each for each in outcome.warnings if each.code == "name-odd"]

    def calls(self) -> Json:
        return json.loads((self.folder / "names.lock").read_text())["operations"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def test_an_operation_that_is_added_makes_a_resource_odd_and_no_call(project: Project) -> None:
    project.add("/companies/{id}/documents", operation("documents"), "post")
    assert project.run('operations."POST /companies/{id}/documents" = "companies.documents"') == []
    assert project.run() == [], "the lock keeps the name"
    project.add("/companies/{id}/documents/{document_id}", operation("document"))
    (odd,) = project.run()
    added = "GET /companies/{id}/documents/{document_id}"
    assert project.calls() == {
        "POST /companies/{id}/documents": "companies.documents",
        added: "companies.documents_.retrieve",
    }
    assert (odd.severity, odd.code) == ("warning", "name-odd")
    assert odd.message == (
        f"{added!r} became 'companies.documents_.retrieve', since another call or resource has the"
        " name without it"
    )
    assert odd.hint == (
        f'choose another in [targets.pets.operations]: "{added}" = "resource.method"'
    )
    assert odd.span is not None
    line = (project.folder / "openapi.json").read_text().splitlines()[odd.span.line - 1]
    assert (odd.span.file, line.strip()) == ("openapi.json", '"get": {')
    assert project.run() == [], "what the lock has is not said again"


def test_a_name_that_is_chosen_is_not_odd(project: Project) -> None:
    project.add("/a/b", operation("b", PET))
    assert project.run() == []
    project.add("/a/b/", operation("retrieve", PET))
    assert project.run('operations."GET /a/b/" = "a.other"\n') == []
    (project.folder / "names.lock").unlink()
    (odd,) = project.run()
    assert odd.message.startswith("'GET /a/b/' became 'a.b.retrieve_2', since another call")


def test_a_class_with_a_number(project: Project) -> None:
    schemas = project.data["components"]["schemas"]
    schemas["pet"] = {**PET, "required": ["id"]}
    project.add("/a", operation("a", {"$ref": "#/components/schemas/pet"}))
    assert project.run() == []
    schemas["Pet"] = {**PET, "title": "x"}
    project.add("/b", operation("b", {"$ref": "#/components/schemas/Pet"}))
    (odd,) = project.run()
    assert odd.message == "this schema became 'Pet2', since another has the name 'Pet'"
    assert odd.hint == (
        'choose another in [targets.pets.types]: "#/components/schemas/Pet" = "ClassName"'
    )
    assert project.run() == []


def test_an_attribute_with_a_number(project: Project) -> None:
    project.add("/a", operation("a", {"type": "object", "properties": {"fooBar": {}}}))
    assert project.run() == []
    properties = project.data["paths"]["/a"]["get"]["responses"]["200"]["content"]
    properties["application/json"]["schema"]["properties"]["foo-bar"] = {}
    (odd,) = project.run()
    assert odd.message == (
        "this property became the attribute 'foo_bar_2', since another is 'foo_bar'"
    )
    assert "'foo_bar' can be written" in odd.hint
    assert project.run() == []


def test_names_that_no_other_wanted_are_not_odd(project: Project) -> None:
    fields: dict[str, Json] = {
        name: {} for name in ("class", "copy", "ipv4", "a_2", "to_dict", "_x", "v_2")
    }
    project.add("/class", operation("class", {"type": "object", "properties": fields}))
    project.add("/v2", operation("v2"))
    assert project.run() == []


def test_many_odd_names_are_counted(project: Project) -> None:
    for number in range(9):
        properties = {"foo-bar": {}, "fooBar": {}, "own": {"const": number}}
        project.add(
            f"/a{number}", operation(f"a{number}", {"type": "object", "properties": properties})
        )
    *listed, last = project.run()
    assert len(listed) == 5
    assert (last.message, last.span) == ("4 more names were altered in the same way", None)
    assert last.hint == "`clientsmith names` lists all names"


def test_they_are_printed_also_where_other_warnings_are_only_counted(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        path = f"/a{number}/{{id}}"
        project.add(
            path, operation(f"a{number}", {"type": "object", "properties": {"foo-bar": {}}})
        )
    project.run()
    project.add(
        "/b", operation("b", {"type": "object", "properties": {"fooBar": {}, "foo-bar": {}}})
    )
    (project.folder / "openapi.json").write_text(json.dumps(project.data))
    with pytest.raises(SystemExit):
        main(["generate"])
    said = capsys.readouterr().err
    assert "pets: 12 warnings (12 path-parameter)" in said
    assert "warning[name-odd] this property became the attribute 'foo_bar_2'" in said
