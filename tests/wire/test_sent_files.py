"""Files, base64 and header parameters of requests, byte for byte."""

from __future__ import annotations

import asyncio
import io
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Iterator
from email import message_from_bytes
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from clientsmith.config import ad_hoc_target
from clientsmith.pipeline import generate

from .golden_client import Face, faces
from .server import Answer, Sent, Server, serving

FILE = "{type: string, contentMediaType: application/octet-stream}"
FORMS = f"""\
openapi: 3.1.0
info: {{title: Api, version: "1"}}
paths:
  /files:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                plain: {FILE}
                optional: {{anyOf: [{FILE}, {{type: "null"}}]}}
                listed: {{type: array, items: {FILE}}}
                maybe: {{anyOf: [{{type: array, items: {FILE}}}, {{type: "null"}}]}}
                typed: {{type: [string, "null"], contentMediaType: image/png}}
                one: {{oneOf: [{{type: string, format: binary}}, {{type: "null"}}]}}
                referred: {{anyOf: [{{$ref: "#/components/schemas/File"}}, {{type: "null"}}]}}
                either: {{anyOf: [{FILE}, {{type: string}}]}}
                text: {{type: string, contentMediaType: text/plain}}
                encoded: {{type: string, contentMediaType: image/png, contentEncoding: base64}}
      responses: {{"204": {{description: It.}}}}
  /imports:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            encoding:
              cover: {{contentType: image/jpeg, headers: {{X-Own: {{schema: {{type: string}}}}}}}}
              torrent: {{contentType: application/x-bittorrent}}
              tags: {{style: form, explode: false}}
            schema:
              oneOf:
                - type: object
                  required: [torrent]
                  properties:
                    torrent: {{type: string}}
                    cover: {{type: string, format: binary}}
                    labels: {{type: array, items: {{type: string}}}}
                    tags: {{type: array, items: {{type: string}}}}
                - type: object
                  required: [link]
                  properties: {{link: {{type: string}}, cover: {{type: string, format: binary}}}}
      responses: {{"204": {{description: It.}}}}
  /notes:
    post:
      requestBody: {{content: {{text/plain: {{schema: {{type: string, pattern: "^[a-z ]+$"}}}}}}}}
      responses: {{"204": {{description: It.}}}}
  /covers:
    put:
      requestBody:
        required: true
        content: {{image/jpeg: {{schema: {{type: string, contentEncoding: base64}}}}}}
      responses: {{"204": {{description: It.}}}}
components: {{schemas: {{File: {FILE}}}}}
"""
LETTERS = """\
swagger: "2.0"
info: {title: Api, version: "1"}
host: example.com
schemes: [https]
securityDefinitions: {key: {type: apiKey, in: header, name: Authorization}}
paths:
  /letters:
    post:
      security: [{key: []}]
      consumes: [application/json]
      parameters:
        - {name: Authorization, in: header, type: string, required: true}
        - {name: accept, in: header, type: string, required: true, enum: [text/csv]}
        - {name: Content-Type, in: header, type: string}
        - {name: body, in: body, schema: {type: object, properties: {text: {type: string}}}}
      responses: {"204": {description: It.}}
  /scans:
    post:
      consumes: [multipart/form-data]
      parameters:
        - {name: Content-Type, in: header, type: string, required: true}
        - {name: file, in: formData, type: file}
      responses: {"204": {description: It.}}
"""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], ModuleType]]:
    texts = {"sent_forms": FORMS, "sent_letters": LETTERS}
    with pytest.MonkeyPatch.context() as patch:

        def get(name: str) -> ModuleType:
            if name not in made:
                folder = tmp_path_factory.mktemp(name)
                (folder / "openapi.yaml").write_text(texts[name])
                generate(ad_hoc_target(folder / "openapi.yaml", name, "Api", folder))
                patch.syspath_prepend(folder)
                invalidate_caches()
                made[name] = import_module(name)
            return made[name]

        made: dict[str, ModuleType] = {}
        yield get


@pytest.fixture(params=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return request.param == "async"


@pytest.fixture
def forms(packages: Callable[[str], ModuleType], is_async: bool) -> Face:
    return faces(packages("sent_forms"), "Api")[is_async]


@pytest.fixture
def letters(packages: Callable[[str], ModuleType], is_async: bool) -> Face:
    return faces(packages("sent_letters"), "Api")[is_async]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(Answer(204))
        yield server


def parts(sent: Sent) -> list[tuple[str, str | None, str | None, bytes]]:
    """Name, file name, media type and content of each part, read by the standard library."""
    kind = sent.headers["content-type"].encode()
    message = message_from_bytes(b"Content-Type: " + kind + b"\r\n\r\n" + sent.body)
    found: list[tuple[str, str | None, str | None, bytes]] = []
    for part in message.get_payload():  # type: ignore[union-attr]
        given: Any = dict(part.get_params(header="content-disposition"))  # type: ignore
        content: Any = part.get_payload(decode=True)  # type: ignore
        found.append((given["name"], given.get("filename"), part["content-type"], content))  # type: ignore
    return found


OCTETS = "application/octet-stream"


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        ({"plain": b"A"}, [("plain", "plain", OCTETS, b"A")]),
        ({"optional": ("a.bin", b"A")}, [("optional", "a.bin", OCTETS, b"A")]),
        ({"optional": None}, []),
        (
            {"listed": [b"A", ("b", b"B")]},
            [("listed", "listed", OCTETS, b"A"), ("listed", "b", OCTETS, b"B")],
        ),
        ({"maybe": [b"A"]}, [("maybe", "maybe", OCTETS, b"A")]),
        ({"typed": b"A"}, [("typed", "typed", "image/png", b"A")]),
        ({"one": b"A"}, [("one", "one", OCTETS, b"A")]),
        ({"referred": b"A"}, [("referred", "referred", OCTETS, b"A")]),
        ({"either": b"A"}, [("either", "either", OCTETS, b"A")]),
        ({"text": "A"}, [("text", None, "text/plain", b"A")]),
        ({"encoded": b"A"}, [("encoded", None, "image/png", b"QQ==")]),
        ({"encoded": "QQ=="}, [("encoded", None, "image/png", b"QQ==")]),
    ],
)
def test_a_binary_text_is_a_file(
    forms: Face, server: Server, given: dict[str, Any], wire: list[Any]
) -> None:
    forms.run(lambda client: client.files.create(**given), base_url=server.url)
    assert (parts(server.sent[-1]) if wire else []) == wire


