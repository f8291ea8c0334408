"""Where a list by page number ends, by what its pages tell of their total."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import telnyx_external_connections as telnyx

from .golden_client import Face, faces, gathered
from .server import Answer, Server, json_answer, serving

MISSING: dict[str, Any] = {}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=faces(telnyx, "Telnyx"), ids=["sync", "async"])
def face(request: pytest.FixtureRequest) -> Face:
    return request.param


def page(meta: Any, *ids: str) -> Answer:
    around = {} if meta is MISSING else {"meta": meta}
    return json_answer({"data": [{"id": name} for name in ids], **around})


def walk(face: Face, server: Server, number: int | None = None, **settings: Any) -> Any:
    """The ids of the items of a list, from page `number` on."""
    given = {} if number is None else {"page_number": number}

    def call(client: Any) -> Any:
        items = client.external_connections.list(**given)
        return gathered(items) if face.is_async else list(items)

    found = face.run(call, api_key="KEY", base_url=server.url, **settings)
    return [item.id for item in found]


@pytest.mark.parametrize(
    ("meta", "reported"),
    [
        (MISSING, ("/meta", "missing-field")),
        ({"page_size": 2}, ("/meta/total_pages", "missing-field")),
        # Said by the reader of the answer, once.
        (None, ("/meta", "unexpected-null")),
        ({"total_pages": None}, ("/meta/total_pages", "unexpected-null")),
        ({"total_pages": "2"}, ("/meta/total_pages", "invalid-value")),
        ({"total_pages": True}, ("/meta/total_pages", "invalid-value")),
        ({"total_pages": "many"}, ("/meta/total_pages", "invalid-value")),
        ({"total_pages": [3]}, ("/meta/total_pages", "invalid-value")),
        # Pages that have items are not 0 pages.
        ({"total_pages": 0}, None),
        ({"total_pages": -1}, None),
    ],
)
@pytest.mark.parametrize("last", [(), ("c",)])
def test_a_list_without_a_total_ends_with_an_empty_or_repeated_page(
    face: Face,
    server: Server,
    meta: Any,
    reported: tuple[str, str] | None,
    last: tuple[str, ...],
) -> None:
    server.will(page(meta, "a", "b"), page(meta, "c"), page(meta, *last))
    drifts: list[Any] = []
    assert walk(face, server, on_drift=drifts.append) == ["a", "b", "c"]
    assert [sent.target.partition("?")[2] for sent in server.sent] == [
        "",
        "page%5Bnumber%5D=2",
        "page%5Bnumber%5D=3",
    ]
    assert [(drift.pointer, drift.problem) for drift in drifts] == (
        [] if reported is None else [reported] * 3
    )


def test_a_total_below_the_page_that_was_asked_for_tells_nothing(
    face: Face, server: Server
) -> None:
    server.will(page({"total_pages": 2}, "c"), page({"total_pages": 2}, "d"), page(MISSING))
    assert walk(face, server, 3) == ["c", "d"]


def test_a_total_that_comes_late_ends_the_list(face: Face, server: Server) -> None:
    server.will(page(MISSING, "a"), page({"total_pages": 2}, "b"))
    assert walk(face, server) == ["a", "b"]
    assert len(server.sent) == 2


def test_a_missing_total_is_refused_by_strict_clients(face: Face, server: Server) -> None:
    server.will(page({"page_number": 1}, "a"))
    with pytest.raises(telnyx.APIResponseValidationError, match="/meta/total_pages was not sent"):
        walk(face, server, strict_responses=True)


def test_a_server_that_does_not_look_at_the_number(
    face: Face, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.will(page(MISSING, "a", "b"))
    with caplog.at_level(logging.DEBUG, "telnyx_external_connections"):
        assert walk(face, server) == ["a", "b"]
    assert len(server.sent) == 2
    said = "GET /external_connections answers with the same items whatever `page_number` is"
    assert f"{said}: the list ends" in caplog.messages
    # What its total tells of would be missed without a word.
    server.will(page({"total_pages": 3}, "a", "b"))
    with pytest.raises(
        telnyx.TelnyxError, match="whatever `page_number` is, and says that more follow"
    ):
        walk(face, server)
    assert len(server.sent) == 2


def test_pages_of_a_number_of_their_own_may_be_alike(face: Face, server: Server) -> None:
    server.will(*(page({"total_pages": 3, "page_number": n}, "a") for n in (1, 2, 3)))
    assert walk(face, server) == ["a", "a", "a"]


def test_a_repeated_page_that_was_asked_for_is_the_last(server: Server) -> None:
    server.will(page(MISSING, "a"))
    with telnyx.Telnyx("KEY", base_url=server.url) as client:
        again = client.external_connections.list().get_next_page()
        assert [item.id for item in again] == ["a"]
        assert not again.has_next_page()
        drifts: list[Any] = []
        raw = client.with_options(on_drift=drifts.append).external_connections.with_raw_response
        assert raw.list().parse().has_next_page()
        assert [drift.pointer for drift in drifts] == ["/meta"]
