"""The paths that requests are sent to, of path templates with a query."""

from __future__ import annotations

import pytest

from clientsmith.analyze.nodes import Endpoint
from clientsmith.analyze.operations.paths import sent_path
from clientsmith.ir import Argument, Location, Scalar


def argument(wire: str, location: Location, *, required: bool = True) -> Argument:
    return Argument(f"{wire}_", wire, location, Scalar("string"), required)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/xml", "/xml"),
        ("/xml/?comp=list", "/xml/"),
        ("/xml/?comp=list&restype=x", "/xml/?restype=x"),
        ("/xml/?restype=x", "/xml/?restype=x"),
        ("/xml/{id}?some=1#here", "/xml/{id_}?some=1"),
        ("/xml/?id={id}", "/xml/?id={id_}"),
    ],
)
def test_a_query_stays_but_for_what_arguments_send(path: str, sent: str) -> None:
    arguments = [
        argument("id", "path"),
        argument("comp", "query"),
        argument("some", "query", required=False),
    ]
    place = Endpoint("get", path, "/paths/x/get", "x", "/paths/x")
    assert sent_path(place, arguments) == sent
