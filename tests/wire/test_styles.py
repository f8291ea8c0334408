"""The table of style examples of the OpenAPI text (3.1, section 4.8.12.4; 3.2, section 4.12.2.3),
and what else can be said of parameters, on the wire.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients
from .server import Answer, Sent, Server, serving

COLUMNS: dict[str, object] = {
    "empty": "",
    "string": "blue",
    "array": ["blue", "black", "brown"],
    "object": {"R": 100, "G": 200, "B": 150},
}

# Call, then a row of the table: empty, string, array, object; None stands for its "n/a".
TABLE: tuple[tuple[str, str | None, str | None, str | None, str | None], ...] = (
    ("path_matrix", ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
    (
        "path_matrix_exploded",
        ";color",
        ";color=blue",
        ";color=blue;color=black;color=brown",
        ";R=100;G=200;B=150",
    ),
    # A dot alone would be a dot segment (RFC 3986, 5.2.4), so it goes encoded.
    ("path_label", "%2E", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    ("path_label_exploded", "%2E", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    # An empty segment would be another path: see `test_an_empty_segment_is_refused`.
    ("path_simple", None, "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("path_simple_exploded", None, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ("header_simple", "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("header_simple_exploded", "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ("query_form", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    (
        "query_form_exploded",
        "color=",
        "color=blue",
        "color=blue&color=black&color=brown",
        "R=100&G=200&B=150",
    ),
    (
        "query_spacedelimited",
        None,
        None,
        "color=blue%20black%20brown",
        "color=R%20100%20G%20200%20B%20150",
    ),
    (
        "query_pipedelimited",
        None,
        None,
        "color=blue%7Cblack%7Cbrown",
        "color=R%7C100%7CG%7C200%7CB%7C150",
    ),
    (
        "query_deepobject_exploded",
        None,
        None,
        None,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ),
    ("cookie_form", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    # The text's own `&` is no separator of cookies (RFC 6265, section 4.2.1).
    (
        "cookie_form_exploded",
        "color=",
        "color=blue",
        "color=blue; color=black; color=brown",
        "R=100; G=200; B=150",
    ),
    ("cookie_cookie", "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    (
        "cookie_cookie_exploded",
        "color=",
        "color=blue",
        "color=blue; color=black; color=brown",
        "R=100; G=200; B=150",
    ),
)
CELLS = [
    pytest.param(call, COLUMNS[column], text, id=f"{call}-{column}")
    for call, *row in TABLE
    for column, text in zip(COLUMNS, row, strict=True)
    if text is not None
]


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("styles")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(Answer(204))
        yield server


@pytest.fixture(scope="module")
def client(package: ModuleType, server: Server) -> Iterator[Any]:
    with package.Styles(base_url=server.url) as client:
        yield client


def written(sent: Sent, call: str) -> str:
    """The part of a request that the parameter is in."""
    place = call.partition("_")[0]
    if place == "query":
        return sent.target.partition("?")[2]
    return sent.target.rpartition("/")[2] if place == "path" else sent.headers[_HEADERS[place]]


_HEADERS = {"header": "color", "cookie": "cookie"}


def send(client: Any, server: Server, call: str, **arguments: object) -> Sent:
    getattr(client.colors, call)(**arguments)
    return server.sent.pop()


@pytest.mark.parametrize(("call", "value", "text"), CELLS)
def test_a_cell_of_the_table(
    client: Any, server: Server, call: str, value: object, text: str
) -> None:
    assert written(send(client, server, call, color=value), call) == text


def test_the_table_on_the_asynchronous_client(package: ModuleType, server: Server) -> None:
    async def send_all() -> list[str]:
        async with package.AsyncStyles(base_url=server.url) as client:
            found: list[str] = []
            for call, value, _ in (cell.values for cell in CELLS):
                await getattr(client.colors, str(call))(color=value)
                found.append(written(server.sent.pop(), str(call)))
        return found

    assert asyncio.run(send_all()) == [cell.values[2] for cell in CELLS]


@pytest.mark.parametrize(
    ("call", "value"), [("path_simple", ""), ("path_label", []), ("path_matrix_exploded", {})]
)
def test_an_empty_segment_is_refused(
    package: ModuleType, client: Any, server: Server, call: str, value: object
) -> None:
    with pytest.raises(package.RequestValidationError, match="non-empty value for `color`"):
        send(client, server, call, color=value)
    assert not server.sent


HOSTILE = "a/../b?c#d;e=f&g%2Fh\r\nX: y \u00fc"


@pytest.mark.parametrize("call", sorted({str(cell.values[0]) for cell in CELLS}))
@pytest.mark.parametrize("shape", [lambda v: v, lambda v: [v], lambda v: {"R": v}])
def test_no_value_breaks_out_of_its_place(
    package: ModuleType, client: Any, server: Server, call: str, shape: Any
) -> None:
    if call.startswith(("header", "cookie_cookie")):
        with pytest.raises(package.RequestValidationError):
            send(client, server, call, color=shape(HOSTILE))
        return
    sent = send(client, server, call, color=shape(HOSTILE))
    assert "x" not in sent.headers
    text = written(sent, call)
    assert "a%2F..%2Fb%3Fc%23d%3Be%3Df%26g%252Fh%0D%0AX%3A%20y%20%C3%BC" in text


def test_no_name_of_an_object_breaks_out_of_its_place(client: Any, server: Server) -> None:
    sent = send(client, server, "path_matrix_exploded", color={"a/b;c=d": 1})
    assert written(sent, "path") == ";a%2Fb%3Bc%3Dd=1"
    sent = send(client, server, "query_form_exploded", color={"a&b=c": 1})
    assert written(sent, "query") == "a%26b%3Dc=1"


def test_reserved_characters_stay_where_they_end_nothing(client: Any, server: Server) -> None:
    value = ":/?#[]@!$&'()*+,;=%20% "
    sent = send(client, server, "query_reserved", color=[value, "b"])
    expected = "color=:/?%23%5B%5D@!$%26'()*%2B,;=%20%25%20&color=b"
    assert written(sent, "query") == expected
    sent = send(client, server, "path_reserved", color=value)
    assert sent.target == "/path_reserved/:%2F%3F%23%5B%5D@!$&'()*+,;=%20%25%20"


def test_parameters_described_by_content(client: Any, server: Server) -> None:
    sent = send(
        client,
        server,
        "content",
        color=[1, 2],
        filter={"R": 100},
        note="a b",
        x_meta={"k": "v"},
        state=["a", "b"],
        plain="a=b",
    )
    assert sent.target == "/content/%5B1%2C2%5D?filter=%7B%22R%22%3A100%7D&note=a%20b"
    assert sent.headers["x-meta"] == '{"k":"v"}'
    assert sent.headers["cookie"] == "state=%5B%22a%22%2C%22b%22%5D; plain=a=b"


def test_the_query_as_a_whole(client: Any, server: Server) -> None:
    sent = send(client, server, "query_string", selector={"color": "a b", "size": [1, 2]})
    assert sent.target == "/query_string?color=a%20b&size=1&size=2"
    sent = send(client, server, "query_text", selector={"a": 1})
    assert sent.target == "/query_text?%7B%22a%22%3A1%7D"


def test_one_name_in_every_place(client: Any, server: Server) -> None:
    sent = send(
        client, server, "collide", id="p", query_id=1, header_id="h", cookie_id="c", untyped=2.5
    )
    assert sent.target == "/one/p?id=1&untyped=2.5"
    assert (sent.headers["id"], sent.headers["cookie"]) == ("h", "id=c")
    names = list(inspect.signature(client.colors.collide).parameters)
    assert names == ["id", "query_id", "cookie_id", "header_id", "size", "untyped", "options"]


def test_a_value_may_be_empty_where_the_document_says_so(
    package: ModuleType, client: Any, server: Server
) -> None:
    assert send(client, server, "collide", id="p", query_id=1, size="").target.endswith("&size=")
    with pytest.raises(package.RequestValidationError, match="size"):
        send(client, server, "collide", id="p", query_id=1, size="large")
    with pytest.raises(TypeError, match="query_id"):
        send(client, server, "collide", id="p")


def test_templates_of_paths(client: Any, server: Server) -> None:
    sent = send(client, server, "segment", name_of_it="a.b/c", ext="tar")
    assert sent.target == "/files/a.b%2Fc.tar"
    assert send(client, server, "cancel", id="7").target == "/files/7:cancel"
    assert send(client, server, "template", id="7").target == "/files/7?mode=raw%20copy"
    sent = send(client, server, "template", id="7", size=2)
    assert sent.target == "/files/7?mode=raw%20copy&size=2"
