"""Bodies that are no JSON objects, on the wire: forms, files, streams, several media types."""

from __future__ import annotations

import asyncio
import io
import json
import os
import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl

import pytest

from ..tiers import slow
from .golden_client import Clients
from .server import Answer, Sent, Server, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("uploads")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(Answer(204))
        yield server


@pytest.fixture
def client(package: ModuleType, server: Server) -> Iterator[Any]:
    with package.Uploads(base_url=server.url, max_retries=0) as client:
        yield client


def form(sent: Sent) -> list[tuple[str, str]]:
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    return parse_qsl(sent.body.decode(), keep_blank_values=True)


Parts = list[tuple[str, str | None, str | None, bytes]]


def parts(sent: Sent) -> Parts:
    """Name, file name, media type and content of each part, read by the standard library."""
    kind = sent.headers["content-type"].encode()
    assert int(sent.headers["content-length"]) == len(sent.body)
    message = message_from_bytes(b"Content-Type: " + kind + b"\r\n\r\n" + sent.body)
    assert message.get_content_type() == "multipart/form-data"
    assert not message.defects
    found: Parts = []
    for part in message.get_payload():
        disposition: Any = part.get_params(header="content-disposition")
        given = dict(disposition)
        assert "form-data" in given
        content = part.get_payload(decode=True)
        found.append((given["name"], given.get("filename"), part["content-type"], content))
    return found


# Forms


def test_the_fields_of_a_form(client: Any, server: Server) -> None:
    client.tokens.create(
        grant_type="password",
        scope=["a b", "c&d=e"],
        audience=["x", "y z"],
        filter={"age": {"gt": 18}},
        meta={"k": "v"},
        ratio=None,
        tags=["t"],
        return_to="https://example.com/?a=b&c=d",
        extra_body={"more": [1, True]},
    )
    (sent,) = server.sent
    assert form(sent) == [
        ("grant-type", "password"),
        ("scope", "a b"),
        ("scope", "c&d=e"),
        ("audience", "x y z"),
        ("filter[age][gt]", "18"),
        ("meta", '{"k":"v"}'),
        ("tags", '["t"]'),
        ("return_to", "https://example.com/?a=b&c=d"),
        ("more", "1"),
        ("more", "true"),
    ]
    assert b"return_to=https://example.com/?a=b%26c=d" in sent.body


def test_a_form_of_any_fields(client: Any, server: Server) -> None:
    client.free.create(body={"a": 1, "b": ["x", "y"]})
    assert form(server.sent[0]) == [("a", "1"), ("b", "x"), ("b", "y")]


def test_an_optional_body_is_left_out_altogether(client: Any, server: Server) -> None:
    client.hooks.create()
    client.pictures.any.create()
    client.images.replace("1")
    for sent in server.sent:
        assert sent.body == b""
        assert sent.headers["content-length"] == "0"
        assert "content-type" not in sent.headers
    client.hooks.create(url="u")
    assert form(server.sent[-1]) == [("url", "u")]


def test_a_form_is_checked_before_it_is_sent(
    package: ModuleType, client: Any, server: Server
) -> None:
    with pytest.raises(package.RequestValidationError, match="grant_type"):
        client.tokens.create(grant_type="other")
    assert not server.sent


# Parts


def picture(folder: Path, name: str = "cat.png", content: bytes = b"\x89PNG") -> Path:
    place = folder / name
    place.write_bytes(content)
    return place


def test_the_parts_of_a_body(client: Any, server: Server, tmp_path: Path) -> None:
    with picture(tmp_path, "dog.jpg").open("rb") as file:
        client.pictures.create(
            file=picture(tmp_path),
            title="A cat, \u00fc",
            more=[file, ("b.txt", b"B"), (None, io.BytesIO(b"C"), "text/x", {"X-Own": "1"})],
            thumbnail=b"T",
            labels=("one", "two"),
            rank=3,
            public=True,
            place={"lat": 1.5, "seen_at": datetime(2026, 1, 31, tzinfo=UTC)},
            spots=[{"lat": 1}, {"lat": 2}],
            note="# N",
            note_x_language="de",
            source="https://example.com",
            box=[1, 2],
            digest=b"\xff\xfe",
            any=b"A",
            extra_body={"more_still": None, "own": "x"},
        )
        assert not file.closed
    (sent,) = server.sent
    assert parts(sent) == [
        ("file", "cat.png", "image/png", b"\x89PNG"),
        ("title", None, None, "A cat, \u00fc".encode()),
        ("more", "dog.jpg", "image/jpeg", b"\x89PNG"),
        ("more", "b.txt", "text/plain", b"B"),
        ("more", "more", "text/x", b"C"),
        ("thumbnail", "thumbnail", "image/png", b"T"),
        ("labels", None, None, b"one"),
        ("labels", None, None, b"two"),
        ("rank", None, None, b"3"),
        ("public", None, None, b"true"),
        ("place", None, "application/json", b'{"lat":1.5,"seen_at":"2026-01-31T00:00:00Z"}'),
        ("spots", None, "application/json", b'{"lat":1}'),
        ("spots", None, "application/json", b'{"lat":2}'),
        ("note", None, "text/markdown", b"# N"),
        ("source", None, None, b"https://example.com"),
        ("box", None, None, b"1,2"),
        ("digest", None, None, b"//4="),
        ("any", "any", "application/octet-stream", b"A"),
        ("own", None, None, b"x"),
    ]
    assert b"X-Own: 1\r\n" in sent.body
    assert b"X-Language: de\r\n" in sent.body


