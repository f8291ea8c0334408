"""Bodies of JSON as a whole: what may be left out, and what may not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, faces
from .server import Answer, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("bodies")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=[0, 1], ids=["sync", "async"])
def run(request: pytest.FixtureRequest, package: ModuleType, server: Server) -> Callable[..., Any]:
    face = faces(package, "Bodies")[request.param]

    def call(act: Callable[[Any], Any], answer: Answer, **settings: Any) -> Any:
        server.will(answer)
        return face.run(act, base_url=server.url, **settings)

    return call


def test_an_array_is_a_body(run: Callable[..., Any], server: Server, package: ModuleType) -> None:
    assert run(lambda client: client.batch.create(body=[1, 2]), json_answer({"sum": 3})) == {
        "sum": 3
    }
    assert json.loads(server.sent[-1].body) == [1, 2]
    with pytest.raises(package.RequestValidationError, match="body"):
        run(lambda client: client.batch.create(body=[]), json_answer({}))


def test_a_body_that_is_not_required_is_whole_or_none(
    run: Callable[..., Any], server: Server, package: ModuleType
) -> None:
    run(lambda client: client.labels.create(), Answer(204))
    assert server.sent[-1].body == b""
    whole = {"text": "a", "the-color": "red"}
    run(lambda client: client.labels.create(text="a", the_color="red"), Answer(204))
    assert json.loads(server.sent[-1].body) == whole
    with pytest.raises(package.RequestValidationError) as caught:
        run(lambda client: client.labels.create(text="a", size=1), Answer(204))
    assert [problem.field for problem in caught.value.problems] == ["the_color"]
    # What is missing may stand in `extra_body`, and nothing is checked that is not to be.
    extra = {"the-color": "red"}
    run(lambda client: client.labels.create(text="a", extra_body=extra), Answer(204))
    assert json.loads(server.sent[-1].body) == whole
    run(lambda client: client.labels.create(size=1), Answer(204), validate_requests=False)
    assert json.loads(server.sent[-1].body) == {"size": 1}
