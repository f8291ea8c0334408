"""Files as answers over a real server: whole, to the disk, and how much of one is kept."""

from __future__ import annotations

import gzip
import pickle
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces
from .server import Answer, Exchange, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("answers")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=("synchronous", "asynchronous"))
def face(package: ModuleType, request: pytest.FixtureRequest) -> Face:
    return faces(package, "Answers")[request.param == "asynchronous"]


def archive(body: bytes = b"PK", disposition: str | None = None) -> Answer:
    headers = {"Content-Type": "application/zip"}
    if disposition is not None:
        headers["Content-Disposition"] = disposition
    return Answer(200, body, headers)


def stream(face: Face, server: Server, path: Path, **options: Any) -> Path:
    """Where the streamed file is."""

    def save(client: Any) -> Any:
        with client.jobs.archive.with_streaming_response.retrieve("1") as response:
            return response.stream_to_file(path, **options)

    async def asave(client: Any) -> Any:
        async with client.jobs.archive.with_streaming_response.retrieve("1") as response:
            return await response.stream_to_file(path, **options)

    return face.run(asave if face.is_async else save, base_url=server.url, max_retries=0)


def whole(face: Face, server: Server, **settings: Any) -> Any:
    settings = {"base_url": server.url, "max_retries": 0, **settings}
    return face.run(lambda client: client.jobs.archive.retrieve("1"), **settings)


def test_a_file_is_bytes_that_can_be_written(
    face: Face, server: Server, package: Any, tmp_path: Path
) -> None:
    server.will(archive(b"PK\x00", 'attachment; filename="jobs.zip"'))
    file = whole(face, server)
    assert server.sent[0].headers["accept"] == "application/zip"
    assert isinstance(file, package.Download)
    assert (file, file.filename, file.content_type) == (b"PK\x00", "jobs.zip", "application/zip")
    assert file.write_to_file(tmp_path) == tmp_path / "jobs.zip"
    assert file.write_to_file(tmp_path / "other") == tmp_path / "other"
    assert (tmp_path / "jobs.zip").read_bytes() == (tmp_path / "other").read_bytes() == b"PK\x00"
    again = pickle.loads(pickle.dumps(file))
    assert (again, again.filename) == (file, "jobs.zip")


def test_an_empty_file_is_a_file(face: Face, server: Server) -> None:
    server.will(archive(b""))
    file = whole(face, server)
    assert (file, file.filename) == (b"", None)


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (None, "download"),
        ("attachment", "download"),
        ("attachment; filename=plain.zip", "plain.zip"),
        (r'attachment; filename="a \"b\" c.zip"', "a _b_ c.zip"),
        ("attachment; filename=\"a.zip\"; filename*=UTF-8''%e2%82%ac.zip", "€.zip"),
        ("attachment; FILENAME*=iso-8859-1'de'f%FCr.zip", "für.zip"),
        ("attachment; filename*=no-such''x; filename=y.zip", "y.zip"),
        ('attachment; filename="f\u00c3\u00bcr.zip"', "für.zip"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        (r'attachment; filename="..\\..\\boot.ini"', "boot.ini"),
        ("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("attachment; filename*=UTF-8''a%00b%0Ac", "abc"),
        ('attachment; filename="C:evil.exe"', "C_evil.exe"),
        ('attachment; filename=".bashrc"', "bashrc"),
        ('attachment; filename=".."', "download"),
        ('attachment; filename="dir/"', "download"),
        ('attachment; filename="NUL.txt"', "_NUL.txt"),
        ('attachment; filename="com1"', "_com1"),
        ('attachment; filename="trailing. . "', "trailing"),
        (f'attachment; filename="{"x" * 400}.zip"', "x" * 196 + ".zip"),
        ("attachment; filename*=UTF-8''%E2%80%AEgpj.exe", "gpj.exe"),
    ],
)
def test_a_file_is_named_by_the_server_and_stays_in_its_folder(
    face: Face, server: Server, tmp_path: Path, disposition: str | None, name: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    server.will(archive(b"PK", disposition))
    assert stream(face, server, folder) == folder / name
    assert [path.name for path in folder.iterdir()] == [name]
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_nothing_is_overwritten_unless_asked_to(face: Face, server: Server, tmp_path: Path) -> None:
    server.will(archive(b"new"))
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        stream(face, server, target)
    assert target.read_bytes() == b"old"
    stream(face, server, target, overwrite=True)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_breaks_off_leaves_nothing(
    face: Face, server: Server, package: Any, tmp_path: Path, overwrite: bool
) -> None:
    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Length", "100")
        exchange.end_headers()
        exchange.wfile.write(b"half")
        exchange.close_connection = True

    target = tmp_path / "file"
    if overwrite:
        target.write_bytes(b"old")
    server.will(Answer(act=act))
    with pytest.raises(package.APIConnectionError):
        stream(face, server, target, overwrite=overwrite)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([b"old"] if overwrite else [])


def test_an_error_instead_of_a_file_writes_nothing(
    face: Face, server: Server, package: Any, tmp_path: Path
) -> None:
    server.will(json_answer({"title": "Gone"}, 404))
    with pytest.raises(package.NotFoundError):
        stream(face, server, tmp_path / "file")
    assert list(tmp_path.iterdir()) == []


def test_a_huge_file_is_written_at_constant_memory(
    face: Face, server: Server, tmp_path: Path
) -> None:
    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Length", str(32 * 2**20))
        exchange.end_headers()
        piece = b"x" * 2**20
        for _ in range(32):
            exchange.wfile.write(piece)

    server.will(archive())
    stream(face, server, tmp_path / "warm")
    server.will(Answer(act=act))
    tracemalloc.start()
    try:
        target = stream(face, server, tmp_path / "huge")
        assert tracemalloc.get_traced_memory()[1] < 12 * 2**20
    finally:
        tracemalloc.stop()
    assert target.stat().st_size == 32 * 2**20


def test_no_more_is_read_into_memory_than_allowed(
    face: Face, server: Server, package: Any, tmp_path: Path
) -> None:
    bomb = gzip.compress(bytes(8 * 2**20))
    assert len(bomb) < 30_000
    headers = {"Content-Type": "application/zip", "Content-Encoding": "gzip"}
    server.will(Answer(200, bomb, headers))
    with pytest.raises(package.ResponseTooLargeError, match="more than 1,000,000 bytes came"):
        whole(face, server, max_response_bytes=1_000_000, max_retries=2)
    assert len(server.sent) == 1
    assert len(whole(face, server)) == 8 * 2**20
    assert len(whole(face, server, max_response_bytes=None)) == 8 * 2**20
    # What is streamed is not kept.
    assert stream(face, server, tmp_path / "file").stat().st_size == 8 * 2**20


def test_the_cap_holds_for_json_and_errors_and_copies(
    face: Face, server: Server, package: Any
) -> None:
    def create(client: Any) -> Any:
        return client.with_options(max_response_bytes=10).jobs.create()

    for status, error in ((200, package.ResponseTooLargeError), (500, package.APIStatusError)):
        server.will(json_answer({"id": 5, "filling": "x" * 100}, status))
        with pytest.raises(error):
            face.run(create, base_url=server.url, max_retries=0)
