"""A kind of file that clientsmith does not know: an emitter and two templates, and nothing else.

Its files are cached, proven, formatted, listed in the manifest and checked like all others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clientsmith import pipeline
from clientsmith.build import produce
from clientsmith.config import Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.emit.artifacts import Artifact, Emitter, Settings
from clientsmith.emit.values import Code, Literal, Prose
from clientsmith.ir import Api, Operation


@dataclass(frozen=True, slots=True)
class Endpoint:
    summary: Prose
    raw: Code
    path: Literal


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    operations = api.operations()
    yield Artifact("ENDPOINTS.md", "markdown", "endpoints.md.jinja", view, operations)
    yield Artifact("endpoints.py", "python", "endpoints.py.jinja", view, operations)


def view(operations: tuple[Operation, ...]) -> Mapping[str, object]:
    return {
        "endpoints": [
            Endpoint(Prose(each.summary), Code(each.summary), Literal(each.key))
            for each in operations
        ]
    }


MARKDOWN = "# Endpoints\n{% for each in endpoints %}\n\n{{ each.summary }}\n{% endfor %}\n"
MODULE = 'ENDPOINTS = (\n"",\n{% for each in endpoints %}\n{{ each.path }},\n{% endfor %}\n)\n'


@pytest.fixture
def endpoints(tmp_path: Path) -> Emitter:
    folder = tmp_path / "plugin"
    folder.mkdir()
    (folder / "endpoints.md.jinja").write_text(MARKDOWN)
    (folder / "endpoints.py.jinja").write_text(MODULE)
    return Emitter("endpoints", files, folder)


def target_of(folder: Path, **summaries: str) -> Target:
    path = folder / "openapi.json"
    path.write_text(json.dumps(document(summaries)))
    return ad_hoc_target(path, "birds", None, folder / "out")


def document(summaries: dict[str, str]) -> dict[str, Any]:
    answer = {"204": {"description": "Done."}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Birds", "version": "1"},
        "paths": {
            f"/{name}": {"get": {"summary": summary, "responses": answer}}
            for name, summary in summaries.items()
        },
    }


def test_its_files_are_written_formatted_and_checked(tmp_path: Path, endpoints: Emitter) -> None:
    target = target_of(tmp_path, birds="All *birds*", nests="All nests")
    pipeline.generate(target, plugins=[endpoints])
    folder = target.package_folder
    assert (folder / "ENDPOINTS.md").read_text() == "# Endpoints\n\nAll \\*birds\\*\n\nAll nests\n"
    written = (folder / "endpoints.py").read_text()
    assert written == 'ENDPOINTS = (\n    "",\n    "GET /birds",\n    "GET /nests",\n)\n'
    manifest = json.loads((folder / ".clientsmith-manifest.json").read_text())
    assert {"ENDPOINTS.md", "endpoints.py"} <= manifest["files"].keys()
    assert pipeline.check(target, plugins=[endpoints]).changes == ()
    (folder / "ENDPOINTS.md").write_text("mine\n")
    (change,) = pipeline.check(target, plugins=[endpoints]).changes
    assert (change.kind, change.path) == ("edited", "ENDPOINTS.md")


def test_a_run_without_it_or_with_another_template_is_not_current(
    tmp_path: Path, endpoints: Emitter
) -> None:
    target = target_of(tmp_path, birds="All birds")
    pipeline.generate(target, plugins=[endpoints])
    assert pipeline.generate(target, plugins=[endpoints]).result is None
    assert endpoints.templates is not None
    (endpoints.templates / "endpoints.md.jinja").write_text("# Other\n")
    result = pipeline.generate(target, plugins=[endpoints]).result
    assert result is not None
    assert result.written == ("ENDPOINTS.md",)
    result = pipeline.generate(target).result
    assert result is not None
    assert result.deleted == ("ENDPOINTS.md", "endpoints.py")


def test_its_files_come_from_the_cache(
    tmp_path: Path, endpoints: Emitter, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = target_of(tmp_path, birds="All birds", nests="All nests")
    pipeline.generate(target, plugins=[endpoints])
    made: list[str] = []
    whole = produce.make_files

    def counted(artifacts: Any, templates: Any, watch: Any) -> Any:
        made.extend(each.path for each in artifacts if not each.is_copied)
        return whole(artifacts, templates, watch)

    monkeypatch.setattr(produce, "make_files", counted)
    pipeline.generate(target, plugins=[endpoints], force=True)
    assert made == []
    target_of(tmp_path, birds="Every bird", nests="All nests")
    pipeline.generate(target, plugins=[endpoints])
    assert {"ENDPOINTS.md", "endpoints.py", "resources/birds.py"} <= {*made}
    assert "resources/nests.py" not in made


@pytest.mark.parametrize(
    ("name", "template", "hostile"),
    [
        ("endpoints.md.jinja", "{% for each in endpoints %}{{ each.raw }}{% endfor %}", "<b>"),
        ("endpoints.md.jinja", "{% for each in endpoints %}{{ each.raw }}{% endfor %}", "# Birds"),
        ("endpoints.md.jinja", "{% for each in endpoints %}`{{ each.raw }}`{% endfor %}", "a`b"),
        ("endpoints.py.jinja", "{% for each in endpoints %}x = {{ each.raw }}{% endfor %}", "f()"),
        (
            "endpoints.py.jinja",
            "{% for each in endpoints %}{{ each.raw }}{% endfor %}",
            "import os",
        ),
    ],
)
def test_a_hostile_text_is_caught_with_its_place(
    name: str, template: str, hostile: str, tmp_path: Path, endpoints: Emitter
) -> None:
    assert endpoints.templates is not None
    (endpoints.templates / name).write_text(template)
    target = target_of(tmp_path, birds=hostile)
    with pytest.raises(ClientsmithError) as caught:
        pipeline.generate(target, plugins=[endpoints])
    codes = {problem.code for problem in caught.value.diagnostics}
    assert codes <= {"prove-text", "prove-shape", "format-failed"}
    assert not target.package_folder.exists()


def test_two_emitters_cannot_give_the_same_file(tmp_path: Path) -> None:
    def other(api: Api, _: Settings) -> Iterator[Artifact]:
        yield Artifact("client.py", "python", "client.py.jinja")

    target = target_of(tmp_path, birds="All birds")
    with pytest.raises(ValueError, match=r"two emitters give 'client.py', the last is other"):
        pipeline.generate(target, plugins=[Emitter("other", other)])
