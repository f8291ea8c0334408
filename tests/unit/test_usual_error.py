"""The error of most operations is documented once, and each that differs by its operation."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith import document as source
from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.emit.render import render
from clientsmith.identifiers import NameLock


def files_of(tmp_path: Path, *errors: str) -> dict[str, str]:
    """The files of a client whose operations have these schemas for their errors, in turn."""
    lines = ["openapi: 3.1.0", "info: {title: Birds, version: '1'}", "paths:"]
    for number, name in enumerate(errors):
        lines += [f"  /birds{number}:", "    get:", f"      operationId: list{number}"]
        lines += ["      responses:", "        '204': {description: None.}"]
        if name:
            schema = f"{{$ref: '#/components/schemas/{name}'}}"
            content = f"{{application/json: {{schema: {schema}}}}}"
            lines += [f"        '400': {{description: Wrong., content: {content}}}"]
    lines += ["components:", "  schemas:"]
    lines += [
        f"    {name}: {{type: object, properties: {{code: {{type: string}}}}}}"
        for name in ("Fault", "Other")
    ]
    path = tmp_path / "openapi.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return render(
        analyze(source.read(path), ad_hoc_target(path, "birds", None, tmp_path), NameLock())
    )


def test_the_error_of_most_is_that_of_the_client(tmp_path: Path) -> None:
    files = files_of(tmp_path, "Fault", "Fault", "Fault", "Other", "")
    assert "error=lambda: models.Fault," in files["client.py"]
    assert "errors=" not in files["resources/birds0.py"]
    assert 'errors={"default": lambda: models.Other}' in files["resources/birds3.py"]
    # It documents none, and so has none.
    assert "errors={}" in files["resources/birds4.py"]


@pytest.mark.parametrize("errors", [("Fault", "Fault", "Other", "Other"), ("Fault", ""), ("", "")])
def test_without_a_majority_each_tells_its_own(tmp_path: Path, errors: tuple[str, ...]) -> None:
    files = files_of(tmp_path, *errors)
    assert "models" not in files["client.py"]
    for number, name in enumerate(errors):
        reported = f'errors={{"default": lambda: models.{name}}}'
        assert (reported in files[f"resources/birds{number}.py"]) == bool(name)
    assert "errors={}" not in files["resources/birds1.py"]
