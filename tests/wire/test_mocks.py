"""What `inspect`, and those who replace a client in their tests, see of it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any
from unittest.mock import AsyncMock, MagicMock, Mock, create_autospec, patch

import pytest
import telnyx_external_connections as telnyx
from telnyx_external_connections import AsyncTelnyx, Telnyx, resources

from .golden_client import Clients
from .server import Server, json_answer, serving

ID = "1293384261075731499"
OK = json_answer({"data": {"id": "1"}})


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def test_resources_are_reached_on_the_class() -> None:
    assert Telnyx.external_connections is resources.ExternalConnections
    assert AsyncTelnyx.external_connections is resources.AsyncExternalConnections
    uploads = Telnyx.external_connections.uploads
    assert uploads is resources.ExternalConnectionsUploads
    assert Telnyx("KEY").external_connections.uploads.__class__ is uploads
    assert inspect.isfunction(AsyncTelnyx.external_connections.create)
    raw = AsyncTelnyx.external_connections.with_raw_response
    assert raw.__name__ == "_Methods"
    assert raw.__module__ == resources.ExternalConnections.__module__


def test_a_resource_is_made_once_and_anew_for_other_options() -> None:
    client = Telnyx("KEY")
    assert client.external_connections is client.external_connections
    assert client.external_connections.uploads is client.external_connections.uploads
    other = client.with_options(max_retries=0)
    assert other.external_connections is not client.external_connections
    raw = client.external_connections.with_raw_response
    assert raw is client.external_connections.with_raw_response
    assert type(raw) is type(other.external_connections.with_raw_response)


def methods(owner: Any) -> list[str]:
    return [name for name in dir(owner) if not name.startswith(("_", "with_"))]


@pytest.mark.parametrize("owner", ["class", "instance"])
def test_asynchronous_methods_are_coroutine_functions(owner: str) -> None:
    client: Any = AsyncTelnyx if owner == "class" else AsyncTelnyx("KEY")
    sync: Any = Telnyx if owner == "class" else Telnyx("KEY")
    resource, other = client.external_connections, sync.external_connections
    for name in ("create", "retrieve", "update", "delete", "update_location"):
        assert inspect.iscoroutinefunction(getattr(resource, name))
        assert not inspect.iscoroutinefunction(getattr(other, name))
        assert inspect.iscoroutinefunction(getattr(resource.with_raw_response, name))
        assert not inspect.iscoroutinefunction(getattr(resource.with_streaming_response, name))
        assert not inspect.iscoroutinefunction(getattr(other.with_raw_response, name))
    # A list is awaited for its first page, and iterated for all of them.
    assert not inspect.iscoroutinefunction(resource.list)
    assert inspect.iscoroutinefunction(resource.with_raw_response.list)
    for name in ("close", "aclose"):
        assert inspect.iscoroutinefunction(getattr(client, name))


def test_signatures_and_docstrings_are_those_of_the_synchronous_methods() -> None:
    one, other = Telnyx("KEY").external_connections, AsyncTelnyx("KEY").external_connections
    views = [other, other.with_raw_response, other.with_streaming_response]
    views += [one.with_raw_response, one.with_streaming_response]
    for name in ("create", "list", "retrieve"):
        expected = inspect.signature(getattr(one, name))
        assert "self" not in expected.parameters
        for view in views:
            method = getattr(view, name)
            assert inspect.signature(method) == expected
            assert method.__doc__ == getattr(one, name).__doc__
            assert method.__name__ == name
        unbound = inspect.signature(getattr(resources.AsyncExternalConnections, name))
        assert list(unbound.parameters) == ["self", *expected.parameters]


GOOD: dict[str, Any] = {"external_sip_connection": "zoom", "outbound": {}}


@pytest.mark.parametrize("spec", ["class", "instance"])
def test_an_autospec_of_the_asynchronous_client(spec: str) -> None:
    import asyncio

    of: Any = AsyncTelnyx if spec == "class" else AsyncTelnyx("KEY")
    client: Any = create_autospec(of, instance=True)
    create = client.external_connections.create
    create.return_value = "created"
    raw = client.external_connections.with_raw_response.retrieve
    raw.return_value = "raw"

    async def course() -> None:
        assert await create(**GOOD) == "created"
        create.assert_awaited_once_with(**GOOD)
        assert await client.external_connections.uploads.retrieve("T", id=ID) is not None
        assert await raw(ID) == "raw"
        await client.aclose()

    asyncio.run(course())
    for wrong in (lambda: create(nope=1), lambda: create()):
        # Options of a call are checked by the call itself.
        with pytest.raises(TypeError, match="missing a required"):
            wrong()
    with pytest.raises(TypeError):
        client.external_connections.list(1, 2, 3)
    with pytest.raises(AttributeError):
        client.external_connections.nope()
    with pytest.raises(AttributeError):
        client.external_connection.create()
    client.external_connections.list.return_value = ["page"]
    assert client.external_connections.list(page_size=2) == ["page"]


@pytest.mark.parametrize("spec", ["class", "instance"])
def test_an_autospec_of_the_synchronous_client(spec: str) -> None:
    of: Any = Telnyx if spec == "class" else Telnyx("KEY")
    client: Any = create_autospec(of, instance=True)
    client.external_connections.create.return_value = "created"
    assert client.external_connections.create(**GOOD) == "created"
    client.external_connections.uploads.retrieve("T", id=ID)
    client.external_connections.with_raw_response.retrieve(ID)
    client.external_connections.with_streaming_response.retrieve(ID)
    with pytest.raises(TypeError, match="missing a required"):
        client.external_connections.create()
    with pytest.raises(AttributeError):
        client.external_connections.nope()
    made: Any = create_autospec(Telnyx)("KEY")
    made.external_connections.create.return_value = "created"
    assert made.external_connections.create(**GOOD) == "created"


async def test_mocks_with_a_spec() -> None:
    for spec in (AsyncTelnyx, AsyncTelnyx("KEY")):
        client: Any = AsyncMock(spec=spec)
        client.external_connections.list(page_size=2)
        await client.aclose()
        with pytest.raises(AttributeError):
            client.nope()
    resource: Any = AsyncMock(spec=resources.AsyncExternalConnections)
    resource.create.return_value = "created"
    assert await resource.create(**GOOD) == "created"
    assert not inspect.iscoroutine(resource.list())
    magic: Any = MagicMock(spec=AsyncTelnyx("KEY").external_connections)
    assert isinstance(magic.retrieve, AsyncMock)
    plain: Any = Mock(spec=Telnyx)
    plain.external_connections.create(**GOOD)
    with pytest.raises(AttributeError):
        plain.nope()


async def test_methods_are_patched_on_the_class(server: Server) -> None:
    server.will(OK)
    with patch.object(Telnyx.external_connections, "create", autospec=True) as create:
        create.return_value = "created"
        client = Telnyx("KEY", base_url=server.url)
        assert client.external_connections.create(**GOOD) == "created"
        create.assert_called_once_with(client.external_connections, **GOOD)
    with patch.object(AsyncTelnyx.external_connections, "create", autospec=True) as create:
        create.return_value = "created"
        other = AsyncTelnyx("KEY", base_url=server.url)
        assert await other.external_connections.create(**GOOD) == "created"
    assert server.sent == []
    async with AsyncTelnyx("KEY", base_url=server.url) as other:
        connection = await other.external_connections.create(**GOOD)
        assert connection.data is not None
        assert connection.data.id == "1"


async def test_every_kind_of_result_is_as_before(server: Server) -> None:
    server.will(json_answer({"data": [{"id": "1"}], "meta": {"total_pages": 1, "page_number": 1}}))
    with Telnyx("KEY", base_url=server.url) as client:
        raw = client.external_connections.with_raw_response.list()
        assert [item.id for item in raw.parse()] == ["1"]
        with client.external_connections.with_streaming_response.list() as response:
            assert [item.id for item in response.parse()] == ["1"]
    async with AsyncTelnyx("KEY", base_url=server.url) as other:
        assert [item.id async for item in other.external_connections.list()] == ["1"]
        page = await other.external_connections.list()
        assert type(page).__name__.startswith("Async")
        araw = await other.external_connections.with_raw_response.list()
        assert [item.id async for item in await araw.parse()] == ["1"]
        async with other.external_connections.with_streaming_response.list() as aresponse:
            assert [item.id async for item in await aresponse.parse()] == ["1"]


@pytest.fixture(scope="module")
def answers(clients: Clients) -> ModuleType:
    return clients("answers")


def test_streams_and_files_are_coroutine_functions_too(answers: ModuleType) -> None:
    resources = import_module(f"{answers.__name__}.resources")
    kinds = [getattr(resources, name) for name in dir(resources) if name.startswith("Async")]
    found = [getattr(kind, name) for kind in kinds for name in methods(kind)]
    found = [function for function in found if inspect.isfunction(function)]
    assert len(found) > 5
    assert all(map(inspect.iscoroutinefunction, found))


def test_exceptions_call_themselves_as_the_package_does() -> None:
    import traceback

    for name in dir(telnyx):
        value = getattr(telnyx, name)
        if inspect.isclass(value) and issubclass(value, Exception):
            assert (value.__module__, value.__name__) == ("telnyx_external_connections", name)
            assert value.__qualname__ == name
    said = traceback.format_exception_only(telnyx.TelnyxError("no"))
    assert said == ["telnyx_external_connections.TelnyxError: no\n"]
