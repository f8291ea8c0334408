"""The client of a golden case, made anew and imported."""

from __future__ import annotations

import asyncio
import inspect
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


@contextmanager
def golden_client(case: str, folder: Path) -> Iterator[ModuleType]:
    """The package of `tests/golden/<case>`, written into `folder`; forgotten in the end."""
    target = golden.target(CASES / case, folder)
    target = target.model_copy(update={"output": folder, "lock": None})
    generate(target)
    sys.path.insert(0, str(folder))
    try:
        invalidate_caches()
        yield import_module(target.package)
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == target.package]:
            del sys.modules[name]


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
