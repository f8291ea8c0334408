"""What references mean: files, URIs, anchors, and what stands beside a reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import Document, read


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def document(text: str, version: str = "3.1.0", **files: str) -> Document:
    for name, content in {"a": f"openapi: {version}\n{text}", **files}.items():
        path = Path(f"{name.replace('__', '/')}.yaml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return read(Path("a.yaml"))


def warnings(found: Document) -> list[str]:
    return [
        f"{each.span.file}:{each.span.line}:{each.span.column} {each.code}: {each.message}"
        for each in found.warnings
        if each.span
    ]


def schemas(text: str, **files: str) -> Document:
    return document(f"components:\n  schemas:\n{text}", **files)


# URIs


@pytest.mark.parametrize(
    ("ref", "target"),
    [
        ("https://x.test/pet", "/components/schemas/Pet"),
        ("https://x.test/pet#/properties/tag", "/components/schemas/Pet/properties/tag"),
        ("https://x.test/pet#tag", "/components/schemas/Pet/properties/tag"),
        ("#tag", "/components/schemas/Pet/properties/tag"),
        ("#/components/schemas/Pet", "/components/schemas/Pet"),
    ],
)
def test_a_schema_is_known_by_its_id_and_its_anchors(ref: str, target: str) -> None:
    found = schemas(
        "    Pet: {$id: 'https://x.test/pet', properties: {tag: {$anchor: tag, type: string}}}\n"
        f"    Other: {{$ref: '{ref}'}}\n"
    )
    assert found.get("/components/schemas/Other/$ref") == f"#{target}"


def test_an_id_is_the_base_of_the_references_below_it() -> None:
    found = schemas(
        "    Pet: {$id: 'https://x.test/pet', $defs: {T: {}}, properties: {a: {$ref: owner},\n"
        "      b: {$ref: '#/$defs/T'}}}\n"
        "    Owner: {$id: 'https://x.test/owner', properties: {a: {$ref: '#/components'}}}\n"
    )
    assert found.get("/components/schemas/Pet/properties/a/$ref") == "#/components/schemas/Owner"
    assert found.get("/components/schemas/Pet/properties/b/$ref") == (
        "#/components/schemas/Pet/$defs/T"
    )
    # Strictly this means nothing; everybody means the file.
    assert found.get("/components/schemas/Owner/properties/a/$ref") == "#/components"


def test_an_id_does_not_stop_a_reference_to_a_file() -> None:
    found = schemas("    P: {$id: 'https://x.test/p', $ref: 'b.yaml'}\n", b="type: string\n")
    assert found.get("/components/schemas/P/$ref") == "#/x-clientsmith-files/b.yaml"


def test_self_names_the_document() -> None:
    found = document(
        "$self: https://x.test/a\ncomponents: {schemas: {A: {$ref: 'https://x.test/a#/info'}}}\n"
        "info: {}\n",
        "3.2.0",
    )
    assert found.get("/components/schemas/A/$ref") == "#/info"


def test_the_same_anchor_in_two_resources_is_two_anchors() -> None:
    found = schemas(
        "    A: {$id: 'https://x.test/a', properties: {x: {$anchor: n}, y: {$ref: '#n'}}}\n"
        "    B: {$id: 'https://x.test/b', properties: {x: {$anchor: n}, y: {$ref: '#n'}}}\n"
    )
    for name in "AB":
        target = found.get(f"/components/schemas/{name}/properties/y/$ref")
        assert target == f"#/components/schemas/{name}/properties/x"


def test_data_that_looks_like_an_anchor_is_none() -> None:
    with pytest.raises(ClientsmithError) as caught:
        schemas("    A: {example: {$anchor: n}}\n    B: {$ref: '#n'}\n")
    assert [reported.code for reported in caught.value.diagnostics] == ["ref-anchor"]


def test_a_dynamic_reference_is_read_as_a_static_one() -> None:
    found = schemas(
        "    Tree: {$dynamicAnchor: node, properties: {next: {items: {$dynamicRef: '#node'}}}}\n"
    )
    assert found.get("/components/schemas/Tree/properties/next/items") == {
        "$ref": "#/components/schemas/Tree"
    }
    assert warnings(found) == []


def test_a_recursive_reference_is_read_as_one_to_the_anchor_around_it() -> None:
    found = schemas(
        "    Filter: {$recursiveAnchor: true, properties: {all: {items: {$recursiveRef: '#'}}}}\n"
        "    Any: {items: {$recursiveRef: '#'}}\n"
    )
    assert found.get("/components/schemas/Filter/properties/all/items") == {
        "$ref": "#/components/schemas/Filter"
    }
    assert found.get("/components/schemas/Any/items") == {"$recursiveRef": "#"}


def test_a_dynamic_reference_that_may_mean_another_schema_is_reported() -> None:
    found = schemas(
        "    Page: {$id: 'https://x.test/page', properties: {items: {$dynamicRef: '#item'}},\n"
        "      $defs: {default: {$dynamicAnchor: item}}}\n"
        "    Pets: {$id: 'https://x.test/pets', $ref: page, $defs: {pet: {$dynamicAnchor: item}}}\n"
    )
    assert found.get("/components/schemas/Page/properties/items/$ref") == (
        "#/components/schemas/Page/$defs/default"
    )
    assert warnings(found) == [
        "a.yaml:4:74 dynamic-ref: several schemas have $dynamicAnchor 'item'; "
        "the nearest one is used"
    ]


# Folders


def test_files_refer_to_each_other_and_back() -> None:
    found = document(
        "paths: {/pets: {$ref: 'paths/pets.yaml#/pets'}}\n"
        "components: {schemas: {Id: {type: string}}}\n",
        paths__pets="pets: {get: {schema: {$ref: '../schemas/pet.yaml'}}}\n",
        schemas__pet="properties: {owner: {$ref: 'owner.yaml'}, id: {$ref: '../a.yaml#/components/"
        "schemas/Id'}}\n",
        schemas__owner="properties: {pets: {items: {$ref: pet.yaml}}}\n",
    )
    assert found.get("/paths/~1pets/get/schema/$ref") == "#/x-clientsmith-files/schemas~1pet.yaml"
    mounted = "/x-clientsmith-files/schemas~1"
    assert found.get(f"{mounted}owner.yaml/properties/pets/items/$ref") == f"#{mounted}pet.yaml"
    assert found.get(f"{mounted}pet.yaml/properties/id/$ref") == "#/components/schemas/Id"
    span = found.span("/paths/~1pets/get/schema")
    assert (span.file, span.line, span.column) == ("paths/pets.yaml", 1, 22)
    assert span.pointer == "/x-clientsmith-files/paths~1pets.yaml/pets/get/schema"


def test_a_discriminator_maps_to_other_files() -> None:
    found = schemas(
        "    Pet: {discriminator: {propertyName: t, mapping:\n"
        "      {cat: cat.yaml, dog: 'b.yaml#/Dog'}}}\n",
        cat="type: object\n",
        b="Dog: {type: object}\n",
    )
    assert found.get("/components/schemas/Pet/discriminator/mapping") == {
        "cat": "#/x-clientsmith-files/cat.yaml",
        "dog": "#/x-clientsmith-files/b.yaml/Dog",
    }


# One form


def test_a_path_item_stands_under_its_path() -> None:
    found = document(
        "paths:\n"
        "  /a:\n"
        "    $ref: '#/components/pathItems/P'\n"
        "    summary: Mine.\n"
        "    parameters: [{name: q, in: query, description: Mine.}]\n"
        "components:\n"
        "  pathItems:\n"
        "    P:\n"
        "      summary: Theirs.\n"
        "      parameters: [{name: q, in: query}, {name: r, in: query}]\n"
        "      get: {operationId: x}\n"
    )
    item = found.get("/paths/~1a")
    assert item["summary"] == "Mine."
    assert item["get"] == {"operationId": "x"}
    assert item["parameters"] == [
        {"name": "q", "in": "query", "description": "Mine."},
        {"name": "r", "in": "query"},
    ]
    assert found.span("/paths/~1a/summary").line == 5
    assert found.span("/paths/~1a/parameters/0/name").line == 6
    assert found.span("/paths/~1a/parameters/1/name").line == 11
    assert found.span("/paths/~1a/get/operationId").line == 12


def test_a_path_without_a_slash_keeps_its_place() -> None:
    found = document("paths:\n  pets:\n    get: {operationId: x}\n  /dogs: {}\n  x-own: {}\n")
    assert list(found.data["paths"]) == ["/pets", "/dogs", "x-own"]
    assert found.span("/paths/~1pets/get/operationId").line == 4
    assert warnings(found) == [
        "a.yaml:3:3 path-name: the path 'pets' does not begin with '/'; it is read as '/pets'"
    ]


def test_a_media_type_stands_where_it_is_referred_to() -> None:
    found = document(
        "paths: {/a: {get: {requestBody:\n"
        "  {content: {text/csv: {$ref: '#/components/mediaTypes/C'}}}}}}\n"
        "components: {mediaTypes: {C: {schema: {type: string}}}}\n",
        "3.2.0",
    )
    place = "/paths/~1a/get/requestBody/content/text~1csv/schema"
    assert found.get(place) == {"type": "string"}
    assert found.span(place).line == 4


def test_a_schema_beside_a_reference_is_merged_with_it() -> None:
    found = schemas(
        "    A: {type: object}\n"
        "    B:\n"
        "      $ref: '#/components/schemas/A'\n"
        "      description: Kept.\n"
        "      required: [x]\n"
        "      allOf: [{type: object}]\n"
        "    C: {$ref: '#/components/schemas/A', description: No schema.}\n"
    )
    assert found.get("/components/schemas/B") == {
        "description": "Kept.",
        "required": ["x"],
        "allOf": [{"type": "object"}, {"$ref": "#/components/schemas/A"}],
    }
    assert found.span("/components/schemas/B/allOf/1/$ref").line == 6
    assert found.span("/components/schemas/B/allOf/0/type").line == 9
    assert found.get("/components/schemas/C/$ref") == "#/components/schemas/A"


def test_a_description_beside_a_reference_counts() -> None:
    found = document(
        "paths:\n"
        "  /a:\n"
        "    get:\n"
        "      parameters:\n"
        "        - $ref: '#/components/parameters/P'\n"
        "          description: Mine.\n"
        "components:\n"
        "  parameters:\n"
        "    P: {name: p, in: query, description: Theirs.}\n"
    )
    place = "/paths/~1a/get/parameters/0"
    assert found.get(place) == {"name": "p", "in": "query", "description": "Mine."}
    assert found.get("/components/parameters/P/description") == "Theirs."
    assert [found.span(f"{place}/{key}").line for key in ("description", "name")] == [7, 10]


def test_a_schema_beside_a_reference_is_reported_in_3_0() -> None:
    found = document(
        "components:\n"
        "  schemas:\n"
        "    A: {type: object}\n"
        "    B: {$ref: '#/components/schemas/A', required: [x], nullable: true}\n"
        "    C: {$ref: '#/components/schemas/A', minLength: 1}\n"
        "  parameters:\n"
        "    P: {$ref: '#/components/parameters/Q', required: true}\n"
        "    Q: {name: q, in: query}\n",
        "3.0.3",
    )
    assert warnings(found) == [
        "a.yaml:5:41 ref-siblings: 'required' beside a '$ref' is ignored in OpenAPI 3.0 (2 places)"
    ]
    assert found.get("/components/schemas/B/$ref") == "#/components/schemas/A"


def test_yaml_aliases_and_merges_are_trees_of_their_own() -> None:
    found = document(
        "x-page: &page {name: page, in: query}\n"
        "paths:\n"
        "  /a: {parameters: [*page]}\n"
        "  /b: {parameters: [{<<: *page, name: other}]}\n"
    )
    assert found.get("/paths/~1a/parameters/0") == {"name": "page", "in": "query"}
    assert found.get("/paths/~1b/parameters/0") == {"name": "other", "in": "query"}


def test_the_value_of_an_example_that_is_referred_to_is_data() -> None:
    found = document(
        "components:\n"
        "  examples:\n"
        "    a: {value: {owner: {$ref: '#/nowhere'}}}\n"
        "    b: {$ref: '#/components/examples/a'}\n"
    )
    assert [each.target for each in found.references()] == ["/components/examples/a"]
    assert found.get("/components/examples/a/value/owner/$ref") == "#/nowhere"
