"""Limits on the schemas of a document and on the time of a stage."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clientsmith import document as source, limits, output, pipeline
from clientsmith.analyze import analyze
from clientsmith.build.produce import produce
from clientsmith.config import Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError, Span
from clientsmith.document.convert import convert
from clientsmith.emit.artifacts import Settings, artifacts_of
from clientsmith.emit.emitters import EMITTERS
from clientsmith.emit.render import Templates
from clientsmith.identifiers import NameLock
from clientsmith.limits import USUAL, Limits, Watch
from clientsmith.validate import faults

# What the largest document that clientsmith is measured with has: 945 operations, all of an API
# for telephones. The seconds are those of the longest stage of its cold run, on two cores.
LARGEST = {
    "bytes": 4_191_291,
    "depth": 16,
    "nodes": 90_986,
    "ref_chain": 2,
    "files": 1,
    "schemas": 14_641,
    "stage_seconds": 12,
}


@pytest.mark.parametrize("limit", LARGEST)
def test_the_usual_limits_are_ten_times_what_the_largest_document_has(limit: str) -> None:
    assert getattr(USUAL, limit) >= 10 * LARGEST[limit]


def document(operations: int = 3) -> dict[str, Any]:
    bird = {"type": "object", "properties": {"name": {"type": "string"}}}
    answer = {"content": {"application/json": {"schema": bird}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Birds", "version": "1"},
        "paths": {
            f"/birds{number}": {
                "get": {
                    "operationId": f"listBirds{number}",
                    "responses": {"200": {"description": "Birds.", **answer}},
                }
            }
            for number in range(operations)
        },
    }


def target_in(folder: Path, data: dict[str, Any], **limited: int) -> Target:
    path = folder / "openapi.json"
    path.write_text(json.dumps(data))
    target = ad_hoc_target(path, "birds", None, folder / "out")
    return target.model_copy(update={"limits": limited})


def refused(run: Callable[[], object]) -> str:
    with pytest.raises(ClientsmithError) as caught:
        run()
    (reported,) = caught.value.diagnostics
    place = reported.span
    assert place is not None
    return (
        f"{Path(place.file).name}:{place.line} {reported.code}: {reported.message}; {reported.hint}"
    )


def test_schemas_are_limited_and_the_first_one_too_many_is_reported(tmp_path: Path) -> None:
    target = target_in(tmp_path, document(), schemas=6)
    pipeline.make(target)
    target = target_in(tmp_path, document(4), schemas=6)
    assert refused(lambda: pipeline.make(target)) == (
        "openapi.json:1 limit-schemas: the document has too many schemas: the limit is 6;"
        " if you trust the document, raise limits.schemas in the configuration"
    )
    # A fault that costs a lenient run a part is another thing.
    lenient = target.model_copy(update={"lenient": True})
    assert "limit-schemas" in refused(lambda: pipeline.make(lenient))


def late(stage: str) -> Watch:
    return Watch(stage, Limits(stage_seconds=7), Span("openapi.json", 1, 1), end=0.0)


def reports_of(stage: str) -> str:
    return (
        f"openapi.json:1 limit-stage-seconds: {stage} takes too many seconds:"
        " the limit is 7; if you trust the document, raise"
        " limits.stage_seconds in the configuration"
    )


@pytest.mark.parametrize("name", ["openapi.json", "openapi.yaml"])
def test_reading_has_its_time(tmp_path: Path, name: str) -> None:
    data = document()
    data["components"] = {"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {}}}
    path = tmp_path / name
    path.write_text(json.dumps(data))
    assert refused(lambda: source.read(path, watch=late("reading"))) == reports_of("reading")


def test_conversion_has_its_time(tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(
        '{"swagger": "2.0", "info": {"title": "B", "version": "1"}, "paths": {"/b": {}}}'
    )
    read = source.read(path)
    assert refused(lambda: convert(read, late("reading"))) == reports_of("reading")


def test_each_other_stage_has_its_time(tmp_path: Path) -> None:
    target = target_in(tmp_path, document())
    read = source.read(target.document)
    assert refused(lambda: faults(read, watch=late("validating"))) == reports_of("validating")
    assert refused(lambda: analyze(read, target, NameLock(), late("analyzing"))) == reports_of(
        "analyzing"
    )
    artifacts = artifacts_of(analyze(read, target, NameLock()), Settings(), EMITTERS)
    assert refused(
        lambda: produce(artifacts, Templates(), watch=late("making files"))
    ) == reports_of("making files")


def test_a_folder_is_as_it_was_when_writing_takes_too_long(tmp_path: Path) -> None:
    folder = tmp_path / "birds"
    output.write(folder, {"a.py": "a = 1\n"})
    before = sorted(path.name for path in tmp_path.rglob("*"))
    write = lambda: output.write(folder, {"a.py": "a = 2\n"}, watch=late("writing"))  # noqa: E731
    assert refused(write) == reports_of("writing")
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    assert (folder / "a.py").read_text() == "a = 1\n"
    compare = lambda: output.compare(folder, {"a.py": ""}, late("comparing"))  # noqa: E731
    assert refused(compare) == reports_of("comparing")


@pytest.mark.parametrize("stage", ["reading", "validating", "analyzing", "making files"])
def test_a_run_ends_in_the_middle_of_the_stage_that_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    """By a clock that goes on a second each time somebody looks, in this stage alone."""
    now = 0.0
    looks: list[str] = []
    at_work = ""

    def progress(name: str, done: int = 0, total: int = 0) -> None:
        nonlocal at_work
        at_work = name

    def clock() -> float:
        nonlocal now
        looks.append(at_work)
        now += at_work == stage
        return now

    monkeypatch.setattr(limits, "monotonic", clock)
    data = document(30)
    data["components"] = {
        "schemas": {f"S{n}": {"$ref": "#/components/schemas/Z"} for n in range(20)}
    }
    data["components"]["schemas"]["Z"] = {}
    target = target_in(tmp_path, data, stage_seconds=10)
    reported = refused(lambda: pipeline.make(target, progress=progress))
    assert reported.startswith(
        f"openapi.json:1 limit-stage-seconds: {stage} takes too many seconds"
    )
    # One look starts the watch, and the twelfth is too late; what is not watched looks as well.
    assert 12 <= looks.count(stage) <= 40
    assert looks[-1] == stage
