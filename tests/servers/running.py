"""Running an application on loopback, and generating the client of its document."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType
from typing import Any

import uvicorn

from clientsmith.config import load_targets
from clientsmith.pipeline import generate
from tests.wire.server import until


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Serve an ASGI application in a thread. Gives its URL."""
    config = uvicorn.Config(app, port=0, log_config=None, lifespan="off", ws="none", http="h11")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until(lambda: server.started or not thread.is_alive())
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def made(folder: Path, document: Mapping[str, Any], package: str, settings: str = "") -> ModuleType:
    """Generate the client of a document into a folder, by a configuration. Returns the package."""
    (folder / "openapi.json").write_text(json.dumps(document), "utf-8")
    named = f'document = "openapi.json"\noutput = "."\npackage = "{package}"\n'
    (folder / "clientsmith.toml").write_text(f"[targets.app]\n{named}{settings}", "utf-8")
    (target,) = load_targets(folder)
    generate(target)
    sys.path.insert(0, str(folder))
    try:
        invalidate_caches()
        return import_module(package)
    finally:
        sys.path.remove(str(folder))
