"""The client of a golden case, made anew and imported."""

from __future__ import annotations

import asyncio
import inspect
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType
from typing import Any

from clientsmith.pipeline import generate
from tests.golden import golden

CASES = Path(golden.__file__).parent


class Clients:
    """The packages of `tests/golden/<case>`: each generated once in a session, by whichever of its
    processes is first, and imported once in each process.
    """

    def __init__(self, shared: Path) -> None:
        self._shared = shared

    def __call__(self, case: str) -> ModuleType:
        """Return the imported package of a case."""
        folder = str(self.folder(case))
        if folder not in sys.path:
            sys.path.insert(0, folder)
            invalidate_caches()
        return import_module(golden.target(CASES / case).package)

    def folder(self, case: str) -> Path:
        """Return the folder that has the package of a case."""
        folder = self._shared / case
        if not folder.exists():
            mine = self._shared / f".{case}-{os.getpid()}"
            target = golden.target(CASES / case, mine)
            generate(target.model_copy(update={"output": mine, "lock": None}))
            try:
                mine.rename(folder)
            except OSError:
                shutil.rmtree(mine)  # Another process has been first.
        return folder


@contextmanager
def anew(case: str, clients: Clients) -> Iterator[ModuleType]:
    """Import the package of a case anew: for tests of what the import loads."""
    package = golden.target(CASES / case).package
    folder = clients.folder(case)

    def modules() -> list[str]:
        return [name for name in sys.modules if name.partition(".")[0] == package]

    kept = {name: sys.modules.pop(name) for name in modules()}
    sys.path.insert(0, str(folder))
    try:
        invalidate_caches()
        yield import_module(package)
    finally:
        sys.path.remove(str(folder))
        for name in modules():
            del sys.modules[name]
        sys.modules.update(kept)


@dataclass(frozen=True)
class Face:
    """One of the two clients, called in the same words."""

    client: Callable[..., Any]
    """The class."""
    is_async: bool

    def run(self, act: Callable[..., Any], /, **settings: Any) -> Any:
        """What `act(client)` gives; on the asynchronous client it is awaited where it can be."""
        if not self.is_async:
            with self.client(**settings) as client:
                return act(client)

        async def course() -> Any:
            async with self.client(**settings) as client:
                result = act(client)
                return await result if inspect.isawaitable(result) else result

        return asyncio.run(course())


def faces(package: ModuleType, name: str) -> tuple[Face, Face]:
    """Both clients of a package."""
    return Face(getattr(package, name), False), Face(getattr(package, f"Async{name}"), True)


async def gathered(stream: Any, most: int | None = None) -> list[Any]:
    """The items of an asynchronous iterator, or the first of them."""
    items: list[Any] = []
    async for item in stream:
        items.append(item)
        if len(items) == most:
            break
    return items
