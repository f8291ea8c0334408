"""Where requests go: the document's servers, their variables, and those of single operations."""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients
from .server import Answer, Server, serving

CALLS = ("main", "health", "files")


class Recorder:
    """A transport that keeps the URLs."""

    def __init__(self, package: ModuleType) -> None:
        self._package = package
        self.urls: list[str] = []

    def send(self, request: Any, timeout: object) -> Any:
        self.urls.append(request.url)
        return self._package.Response(204)

    def close(self) -> None: ...


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("servers")


def urls(package: ModuleType, **given: Any) -> list[str]:
    recorder = Recorder(package)
    with package.Servers(transport=recorder, **given) as client:
        for name in CALLS:
            getattr(client, name).retrieve()
    return recorder.urls


def test_the_first_server_and_the_defaults_of_its_variables(package: ModuleType) -> None:
    assert urls(package) == [
        "https://eu.servers.example:443/v2/main",
        "https://eu.servers.example:443/health",
        "https://files-eu.servers.example/store/files",
    ]


def test_variables_are_arguments(package: ModuleType) -> None:
    assert urls(package, region="us", port="8443", base_path="v3/beta") == [
        "https://us.servers.example:8443/v3/beta/main",
        "https://us.servers.example:8443/health",
        "https://files-us.servers.example/store/files",
    ]


def test_a_base_url_takes_the_place_of_every_server(package: ModuleType, monkeypatch: Any) -> None:
    sandbox = "https://sandbox.servers.example"
    expected = [f"{sandbox}/v2/main", f"{sandbox}/health", f"{sandbox}/v2/files"]
    assert urls(package, base_url=f"{sandbox}/v2") == expected
    assert urls(package, base_url="https://{region}.test", region="us")[0] == "https://us.test/main"
    monkeypatch.setenv("SERVERS_BASE_URL", f"{sandbox}/v2/")
    assert urls(package) == expected
    monkeypatch.delenv("SERVERS_BASE_URL")
    recorder = Recorder(package)
    client = package.Servers(transport=recorder).with_options(base_url=sandbox)
    client.files.retrieve()
    assert recorder.urls == [f"{sandbox}/files"]


@pytest.mark.parametrize(
    "given",
    [
        {"region": "mars"},
        {"port": "443/evil.example"},
        {"port": "443@evil.example"},
        {"base_path": "v2?x"},
        {"port": ""},
        {"base_url": "https://{other}.example"},
    ],
)
def test_what_leads_elsewhere_is_refused(given: dict[str, str], package: ModuleType) -> None:
    with pytest.raises(package.ServersError):
        package.Servers(**given)


def test_an_asynchronous_call(package: ModuleType) -> None:
    async def run(server: Server) -> None:
        async with package.AsyncServers(base_url=f"{server.url}/v2") as client:
            await client.main.retrieve()
            await client.health.retrieve()
            await client.files.retrieve()

    with serving() as server:
        server.will(Answer(204))
        asyncio.run(run(server))
        assert [sent.target for sent in server.sent] == ["/v2/main", "/health", "/v2/files"]


def test_without_a_server_a_base_url_is_asked_for(tmp_path: Any) -> None:
    from clientsmith.config import ad_hoc_target
    from clientsmith.pipeline import make

    for text, url in (("[{url: /api/v3}]", "/api/v3"), ("[]", "")):
        path = tmp_path / "openapi.yaml"
        path.write_text(
            f'{{openapi: 3.1.0, info: {{title: T, version: "1"}}, servers: {text}, paths: {{}}}}'
        )
        files = make(ad_hoc_target(path, "t", None, tmp_path)).files
        assert f'base_url="{url}",' in files["client.py"]
