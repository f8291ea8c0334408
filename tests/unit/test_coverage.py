"""Operations that are less than generated: in `coverage.json`, by the command, and
by its exit code with `--strict`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.analyze.nodes import Refused
from clientsmith.analyze.operations import reader

from .test_cli import Shell, run

__all__ = ["run"]

DOCUMENT = """\
openapi: 3.1.0
info: {title: Small, version: 1.0.0}
paths:
  /accounts:
    get:
      responses:
        '200': {description: All., content: {application/json: {schema: {type: string}}}}
  /reports/{id}:
    get:
      responses:
        '200':
          description: A report.
          content: {application/json: {schema: {$ref: '#/components/schemas/Report'}}}
    delete:
      responses:
        '200':
          description: The report that was.
          content: {application/json: {schema: {$ref: '#/components/schemas/Report'}}}
components:
  schemas:
    Report:
      type: object
      properties:
        kind: {type: file}
"""
REPORTED = (
    "degraded, 2 operations: no type is 'file'; it is taken as anything\n"
    "  openapi.yaml:24:15 DELETE /reports/{id} and 1 more\n"
)


def rows() -> dict[str, dict[str, object]]:
    data = json.loads(Path("out/small/coverage.json").read_text())
    return {row["operation"]: row for row in data["operations"]}


@pytest.fixture(autouse=True)
def document(run: Shell) -> None:
    Path("openapi.yaml").write_text(DOCUMENT)


def test_each_operation_has_a_row(run: Shell) -> None:
    assert run("generate")[0] == 0
    assert {key: (row["call"], row["status"]) for key, row in rows().items()} == {
        "GET /accounts": ("accounts.retrieve", "generated"),
        "GET /reports/{id}": ("reports.retrieve", "degraded"),
        "DELETE /reports/{id}": ("reports.delete", "degraded"),
    }
    assert rows()["GET /accounts"]["reasons"] == []
    assert rows()["GET /reports/{id}"]["reasons"] == ["no type is 'file'; it is taken as anything"]


def test_counts_and_reasons_are_printed_with_their_places(run: Shell) -> None:
    code, out, err = run("generate")
    assert code == 0
    assert out.startswith("small: 3 operations (1 generated, 2 degraded, 0 refused), ")
    assert err.endswith(REPORTED)
    assert run("generate", "--force", "--quiet")[2].count("degraded, ") == 0


def test_strict_fails_on_anything_but_generated_and_writes_nothing(run: Shell) -> None:
    code, out, err = run("generate", "--strict")
    assert (code, out) == (1, "small: failed\n")
    assert "openapi.yaml:24:15 error[degraded] DELETE /reports/{id} is degraded: no" in err
    assert "hint: the same is true of 1 more\n" in err
    assert not Path("out").exists()
    Path("openapi.yaml").write_text(DOCUMENT.replace("type: file", "type: string"))
    # The document still has warnings; strictness is about what became of the operations.
    code, _, err = run("generate", "--strict")
    assert code == 0
    assert "warning[" in err
    assert run("check", "--strict")[0] == 0


def test_an_operation_that_cannot_be_made_costs_no_other(
    run: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reader.Operations.read

    def refuse(self: reader.Operations, place: object, call: object) -> object:
        if getattr(place, "method", "") == "delete":
            raise Refused("no way", "/paths/~1reports~1{id}/delete")
        return read(self, place, call)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(reader.Operations, "read", refuse)
    code, out, err = run("generate")
    assert code == 0
    assert out.startswith("small: 3 operations (1 generated, 1 degraded, 1 refused), ")
    assert "refused, 1 operation: no way\n  openapi.yaml:15:7 DELETE /reports/{id}\n" in err
    assert rows()["DELETE /reports/{id}"] == {
        "operation": "DELETE /reports/{id}",
        "call": None,
        "status": "refused",
        "reasons": ["no way"],
    }
    assert "def delete" not in Path("out/small/resources/reports.py").read_text()
    assert run("generate", "--strict")[0] == 1
    # One refused is a problem, which is reported in any case.
    assert "refused, 1 operation: no way\n" in run("generate", "--force", "--quiet")[2]


def test_a_mistake_of_ours_is_not_taken_for_a_refusal(
    run: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> object:
        raise LookupError("a bug")

    monkeypatch.setattr(reader.Operations, "read", fail)
    from clientsmith.cli import main

    with pytest.raises(SystemExit):
        main(["generate"])
    assert "This is a mistake in clientsmith" in capsys.readouterr().err


def test_only_the_first_places_of_a_reason_are_shown(run: Shell) -> None:
    kinds = "".join(f"        k{n}: {{type: file}}\n" for n in range(5))
    Path("openapi.yaml").write_text(DOCUMENT + kinds)
    err = run("generate")[2]
    assert err.count("\n  openapi.yaml:") == 3
    assert "  and 3 more places; --verbose names them\n" in err
    assert run("generate", "--force", "--verbose")[2].count("\n  openapi.yaml:") == 6


# What stands in `get` or `post`, and whether an answer, a body or parameters are lost.
ANSWER = "{description: ok, content: {application/json: {schema: {type: string}}}}"
LOST = {
    "responses: {'200': ANSWER}": False,
    "responses: {'200': ANSWER, '2000': ANSWER}": True,
    "responses: {'2xx': ANSWER}": True,
    "response: {'200': ANSWER}": True,
    "reponses: {'200': ANSWER}": True,
    "responses: {'200': {description: ok, contents: {}}}": True,
    "responses: {'200': {description: ok, schema: {type: string}}}": True,
    "responses: {'200': {description: ok, text: none}}": False,
    "responses: {'200': {description: ok, content: {application/json: {type: string}}}}": True,
    "responses: {'200': {description: ok, content: {application/json: {format: date}}}}": False,
    "requestbody: {content: {}}, responses: {'200': ANSWER}": True,
    "body: {content: {}}, responses: {'200': ANSWER}": True,
    "parameter: [], responses: {'200': ANSWER}": True,
    "produces: [], consumes: [], schemes: [], responses: {'200': ANSWER}": False,
}


@pytest.mark.parametrize("written", LOST)
def test_an_operation_that_loses_a_part_is_degraded(run: Shell, written: str) -> None:
    method = "{" + written.replace("ANSWER", ANSWER) + "}"
    Path("openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Small, version: 1.0.0}\n"
        f"paths: {{/a: {{post: {method}}}, /b: {{get: {{responses: {{'200': {ANSWER}}}}}}}}}\n"
    )
    code, _, problems = run("generate")
    assert code == 0
    found = rows()
    assert found["GET /b"]["status"] == "generated"
    assert found["POST /a"]["status"] == ("degraded" if LOST[written] else "generated")
    if LOST[written]:
        assert "openapi.yaml:3:" in problems
        assert "is ignored" in str(found["POST /a"]["reasons"])
        assert run("generate", "--strict")[0] == 1