def test_a_path_is_a_file_too(forms: Face, server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"A")
    forms.run(
        lambda client: client.files.create(optional=tmp_path / "a.png", typed=tmp_path / "a.png"),
        base_url=server.url,
    )
    assert parts(server.sent[-1]) == [
        ("optional", "a.png", OCTETS, b"A"),
        ("typed", "a.png", "image/png", b"A"),
    ]


def test_a_union_of_forms_keeps_its_encoding(forms: Face, server: Server) -> None:
    body = {"torrent": b"T", "cover": ("c", b"C"), "labels": ("x", "y"), "tags": ["a", "b"]}
    forms.run(
        lambda client: client.imports.create(body=body, cover_x_own="own"), base_url=server.url
    )
    assert parts(server.sent[-1]) == [
        ("torrent", "torrent", "application/x-bittorrent", b"T"),
        ("cover", "c", "image/jpeg", b"C"),
        ("labels", None, None, b"x"),
        ("labels", None, None, b"y"),
        ("tags", None, None, b"a,b"),
    ]
    assert server.sent[-1].body.count(b"X-Own: own") == 1
    forms.run(
        lambda client: client.imports.create(body={"link": "l", "cover": io.BytesIO(b"C")}),
        base_url=server.url,
    )
    assert parts(server.sent[-1]) == [
        ("link", None, None, b"l"),
        ("cover", "cover", "image/jpeg", b"C"),
    ]


@pytest.mark.parametrize("size", [0, 1, 2, 3, 262_144, 600_001])
def test_a_body_in_base64(forms: Face, server: Server, tmp_path: Path, size: int) -> None:
    content = bytes(range(256)) * (size // 256 + 1)
    content = content[:size]
    path = tmp_path / "cover.jpg"
    path.write_bytes(content)
    for body in (content, path, io.BytesIO(content), b64encode(content).decode()):
        forms.run(lambda client: client.covers.update(body=body), base_url=server.url)  # noqa: B023
        sent = server.sent[-1]
        assert sent.body == b64encode(content)
        assert sent.headers["content-type"] == "image/jpeg"
        assert sent.headers["content-length"] == str(len(sent.body))


def test_pieces_in_base64(packages: Callable[[str], ModuleType], server: Server) -> None:
    package = packages("sent_forms")
    with package.Api(base_url=server.url) as client:
        client.covers.update(body=[b"ab", b"", b"cdefg"])

    async def pieces() -> AsyncIterator[bytes]:
        yield b"ab"
        yield b"cdefg"

    async def course() -> None:
        async with package.AsyncApi(base_url=server.url) as client:
            await client.covers.update(body=pieces())

    asyncio.run(course())
    assert [sent.body for sent in server.sent] == [b64encode(b"abcdefg")] * 2


def test_text_that_is_no_base64_is_refused(
    forms: Face, packages: Callable[[str], ModuleType], server: Server
) -> None:
    with pytest.raises(packages("sent_forms").RequestValidationError, match="base64"):
        forms.run(lambda client: client.covers.update(body="not base64!"), base_url=server.url)
    assert not server.sent


def test_a_body_of_text_matches_its_pattern(
    forms: Face, packages: Callable[[str], ModuleType], server: Server
) -> None:
    for body in ("a b", b"A"):
        forms.run(lambda client: client.notes.create(body=body), base_url=server.url)  # noqa: B023
    assert [sent.body for sent in server.sent] == [b"a b", b"A"]
    with pytest.raises(packages("sent_forms").RequestValidationError, match="text that matches"):
        forms.run(lambda client: client.notes.create(body="A"), base_url=server.url)


def test_headers_that_are_parameters_in_swagger(letters: Face, server: Server) -> None:
    letters.run(
        lambda client: client.letters.create(accept="text/csv", text="a"),
        api_key="of the client",
        base_url=server.url,
    )
    first = server.sent[-1].headers
    assert (first["authorization"], first["accept"]) == ("of the client", "text/csv")
    assert first["content-type"] == "application/json"
    letters.run(
        lambda client: client.letters.create(
            accept="text/csv", authorization="own", content_type="application/json; v=2", text="a"
        ),
        api_key="of the client",
        base_url=server.url,
    )
    second = server.sent[-1].headers
    assert (second["authorization"], second["accept"]) == ("own", "text/csv")
    assert second["content-type"] == "application/json; v=2"


def test_a_content_type_of_parts_is_the_calls_own(letters: Face, server: Server) -> None:
    letters.run(lambda client: client.scans.create(file=b"A"), api_key="k", base_url=server.url)
    assert "; boundary=" in server.sent[-1].headers["content-type"]
    assert parts(server.sent[-1])[0][3] == b"A"
