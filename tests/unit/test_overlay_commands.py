"""`clientsmith overlay apply`, `validate` and `diff`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .test_cli import Shell, run

__all__ = ["run"]

OLD = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      parameters:
        - {name: limit, in: query, schema: {type: string}}
      responses:
        "200": {description: Pets.}
"""
FIX = """\
overlay: 1.1.0
info: {title: Fix, version: "1"}
actions:
  - target: $.paths['/pets'].get.parameters[?@.name == 'limit'].schema
    update: {type: integer}
  - target: $.paths['/cats']
    remove: true
"""
NEW = """\
openapi: 3.1.0
info:
  title: Pets
  version: '1'
paths:
  /pets:
    get:
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
      responses:
        '200':
          description: Pets.
"""


@pytest.fixture(autouse=True)
def files(run: Shell) -> None:
    Path("old.yaml").write_text(OLD)
    Path("fix.yaml").write_text(FIX)
    Path("new.yaml").write_text(NEW)


def test_apply_prints_the_document_as_it_is_then(run: Shell) -> None:
    code, out, err = run("overlay", "apply", "old.yaml", "fix.yaml")
    assert (code, out) == (0, NEW)
    assert err.startswith("fix.yaml:6:13 warning[overlay-unmatched] the target $.paths['/cats']")


def test_apply_fails_with_strict_where_nothing_matches(run: Shell) -> None:
    code, out, err = run("overlay", "apply", "old.yaml", "fix.yaml", "--strict")
    assert (code, out) == (1, "")
    assert err.startswith("fix.yaml:6:13 error[overlay-unmatched]")


def test_apply_writes_a_file_in_the_form_that_is_asked_for(run: Shell) -> None:
    options = ("--format", "json", "--output", "out.json")
    code, out, _ = run("overlay", "apply", "old.yaml", "fix.yaml", *options)
    assert (code, out) == (0, "wrote out.json\n")
    text = Path("out.json").read_text()
    assert text.startswith('{\n  "openapi": "3.1.0",\n')
    code, out, _ = run("overlay", "apply", "out.json", "fix.yaml")
    assert out == text
    assert run("overlay", "apply", "out.json", "fix.yaml", "--format", "yaml")[1] == NEW
    assert run("overlay", "apply", "old.yaml", "fix.yaml", "--output", "none/x.yaml")[0] == 1


def test_apply_takes_what_is_no_openapi(run: Shell) -> None:
    """An overlay may complete it, and other documents have overlays too."""
    Path("old.yaml").write_text("a: {b: 1}\n")
    Path("fix.yaml").write_text(
        FIX.partition("actions")[0] + "actions: [{target: $.a.b, update: 2}]"
    )
    assert run("overlay", "apply", "old.yaml", "fix.yaml")[1] == "a:\n  b: 2\n"


def test_apply_warns_of_another_document(run: Shell) -> None:
    Path("fix.yaml").write_text(FIX + "extends: other.yaml\n")
    assert "8:10 warning[overlay-extends] 'extends' names 'other.yaml', and not 'old.yaml'" in (
        run("overlay", "apply", "old.yaml", "fix.yaml")[2]
    )


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_validate(run: Shell, form: str) -> None:
    assert run("overlay", "validate", "fix.yaml") == (0, "no problems\n", "")
    Path("fix.yaml").write_text(FIX.replace("$.paths['/cats']", "paths"))
    code, out, _ = run("overlay", "validate", "fix.yaml", "--format", form)
    assert code == 1
    assert "overlay-path" in out
    if form == "json":
        assert json.loads(out)["diagnostics"][0]["line"] == 6


def test_validate_takes_warnings_for_errors_with_strict(run: Shell) -> None:
    Path("fix.yaml").write_text(FIX.partition("    update")[0])
    assert run("overlay", "validate", "fix.yaml")[0] == 0
    assert run("overlay", "validate", "fix.yaml", "--strict")[0] == 1


def test_diff_makes_what_apply_applies(run: Shell) -> None:
    code, out, _ = run("overlay", "diff", "old.yaml", "new.yaml")
    assert code == 0
    assert out == """\
overlay: 1.1.0
info:
  title: What changed between two documents
  version: 1.0.0
actions:
  - target: $.paths['/pets'].get.parameters[?@.in == 'query' && @.name == 'limit'].schema
    update:
      type: integer
"""
    assert run("overlay", "diff", "old.yaml", "new.yaml", "--output", "made.yaml")[0] == 0
    assert run("overlay", "validate", "made.yaml")[0] == 0
    assert run("overlay", "apply", "old.yaml", "made.yaml", "--strict") == (0, NEW, "")


def test_diff_of_the_same_prints_nothing(run: Shell) -> None:
    run("overlay", "apply", "old.yaml", "fix.yaml", "--output", "json.json", "--format", "json")
    assert run("overlay", "diff", "new.yaml", "json.json") == (0, "", "no differences\n")


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        (("apply", "none.yaml", "fix.yaml"), "does not exist"),
        (("apply", "fix.yaml", "old.yaml"), "old.yaml:1:1 error[overlay] this is a document"),
        (("diff", "list.yaml", "new.yaml"), "list.yaml:1:1 error[document] the document has to be"),
        (("validate",), "Missing argument"),
    ],
)
def test_wrong_usage(run: Shell, arguments: tuple[str, ...], reported: str) -> None:
    Path("list.yaml").write_text("[1]\n")
    code, out, err = run("overlay", *arguments)
    assert code != 0
    assert reported in f"{out}{err}"
