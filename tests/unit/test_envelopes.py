"""Where models stand: an envelope beside what it holds; and that nothing is said twice."""

from __future__ import annotations

from pathlib import Path

from clientsmith import document as source
from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.emit.render import render
from clientsmith.identifiers import NameLock
from clientsmith.output.custom import custom_classes

DOCUMENT = """
openapi: 3.1.0
info: {title: Birds, version: "1"}
paths:
  /birds/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getBird
      responses:
        "200":
          description: A bird.
          content: {application/json: {schema: {$ref: '#/components/schemas/OneBirdAnswer'}}}
  /birds:
    get:
      operationId: findBirds
      parameters:
        - name: most
          in: query
          description: How many, from 1 to 50.
          schema: {type: integer, minimum: 1, maximum: 50, default: 10}
      responses:
        "200":
          description: Birds.
          content: {application/json: {schema: {$ref: '#/components/schemas/Flock'}}}
components:
  schemas:
    Bird:
      description: Has wings.
      type: object
      properties: {name: {type: string}}
    OneBirdAnswer:
      type: object
      properties: {answer: {$ref: '#/components/schemas/BirdAnswer'}}
    BirdAnswer:
      type: object
      properties: {data: {$ref: '#/components/schemas/Bird'}}
    Flock:
      type: object
      properties:
        birds: {type: array, items: {$ref: '#/components/schemas/Bird'}}
        leader: {$ref: '#/components/schemas/Bird', description: Flies ahead.}
        nest: {$ref: '#/components/schemas/Nest'}
    Nest:
      type: object
      properties: {owner: {$ref: '#/components/schemas/Bird'}}
"""


def files_of(tmp_path: Path, custom: str = "") -> dict[str, str]:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT, encoding="utf-8")
    target = ad_hoc_target(path, "birds", None, tmp_path)
    if custom:
        (target.package_folder / "_custom").mkdir(parents=True)
        (target.package_folder / "_custom/models.py").write_text(custom, encoding="utf-8")
    classes = custom_classes(target.package_folder / "_custom")
    return render(analyze(source.read(path), target, NameLock(), custom=classes))


def test_an_envelope_stands_beside_what_it_holds(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    classes = [line for line in files["models/bird.py"].split("\n") if line.startswith("class ")]
    assert classes == [
        "class Bird(Model):",
        "class BirdAnswer(Model):",
        "class OneBirdAnswer(Model):",
    ]
    assert "class Flock(Model):" in files["models/flock.py"]
    assert "models/bird_answer.py" not in files
    # It holds only a bird too, but is called otherwise: there one would look for it in vain.
    assert "class Nest(Model):" in files["models/nest.py"]


def test_an_envelope_of_the_users_own_class_stands_apart(tmp_path: Path) -> None:
    custom = "from ..models.bird import Bird as Generated\n\nclass Bird(Generated): ...\n"
    files = files_of(tmp_path, custom)
    assert "class BirdAnswer(Model):" in files["models/bird_answer.py"]
    assert "class Bird(Model):" in files["models/bird.py"]


def test_a_field_does_not_repeat_the_description_of_its_type(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    assert files["models/bird.py"].count("Has wings.") == 1
    assert "Flies ahead." in files["models/flock.py"]


def test_limits_that_a_description_tells_are_not_repeated(tmp_path: Path) -> None:
    module = files_of(tmp_path)["resources/birds.py"]
    assert "most: How many, from 1 to 50 (default 10)." in module
