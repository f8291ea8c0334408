"""Artifacts: what each is made of, and that it is made the same whoever does the work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clientsmith.analyze import analyze
from clientsmith.build import children
from clientsmith.build.produce import produce
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.emit import engine
from clientsmith.emit.artifacts import Artifact, Settings, artifacts_of
from clientsmith.emit.emitters import EMITTERS
from clientsmith.emit.render import Templates
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api, Choice, Field, Ref, Shape

DOCUMENT = """\
openapi: 3.1.0
info: {title: Birds, version: "1"}
paths:
  /birds:
    get:
      operationId: listBirds
      responses:
        "200":
          description: Birds.
          content: {application/json: {schema: {$ref: "#/components/schemas/Bird"}}}
    post:
      operationId: createBird
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Bird"}}}
      responses: {"204": {description: None.}}
  /nests:
    get:
      operationId: listNests
      responses:
        "200":
          description: Nests.
          content: {application/json: {schema: {$ref: "#/components/schemas/Nest"}}}
components:
  schemas:
    Bird:
      type: object
      properties: {name: {type: string, description: How it is called.}}
    Nest:
      type: object
      properties:
        birds: {type: array, items: {$ref: "#/components/schemas/Bird"}}
"""


def api_of(folder: Path, text: str) -> Api:
    path = folder / "openapi.yaml"
    path.write_text(text)
    return analyze(read(path), ad_hoc_target(path, "birds", None, folder), NameLock())


def pages_of(api: Api) -> tuple[Artifact, ...]:
    return artifacts_of(api, Settings(), EMITTERS)


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Artifact, ...]:
    return pages_of(api_of(tmp_path, DOCUMENT))


def test_every_file_is_made_and_counted(pages: tuple[Artifact, ...]) -> None:
    counts: list[int] = []
    made = produce(pages, Templates(), on_progress=counts.append)
    assert list(made) == [page.path for page in pages]
    assert counts[-1] == len(pages)
    assert not [file for file in made.values() if file.problems or file.leak]


def test_a_page_is_made_alone_as_among_others(pages: tuple[Artifact, ...]) -> None:
    made = produce(pages, Templates())
    assert {page.path: produce([page], Templates())[page.path] for page in pages} == made


def test_files_are_the_same_whichever_process_makes_them(
    pages: tuple[Artifact, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = produce(pages, Templates())
    monkeypatch.setattr(children, "_WORTH", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    counts: list[int] = []
    assert list(produce(pages, Templates(), on_progress=counts.append).items()) == list(
        alone.items()
    )
    assert counts == list(range(1, len(pages) + 1))


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("operationId: listBirds", "operationId: listBirds\n      summary: All", "birds"),
        ("{type: array,", "{type: array, description: Its own.,", "nest"),
        ("info: {title", "# A comment moves every line.\ninfo: {title", None),
    ],
)
def test_only_what_a_change_reaches_has_another_part(
    tmp_path: Path, old: str, new: str, changed: str | None
) -> None:
    before = {page.path: page for page in pages_of(api_of(tmp_path, DOCUMENT))}
    after = pages_of(api_of(tmp_path, DOCUMENT.replace(old, new)))
    names = {page.path for page in after if page != before[page.path]}
    reached = {
        "birds": {"API.md", "AGENTS.md", "resources/birds.py"},
        "nest": {"models/nest.py"},
        None: set[str](),
    }[changed]
    assert names <= reached
    assert bool(names) == (changed is not None)


def house(folder: Path, line: str) -> Templates:
    """Templates of which that of the resources prints `line` for each operation."""
    templates = folder / "house"
    templates.mkdir()
    text = f"{{% for operation in resource.operations %}}\n{line}\n{{% endfor %}}\n"
    (templates / "resource.py.jinja").write_text(text)
    return Templates(templates)


def test_a_text_that_decides_what_is_printed_is_reported_by_its_place(
    pages: tuple[Artifact, ...], tmp_path: Path
) -> None:
    line = (
        '{% if operation.name.value == "GET /birds" %}\n{{ operation.constant }} = 1\n'
        "{% else %}\n{{ operation.constant }} = 2\n{% endif %}"
    )
    made = produce(pages, house(tmp_path, line))
    (found,) = [file.leak for file in made.values() if file.leak is not None]
    assert found.path == "resources/birds.py"
    assert found.pointer.startswith("/paths/~1birds/")


def test_a_wrong_template_is_reported(pages: tuple[Artifact, ...], tmp_path: Path) -> None:
    made = produce(pages, house(tmp_path, "{{ operation.no }}"))
    problems = {problem for file in made.values() for problem in file.problems}
    assert [problem.code for problem in problems] == ["template"]


def test_what_does_not_parse_is_reported(pages: tuple[Artifact, ...], tmp_path: Path) -> None:
    made = produce(pages, house(tmp_path, "x = = 1"))
    assert [path for path, file in made.items() if file.problems] == [
        "resources/birds.py",
        "resources/nests.py",
    ]


def test_the_engine_prints_shapes_that_differ_in_names_and_texts_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed: list[object] = []
    whole = engine._print  # pyright: ignore[reportPrivateUsage]

    def counted(schema: dict[str, object]) -> str:
        printed.append(schema)
        return whole(schema)

    monkeypatch.setattr(engine, "_known", {})
    monkeypatch.setattr(engine, "_print", counted)

    def shape(name: str, other: str, *texts: str) -> Shape:
        fields = {"kind": Choice(texts), "mother": Ref(other), "sister": Ref(name)}
        return Shape(name, "", tuple(Field(key, key, type_, True) for key, type_ in fields.items()))

    one, other = shape("Robin", "Bird", "a", 'it\'s "b"'), shape("Wren", "Owl", "TheText1", "c")
    made = engine.model_fields([one])
    assert [field.annotation for field in made["Robin"].fields] == [
        'Literal["a", "it\'s \\"b\\""] | str',
        "Bird",
        "Robin",
    ]
    assert [field.annotation for field in engine.model_fields([other])["Wren"].fields] == [
        'Literal["TheText1", "c"] | str',
        "Owl",
        "Wren",
    ]
    assert len(printed) == 1
