"""What OpenAPI 3.2 has beyond 3.1: what is sent, what is read, and why operations are degraded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from types import ModuleType

import pytest

from .golden_client import Clients, Face, faces
from .server import Answer, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("openapi_3_2")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=[0, 1], ids=["sync", "async"])
def face(request: pytest.FixtureRequest, package: ModuleType) -> Face:
    return faces(package, "New")[request.param]


def test_a_discriminator_says_what_all_other_values_are(
    face: Face, server: Server, package: ModuleType
) -> None:
    for fields, kind in (
        ({"kind": "cat", "lives": 9}, "Cat"),
        ({"kind": "Dog", "good": True}, "Dog"),
        ({"kind": "newt", "name": "a"}, "Other"),
        ({"name": "b"}, "Other"),
    ):
        server.will(json_answer(fields))
        read = face.run(
            lambda client, fields=fields: client.pets.create(body=fields),
            base_url=server.url,
            access_token="T",
            strict_responses=True,
        )
        assert type(read) is getattr(package.models, kind)
        assert read.to_dict() == fields
        sent = server.sent[-1]
        assert json.loads(sent.body) == fields
        assert sent.headers["authorization"] == "Bearer T"


def test_parts_without_names(face: Face, server: Server) -> None:
    server.will(Answer(204))
    face.run(
        lambda client: client.rows.create(body=[{"n": 1}, {"n": 2}]),
        base_url=server.url,
        api_key="K",
    )
    sent = server.sent[-1]
    assert sent.headers["x-old"] == "K"
    assert sent.body.count(b'Content-Type: application/json\r\n\r\n{"n":') == 2


def test_what_is_less_precise_is_reported(package: ModuleType) -> None:
    folder = resources.files(package)
    rows = json.loads(folder.joinpath("coverage.json").read_text())["operations"]
    assert {row["call"]: row["reasons"] for row in rows if row["reasons"]} == {
        "nested.create": ["a field that is itself of several parts is sent as one"],
        "places.create": ["the caller encodes parts that have positions and no names"],
        "rows_with_headers.create": ["parts without names have no headers of their own"],
    }
    reported = folder.joinpath("AGENTS.md").read_text()
    assert "or from `NEW_API_KEY`. It is deprecated.\n" in reported
    assert "or from `NEW_ACCESS_TOKEN`.\n" in reported