def test_parts_of_any_name(client: Any, server: Server, tmp_path: Path) -> None:
    body = {"a": 1, "file": picture(tmp_path), "files": [b"x", ("n.txt", b"y")], "list": ["p"]}
    client.pictures.any.create(body=body)
    assert parts(server.sent[0]) == [
        ("a", None, None, b"1"),
        ("file", "cat.png", "image/png", b"\x89PNG"),
        ("files", "files", "application/octet-stream", b"x"),
        ("files", "n.txt", "text/plain", b"y"),
        ("list", None, None, b"p"),
    ]


def test_a_row_of_parts_without_names(package: ModuleType, client: Any, server: Server) -> None:
    client.batches.create(body=[{"n": 1}, {"n": 2}])
    (sent,) = server.sent
    kind, _, boundary = sent.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/mixed"
    one, two = (b'Content-Type: application/json\r\n\r\n{"n":%d}' % n for n in (1, 2))
    between = f"\r\n--{boundary}".encode()
    assert sent.body == between[2:] + b"\r\n" + one + between + b"\r\n" + two + between + b"--\r\n"
    with pytest.raises(package.RequestValidationError, match="n"):
        client.batches.create(body=[{}])


def test_no_file_name_tells_the_callers_path(client: Any, server: Server, tmp_path: Path) -> None:
    class Windows(io.BytesIO):
        name = "C:\\Users\\me\\secret plans.png"

    with picture(tmp_path).open("rb") as file:
        client.pictures.create(file=file, title="t", more=[Windows(b"w")])
    assert [name for _, name, _, _ in parts(server.sent[0])] == [
        "cat.png",
        None,
        "secret plans.png",
    ]
    assert str(tmp_path).encode() not in server.sent[0].body


def test_nothing_breaks_out_of_a_part(package: ModuleType, client: Any, server: Server) -> None:
    name = 'a"; x="\r\nX-Evil: 1\r\n\r\n.png'
    client.pictures.create(file=(name, b"--"), title='t\r\n--x\r\n"', extra_body={name: "v"})
    (sent,) = server.sent
    boundary = sent.headers["content-type"].partition("boundary=")[2]
    heads = [part.partition(b"\r\n\r\n")[0] for part in sent.body.split(f"--{boundary}".encode())]
    assert not any(line.startswith(b"X-Evil") for head in heads for line in head.split(b"\r\n"))
    assert b'filename="a%22; x=%22%0D%0AX-Evil: 1%0D%0A%0D%0A.png"\r\n' in sent.body
    assert b'name="a%22; x=%22%0D%0AX-Evil: 1%0D%0A%0D%0A.png"\r\n' in sent.body
    client.pictures.create(file=b"", title="t")
    other = server.sent[1].headers["content-type"].partition("boundary=")[2]
    assert other != boundary
    assert re.fullmatch("[0-9a-f]{32}", other)
    for file in [
        ("n", b"", "text/plain\r\nX-Evil: 1"),
        ("n", b"", None, {"X-Own": "1\r\nX-Evil: 1"}),
        ("n", b"", None, {"X-Own\r\nX-Evil": "1"}),
    ]:
        with pytest.raises(package.RequestValidationError):
            client.pictures.create(file=file, title="t")
    with pytest.raises(package.RequestValidationError):
        client.pictures.create(file=b"", title="t", note="n", note_x_language="de\r\nX-Evil: 1")
    assert len(server.sent) == 2


@pytest.mark.parametrize("file", ["cat.png", 5, io.StringIO("text"), ("a", "b"), ("a",), None, []])
def test_what_is_no_file_is_refused(
    package: ModuleType, client: Any, server: Server, file: object
) -> None:
    with pytest.raises(package.RequestValidationError, match="file"):
        client.pictures.create(file=file, title="t")
    assert not server.sent


