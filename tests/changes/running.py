"""Runs the programs of clients against a server, in a process of their own.

Nothing here is made from the IR of clientsmith, nor imports it: what a server does comes from the
text of its document alone.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import warnings
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from ..conformance.document import load
from .prism_served import bundled, prisms
from .served import Server


def run(server: str, folder: Path, count: int, names: Sequence[str]) -> None:
    """Run every use of every program, and write which raised what into `ran.json`."""
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(folder))
    found: dict[str, dict[int, str]] = {}
    with ExitStack() as stack:
        if server == "prism":
            served = stack.enter_context(prisms(bundled(folder, names)))
        for name in names:
            answering: Any = served[name] if server == "prism" else Server(folder / f"{name}.json")
            found[name] = _ran(name, answering, count, _base_url(folder / f"{name}.json"))
    (folder / "ran.json").write_text(json.dumps(found))


def _base_url(document: Path) -> str | None:
    """Return a URL for a document without one: no servers, or one that is a path alone."""
    servers = load(document).get("servers") or [{}]
    url = str(servers[0].get("url", ""))
    return None if "://" in url else f"https://server.example.com{url}".rstrip("/")


def _ran(name: str, server: Any, count: int, base_url: str | None) -> dict[int, str]:
    try:
        module: Any = importlib.import_module(f"uses_{name}")
        client = _client(importlib.import_module(f"{name}.client"), server, base_url)
    except Exception as problem:
        return dict.fromkeys(range(count), f"{problem!r:.200}")
    found: dict[int, str] = {}
    for at in range(count):
        try:
            getattr(module, f"use_{at}")(client, server)
        except Exception as problem:
            found[at] = f"{problem!r:.200}"
    return found


def _client(package: Any, server: Any, base_url: str | None) -> Any:
    kind = package.Client
    given = {
        name: "KEY"
        for name, parameter in inspect.signature(kind).parameters.items()
        if "TokenTypes" in str(parameter.annotation)
    }
    if base_url is not None:
        given["base_url"] = base_url
    return kind(**given, max_retries=0, transport=server)


if __name__ == "__main__":
    run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
