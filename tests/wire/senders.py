"""Clients of both kinds over every transport that ships, called in the same words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import httpx
import httpx_aiohttp
import telnyx_external_connections as telnyx
from telnyx_external_connections._runtime.transports.aiohttp import AiohttpTransport
from telnyx_external_connections._runtime.transports.pyreqwest import (
    AsyncPyreqwestTransport,
    PyreqwestTransport,
)

from .golden_client import faces
from .server import Answer, Server, json_answer

KEY = "S3CRET-KEY"
ITEM = json_answer({"data": {"id": "1"}})
SENDERS = {
    "httpx2": (False, None),
    "httpx": (False, httpx.HTTPTransport),
    "httpx2 async": (True, None),
    "httpx async": (True, httpx.AsyncHTTPTransport),
    "aiohttp": (True, AiohttpTransport),
    "httpx-aiohttp": (True, httpx_aiohttp.AiohttpTransport),
    "pyreqwest": (False, PyreqwestTransport),
    "pyreqwest async": (True, AsyncPyreqwestTransport),
}


@dataclass(frozen=True)
class Sender:
    """A client of some kind over a transport of some kind."""

    name: str
    server: Server

    def run(
        self,
        act: Callable[[Any], Any],
        package: Any = telnyx,
        name: str = "Telnyx",
        **settings: Any,
    ) -> Any:
        is_async, make = SENDERS[self.name]
        given: dict[str, Any] = {"base_url": f"{self.server.url}/api", "max_retries": 0}
        given |= settings
        if make is None:
            return faces(package, name)[is_async].run(act, **given)
        transport: Any = make()

        async def course(client: Any) -> Any:
            try:
                return await act(client)
            finally:
                await transport.aclose()

        try:
            face = faces(package, name)[is_async]
            return face.run(course if is_async else act, transport=transport, **given)
        finally:
            if not is_async:
                transport.close()

    def retrieve(self, **settings: Any) -> Any:
        given = {"api_key": KEY, **settings}
        return self.run(lambda client: client.external_connections.retrieve("1"), **given)


def walk(sender: Sender, pages: ModuleType, name: str) -> list[Any]:
    """The items of a list, walked to its end."""
    if not SENDERS[sender.name][0]:
        return sender.run(lambda client: list(getattr(client, name).list()), pages, "Pages")

    async def items(client: Any) -> list[Any]:
        return [item async for item in getattr(client, name).list()]

    return sender.run(items, pages, "Pages")


def page(name: str, url: str) -> Answer:
    """A page that names the next one: in its body, or in a header."""
    if name == "repos":
        return json_answer([{"id": "a"}], Link=f"<{url}>; rel=next")
    return json_answer({"data": [{"id": "a"}], "links": {"next": url}})
