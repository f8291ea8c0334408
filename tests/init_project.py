"""A project in which `clientsmith init` is run, for the tests of what it does."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from clientsmith.cli import main

DOCUMENT = """\
openapi: 3.1.0
info: {title: Bird API, version: '2'}
servers: [{url: "https://api.example.com"}]
security: [{token: []}]
paths:
  /birds:
    get:
      parameters:
        - {name: offset, in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer}}
        - {name: kind, in: query, required: true, schema: {type: string}, example: owl}
      responses:
        '200':
          description: Birds.
          content:
            application/json:
              schema:
                type: object
                properties:
                  birds: {type: array, items: {type: object, properties: {id: {type: string}}}}
                  total_count: {type: integer}
  /birds/{id}:
    delete:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: Gone.}}
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
"""
GENERATOR = Path(__file__).parents[1] / "generator"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(DOCUMENT)


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as caught:
            main(("init", *arguments))
        reported = self._capsys.readouterr()
        assert "Traceback" not in reported.err
        return cast("int", caught.value.code), reported.out, reported.err


@pytest.fixture
def init(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def first_call(out: str) -> str:
    """Return the code of the first call, as it stands at the end."""
    lines = out.partition("first_call.py:\n\n")[2].partition("\n\nRun it")[0].splitlines()
    return "".join(f"{line.removeprefix('    ')}\n" for line in lines)