def test_a_file_that_cannot_be_read_is_refused(
    package: ModuleType, client: Any, server: Server, tmp_path: Path
) -> None:
    for place in (tmp_path / "none", tmp_path):
        with pytest.raises(package.RequestValidationError, match="cannot be read"):
            client.pictures.create(file=place, title="t")
        with pytest.raises(package.RequestValidationError, match="cannot be read"):
            client.blobs.update("1", body=place)
    assert not server.sent


def test_a_file_is_sent_from_where_it_stands(client: Any, server: Server) -> None:
    file = io.BytesIO(b"0123456789")
    file.seek(4)
    client.blobs.update("1", body=file)
    assert server.sent[0].body == b"456789"


# Raw bodies


def pieces() -> Iterator[bytes]:
    yield b"one"
    yield b"two"


async def apieces() -> AsyncIterator[bytes]:
    yield b"one"
    yield b"two"


def test_bytes_from_wherever(client: Any, server: Server, tmp_path: Path) -> None:
    for body in (b"bytes", picture(tmp_path, content=b"bytes"), io.BytesIO(b"bytes")):
        client.blobs.update("1", body=body)
        sent = server.sent[-1]
        assert (sent.body, sent.headers["content-length"]) == (b"bytes", "5")
        assert sent.headers["content-type"] == "application/octet-stream"
    for body in (pieces(), [b"one", b"two"]):
        client.blobs.update("1", body=body)
        sent = server.sent[-1]
        assert (sent.body, sent.headers["transfer-encoding"]) == (b"onetwo", "chunked")
        assert "content-length" not in sent.headers


def test_text_and_rows_of_json(package: ModuleType, client: Any, server: Server) -> None:
    client.feeds.create(body="<a>\u00fc</a>")
    assert server.sent[-1].body == "<a>\u00fc</a>".encode()
    assert server.sent[-1].headers["content-type"] == "application/xml"
    client.events.create(body=[{"name": "a\nb"}, {"name": "c"}])
    assert server.sent[-1].body == b'{"name":"a\\nb"}\n{"name":"c"}\n'
    assert server.sent[-1].headers["content-type"] == "application/x-ndjson"
    client.images.update("1", body=[{"op": "remove", "path": "/a"}])
    assert server.sent[-1].headers["content-type"] == "application/json-patch+json"
    with pytest.raises(package.RequestValidationError, match="name"):
        client.events.create(body=[{}])
    with pytest.raises(package.RequestValidationError, match="body"):
        client.blobs.update("1", body="text")
    with pytest.raises(package.RequestValidationError, match="extra_body"):
        client.feeds.create(body="<a/>", extra_body={"a": 1})


def test_the_media_type_is_chosen(package: ModuleType, client: Any, server: Server) -> None:
    client.documents.create(url="u")
    assert json.loads(server.sent[-1].body) == {"url": "u"}
    client.documents.create(url="u", content_type="application/x-www-form-urlencoded")
    assert form(server.sent[-1]) == [("url", "u")]
    client.documents.create_multipart(file=b"x")
    assert parts(server.sent[-1]) == [("file", "file", "application/octet-stream", b"x")]
    client.documents.create_xml(body=b"<a/>")
    assert server.sent[-1].headers["content-type"] == "text/xml"
    client.images.replace("1", body=b"x", content_type="image/jpeg")
    assert server.sent[-1].headers["content-type"] == "image/jpeg"
    client.videos.update("1", body=b"x", content_type="video/mp4")
    assert server.sent[-1].headers["content-type"] == "video/mp4"
    count = len(server.sent)
    with pytest.raises(package.RequestValidationError, match="content_type"):
        client.documents.create(url="u", content_type="text/xml")
    with pytest.raises(package.RequestValidationError):
        client.videos.update("1", body=b"x", content_type="video/mp4\r\nX: y")
    assert len(server.sent) == count


# The asynchronous client, and the other transports


def test_the_asynchronous_client(package: ModuleType, server: Server, tmp_path: Path) -> None:
    async def send() -> None:
        async with package.AsyncUploads(base_url=server.url, max_retries=0) as client:
            await client.pictures.create(file=picture(tmp_path), title="t", more=[io.BytesIO(b"m")])
            for body in (apieces(), pieces(), picture(tmp_path, content=b"onetwo"), b"onetwo"):
                await client.blobs.update("1", body=body)
            await client.documents.create_multipart(file=b"x")

    asyncio.run(send())
    assert [name for name, *_ in parts(server.sent[0])] == ["file", "title", "more"]
    assert [sent.body for sent in server.sent[1:5]] == [b"onetwo"] * 4
    assert parts(server.sent[5])[0][3] == b"x"


