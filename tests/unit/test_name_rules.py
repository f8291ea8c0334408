"""The rules of names: what each gives, who decides, and what the lock keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from clientsmith.config import Target, load_targets
from clientsmith.diagnostics import ClientsmithError
from clientsmith.identifiers import attribute
from clientsmith.identifiers.lock import NameLock
from clientsmith.identifiers.rules import BEFORE, NameRules
from clientsmith.pipeline import generate


@pytest.mark.parametrize(
    ("wire", "snake_case", "as_it_is"),
    [
        ("createdAt", "created_at", "createdAt"),
        ("CreatedAt", "created_at", "CreatedAt"),
        ("ID", "id", "ID"),
        ("userIDs", "user_ids", "userIDs"),
        ("HTMLUrl", "html_url", "HTMLUrl"),
        ("SKU_CODE", "sku_code", "SKU_CODE"),
        ("address2Line", "address2_line", "address2Line"),
        # What has no capital is not changed.
        ("created_at", "created_at", "created_at"),
        ("ipv4addr", "ipv4addr", "ipv4addr"),
        ("a__b_", "a__b_", "a__b_"),
        ("größe", "größe", "größe"),
        ("名前", "名前", "名前"),
        # What is no attribute is changed by both.
        ("created-at", "created_at", "created_at"),
        ("@type", "type", "type"),
        ("class", "class_", "class_"),
        ("Class", "class_", "Class"),
        ("None", "none", "none"),
        ("__typename", "typename", "typename"),
        ("1st", "n_1st", "n_1st"),
        # Nor does a field hide what a model has.
        ("modelDump", "model_dump_", "modelDump"),
        ("toDict", "to_dict_", "toDict"),
        ("copy", "copy_", "copy_"),
        ("Field", "field", "Field_"),
    ],
)
def test_the_attribute_of_a_property(wire: str, snake_case: str, as_it_is: str) -> None:
    assert attribute(wire, "snake_case") == snake_case
    assert attribute(wire, "wire") == as_it_is


class Project:
    """A folder with a configuration, a document and its client."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = folder / "names.lock"
        self.document: dict[str, Any] = {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "servers": [{"url": "https://pets.test"}],
            "paths": {},
        }

    def answers(self, path: str, schema: dict[str, Any], method: str = "get") -> None:
        """Add an operation with an answer."""
        content = {"application/json": {"schema": schema}}
        operation: dict[str, Any] = {"responses": {"200": {"description": "", "content": content}}}
        self.document["paths"].setdefault(path, {})[method] = operation

    def generate(self, settings: str = "") -> None:
        (self.folder / "openapi.yaml").write_text(yaml.safe_dump(self.document))
        (self.folder / "clientsmith.toml").write_text(
            '[targets.pets]\ndocument = "openapi.yaml"\noutput = "out"\npackage = "pets"\n'
            + settings
        )
        generate(load_targets(self.folder)[0])

    @property
    def rules(self) -> Any:
        return json.loads(self.lock.read_text()).get("rules")

    def before(self) -> None:
        """Have the lock of a client that is older than the rules."""
        data = json.loads(self.lock.read_text())
        data.pop("rules", None)
        self.lock.write_text(json.dumps(data))

    def source(self, name: str) -> str:
        return (self.folder / "out" / "pets" / name).read_text()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.answers("/pets/{id}", {"type": "object", "properties": {"bornOn": {"type": "string"}}})
    return made


MODEL = "models/get_pets_id_response.py"


def test_a_new_client_has_attributes_in_snake_case(project: Project) -> None:
    project.generate()
    assert 'born_on: Annotated[str | None, Field(alias="bornOn")] = None' in project.source(MODEL)
    assert project.rules["attributes"] == "snake_case"


def test_a_client_with_a_lock_keeps_its_attributes(project: Project) -> None:
    project.generate('attributes = "wire"')
    assert "bornOn: str | None = None" in project.source(MODEL)
    project.generate()
    assert "bornOn: str | None = None" in project.source(MODEL)
    project.before()
    project.generate()
    assert "bornOn: str | None = None" in project.source(MODEL)
    assert project.rules is None, "a lock without rules stays as it is"


def test_a_setting_wins_over_the_lock(project: Project) -> None:
    project.generate('attributes = "wire"')
    project.generate('attributes = "snake_case"')
    assert "born_on:" in project.source(MODEL)
    assert project.rules["attributes"] == "snake_case"


def test_names_that_another_rule_chose_are_chosen_anew() -> None:
    lock = NameLock(fields={"/a/properties/fooBar": "fooBar_"}, types={"/a": "A"}, rules=BEFORE)

    settings = Target.model_construct(attributes="snake_case")
    changed = lock.under(settings)
    assert (changed.fields, changed.types) == ({}, {"/a": "A"})
    assert changed.under(settings) == changed
    assert changed.under(Target.model_construct(schema_names="own")).types == {}


@pytest.mark.parametrize(
    "rules", [[], 1, {"attributes": "camelCase"}, {"attributes": 1}, {"other": "wire"}]
)
def test_rules_that_are_not_known_make_the_lock_invalid(rules: object, tmp_path: Path) -> None:
    (tmp_path / "names.lock").write_text(
        json.dumps({"types": {}, "operations": {}, "rules": rules})
    )
    with pytest.raises(ClientsmithError) as caught:
        NameLock.read(tmp_path / "names.lock")
    assert [problem.code for problem in caught.value.diagnostics] == ["lock-invalid"]


def test_a_lock_keeps_its_rules(tmp_path: Path) -> None:
    for rules in (NameRules(), BEFORE, NameRules(attributes="wire")):
        (tmp_path / "names.lock").write_text(NameLock(rules=rules).dump())
        assert NameLock.read(tmp_path / "names.lock").rules == rules
    assert NameLock.read(tmp_path / "no.lock").rules == NameRules()


def test_each_setting_names_calls_anew_and_a_lock_keeps_them(project: Project) -> None:
    roles = {"type": "array", "items": {"type": "string"}}
    project.answers("/me", {"type": "object", "properties": {"roles": roles}})
    project.document["paths"]["/me"]["get"]["operationId"] = "whoAmI"

    def call(settings: str = "") -> str:
        project.generate(settings)
        return json.loads(project.lock.read_text())["operations"]["GET /me"]

    assert call("singletons = false") == "me.list"
    assert call() == "me.list", "the lock keeps the rule and the name"
    assert call("singletons = true") == "me.retrieve"
    project.before()
    assert call() == "me.retrieve", "the lock keeps the name, whatever the rules"
    assert call('names = "operation-ids"') == "me.who_am_i"
    assert call() == "me.who_am_i"
    assert project.rules["names"] == "operation-ids"
    assert call('names = "paths"\nsingletons = true') == "me.retrieve"
