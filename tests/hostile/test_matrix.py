"""A part of the matrix, in which each place and each payload has its turn; see `make hostile`."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.request import urlopen

import pytest

from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.pipeline import make

from ..tiers import sampled
from .documents import DOCUMENTS, with_text
from .matrix import Cell, Place, all_places, faults_of, run, run_document, watched
from .payloads import TEXTS

_PLACES = all_places()
_STRIDE = 24


@pytest.mark.parametrize(
    "number", sampled(range(len(_PLACES)), 61), ids=lambda number: str(_PLACES[number])
)
def test_a_text_stays_a_text(number: int, tmp_path: Path) -> None:
    place = _PLACES[number]
    payloads = list(place.payloads().items())[number % _STRIDE :: _STRIDE]
    cells = [run(place, name, text, tmp_path) for name, text in payloads]
    assert list(faults_of(cells, tmp_path)) == []


# What carries text in a document, by the last step of a place; in brackets, what stands above it.
_VALUES = """
title summary description termsOfService version url operationId tags name identifier email default
enum x-enum-varnames x-enum-descriptions const example examples value contentType pattern mapping
propertyName tokenUrl refreshUrl scopes scheme $ref $comment x-odd x-clientsmith-odd
jsonSchemaDialect format
"""
_KEYS = """
paths schemas properties parameters securitySchemes headers content encoding variables mapping
scopes callbacks webhooks examples links $defs
"""


def test_the_matrix_has_every_kind_of_place() -> None:
    values = {step for place in _PLACES if not place.is_key for step in place.path}
    above = {place.path[-2] for place in _PLACES if place.is_key and len(place.path) > 1}
    assert set(_VALUES.split()) <= values
    assert set(_KEYS.split()) <= above
    extensions = {place.path[-1] for place in _PLACES if place.is_key}
    assert {"x-odd", "x-info", "key"} <= extensions


def test_a_text_that_were_run_would_be_found_out(tmp_path: Path) -> None:
    place = Place("root", ("info", "title"), False)
    cell = run(place, "call", TEXTS["call"], tmp_path)
    assert cell.files is not None
    files = {**cell.files, "client.py": cell.files["client.py"] + "\n" + TEXTS["call"] + "\n"}
    (fault,) = faults_of([Cell(place, "call", files)], tmp_path)
    assert fault.endswith("a text of the document was run")


@pytest.mark.parametrize(
    "page", ["# Shop\n\n<b>x</b>\n", "# Shop\n\n[x](y)\n", "# Shop\n\n```\nx\n", "x # y\n"]
)
def test_markup_of_a_text_would_be_found_out(page: str, tmp_path: Path) -> None:
    place = Place("root", ("info", "title"), False)
    faults = faults_of([Cell(place, "html", {"API.md": page})], tmp_path)
    assert any("API.md has markup of the text" in fault for fault in faults)


@pytest.mark.parametrize("payload", sampled(TEXTS, 19))
def test_the_name_of_the_document_itself(payload: str, tmp_path: Path) -> None:
    path = tmp_path / f"{TEXTS[payload][:100].replace('/', '-')}.json"
    try:
        path.write_text(json.dumps(DOCUMENTS["parameters"]))
    except (OSError, ValueError):
        pytest.skip("the system has no file of this name")
    try:
        files = make(ad_hoc_target(path, "shop_client", None, tmp_path / "out")).files
    except ClientsmithError as problem:
        files, refusal = None, problem
    else:
        refusal = None
    cell = Cell(Place("parameters", ("info", "title"), False), "null", files, refusal)
    assert list(faults_of([cell], tmp_path)) == []


def test_no_library_fetches_what_a_document_names(tmp_path: Path) -> None:
    """Neither openapi-spec-validator nor datamodel-code-generator, nor anything else, goes where a
    document says; a `$ref` there is refused before (tests/unit/test_remote.py).
    """
    url = "https://schemas.example/x.json"
    schema = {"$schema": url, "$id": url, "type": "string", "externalDocs": {"url": url}}
    document = {
        **DOCUMENTS["unions"],
        "$self": url,
        "$schema": url,
        "jsonSchemaDialect": url,
        "x-schema": {"$ref": url},
    }
    place = Place("unions", ("components", "schemas", "Cat", "properties", "name"), False)
    text = {**schema, "$vocabulary": {url: True}, "example": {"$ref": url}, "default": url}
    made = with_text(document, place.path, False, text)
    made["components"]["schemas"]["Pet"]["discriminator"]["mapping"]["bird"] = url
    made["components"]["examples"] = {"far": {"externalValue": url}}
    cell = run_document(place, "a URL everywhere", made, tmp_path)
    assert cell.files is not None
    assert list(faults_of([cell], tmp_path)) == []


def test_what_is_fetched_all_the_same_would_be_found_out(tmp_path: Path) -> None:
    with watched() as deeds, pytest.raises(OSError, match=r"."):
        urlopen("http://127.0.0.1:1/")
    assert any(deed.startswith("socket.connect") for deed in deeds)