def test_a_synchronous_client_has_no_use_for_an_asynchronous_iterator(
    package: ModuleType, client: Any, server: Server
) -> None:
    with pytest.raises(package.RequestValidationError, match="asynchronous"):
        client.blobs.update("1", body=apieces())
    assert not server.sent


def test_the_transports_send_the_same(package: ModuleType, server: Server, tmp_path: Path) -> None:
    import httpx
    import httpx2

    place = picture(tmp_path, content=b"onetwo")

    async def send() -> None:
        module = f"{package.__name__}._runtime.transports.aiohttp"
        aiohttp = __import__(module, fromlist=["AiohttpTransport"]).AiohttpTransport()
        for transport in (aiohttp, httpx.AsyncHTTPTransport(), httpx2.AsyncHTTPTransport()):
            client = package.AsyncUploads(base_url=server.url, transport=transport, max_retries=0)
            await client.blobs.update("1", body=place)
            await client.blobs.update("1", body=apieces())
            await client.pictures.create(file=place, title="t")
            await transport.aclose()

    asyncio.run(send())
    for transport in (httpx.HTTPTransport(), httpx2.HTTPTransport()):
        client = package.Uploads(base_url=server.url, transport=transport, max_retries=0)
        client.blobs.update("1", body=place)
        client.blobs.update("1", body=pieces())
        client.pictures.create(file=place, title="t")
        transport.close()
    assert len(server.sent) == 15
    for at in range(0, 15, 3):
        whole, piecewise, multipart = server.sent[at : at + 3]
        assert (whole.body, whole.headers["content-length"]) == (b"onetwo", "6")
        assert "transfer-encoding" not in whole.headers
        assert (piecewise.body, piecewise.headers["transfer-encoding"]) == (b"onetwo", "chunked")
        assert [content for *_, content in parts(multipart)] == [b"onetwo", b"t"]


# Retries


def test_what_can_be_rewound_is_sent_again(package: ModuleType, server: Server) -> None:
    moved = Answer(307, headers={"Location": "/blobs/2"})
    server.will(Answer(503, headers={"retry-after-ms": "1"}), moved, Answer(204))
    with package.Uploads(base_url=server.url) as client:
        client.blobs.update("1", body=io.BytesIO(b"again"))
    assert [sent.body for sent in server.sent] == [b"again"] * 3


def test_what_comes_once_is_sent_once(package: ModuleType, server: Server) -> None:
    with package.Uploads(base_url=server.url) as client:
        server.will(Answer(503, headers={"retry-after-ms": "1"}))
        with pytest.raises(package.InternalServerError):
            client.blobs.update("1", body=pieces())
        assert len(server.sent) == 1
        server.will(Answer(307, headers={"Location": "/blobs/2"}), Answer(204))
        with pytest.raises(package.APIStatusError):
            client.blobs.update("1", body=pieces())
        assert len(server.sent) == 1


def test_an_error_with_a_file_can_be_pickled(
    package: ModuleType, client: Any, server: Server, tmp_path: Path
) -> None:
    import pickle

    server.will(Answer(400))
    with picture(tmp_path).open("rb") as file, pytest.raises(package.BadRequestError) as caught:
        client.blobs.update("1", body=file)
    assert pickle.loads(pickle.dumps(caught.value)).status_code == 400


# Memory

SIZE = 1 << 30


@pytest.mark.parametrize(
    ("asynchronous", "kind", "size"),
    [
        (False, "raw", SIZE // 8),
        slow(False, "raw", SIZE),
        slow(False, "multipart", SIZE),
        slow(True, "raw", SIZE),
        slow(True, "multipart", SIZE),
    ],
)
def test_a_gigabyte_takes_no_memory(
    package: ModuleType, tmp_path: Path, asynchronous: bool, kind: str, size: int
) -> None:
    """A sparse file of up to 1 GB, over a socket to a process that drops it."""
    place = tmp_path / "large"
    with place.open("wb") as file:
        file.truncate(size)
    script = Path(__file__).with_name("large_upload.py")
    import subprocess
    import sys

    folder = Path(str(package.__file__)).parents[1]
    answer = subprocess.run(
        [sys.executable, script, str(folder), str(place), str(asynchronous), kind],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    reported = json.loads(answer.stdout)
    assert reported["received"] >= size
    assert reported["length"] == reported["received"]
    # Of memory in MB; the client itself takes some when it is first used.
    assert reported["grown"] < 16
