"""Types that lead to one another farther than Python's stack reaches."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from clientsmith.config import ad_hoc_target
from clientsmith.document import Document
from clientsmith.pipeline import generate

from ..tiers import slow
from .server import json_answer, serving

# Without cuts, a hundred are too many for the 1,000 frames that Python has.
DEEP = 150


def chain(at: int, following: dict[str, str]) -> dict[str, Any]:
    return {"type": "object", "properties": {"next": following, "n": {"type": "integer"}}}


def in_arrays(at: int, following: dict[str, str]) -> dict[str, Any]:
    return {"type": "array", "items": following}


def another_name(at: int, following: dict[str, str]) -> dict[str, Any]:
    return following


def on_a_base(at: int, following: dict[str, str]) -> dict[str, Any]:
    own = {"type": "object", "properties": {f"n{at % 9}": {"type": "integer"}}}
    return {"allOf": [following, own]}


def package(
    kind: Any,
    last: dict[str, Any],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    deep: int = DEEP,
) -> ModuleType:
    schemas = {f"S{at}": kind(at, ref(at + 1)) for at in range(deep)} | {f"S{deep}": last}
    content = {"application/json": {"schema": ref(0)}}
    operation = {
        "operationId": "createS",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "Made.", "content": content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Deep", "version": "1"},
        "servers": [{"url": "https://deep.example"}],
        "paths": {"/s": {"post": operation}},
        "components": {"schemas": schemas},
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    name = f"deep_{kind.__name__}_{len(last)}_{deep}"
    generate(ad_hoc_target(path, name, "Deep", folder))
    monkeypatch.syspath_prepend(folder)
    return import_module(name)


def ref(at: int) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/S{at}"}


END = {"type": "object", "properties": {"end": {"type": "string"}}}


@pytest.mark.parametrize(
    ("last", "length"),
    [
        (END, DEEP),
        (chain(DEEP, ref(0)), DEEP),
        slow(END, 1_500),
        slow(chain(1_500, ref(0)), 1_500),
    ],
)
def test_a_long_chain_and_a_long_ring(
    last: dict[str, Any], length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = package(chain, last, tmp_path, monkeypatch, length)
    value: Any = {"n": 0}
    for n in range(1, 90):
        value = {"next": value, "n": n}
    drifts: list[Any] = []
    with serving() as server, deep.Deep(base_url=server.url, on_drift=drifts.append) as client:
        server.will(json_answer(value))
        read = client.s.create(**value)
        assert json.loads(server.sent[-1].body) == value
        assert read.to_dict() == value
        inner = read
        for _ in range(89):
            inner = inner.next
        assert type(inner) is deep.models.S89
        assert drifts == []
        # A fault far inside is found in the request and in the answer.
        text = json.dumps(value).replace('"n": 0', '"n": "bad"')
        with pytest.raises(deep.RequestValidationError, match="should be a valid integer"):
            client.s.create(**json.loads(text))
        server.will(json_answer(json.loads(text)))
        client.s.create()
        (drift,) = drifts
        assert drift.pointer == "/next" * 89 + "/n"
    # Importing and completing the model that all others hang on takes little of the stack.
    names = [name for name in sys.modules if name.startswith(f"{deep.__name__}.models.s")]
    assert len(names) > 80


def test_arrays_in_arrays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = package(in_arrays, {"type": "string"}, tmp_path, monkeypatch)
    value: Any = []
    for _ in range(90):
        value = [value]
    with serving() as server, deep.Deep(base_url=server.url, strict_responses=True) as client:
        server.will(json_answer(value))
        assert client.s.create(body=value) == value
        assert json.loads(server.sent[-1].body) == value


@pytest.mark.parametrize("length", [DEEP, slow(1_500)])
def test_names_for_names(length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = package(another_name, END, tmp_path, monkeypatch, length)
    with serving() as server, deep.Deep(base_url=server.url, strict_responses=True) as client:
        server.will(json_answer({"end": "a"}))
        assert client.s.create(end="b").end == "a"
        assert json.loads(server.sent[-1].body) == {"end": "b"}


def test_bases_of_bases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0

    def counting(document: Document, pointer: str) -> Any:
        nonlocal looked_up
        looked_up += 1
        return look_up(document, pointer)

    look_up = Document.get
    monkeypatch.setattr(Document, "get", counting)
    counts: list[int] = []
    for depth in (100, 200, 400):
        looked_up = 0
        deep = package(on_a_base, END, tmp_path, monkeypatch, depth)
        counts.append(looked_up)
    # Each schema is read once, however many build on it.
    assert counts[2] - counts[1] < 2.1 * (counts[1] - counts[0])
    with serving() as server, deep.Deep(base_url=server.url, strict_responses=True) as client:
        server.will(json_answer({"end": "a", "n8": 1}))
        read = client.s.create(end="b", n0=2)
        assert (read.end, read.n8) == ("a", 1)
        assert json.loads(server.sent[-1].body) == {"end": "b", "n0": 2}
