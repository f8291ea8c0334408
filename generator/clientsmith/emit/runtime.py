"""`_runtime/`: the hand-written modules that the client needs, copied as they are."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Api
from .artifacts import Artifact, Settings
from .bundled import runtime_names
from .runtime_modules import runtime_modules


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the modules of the runtime that the client uses."""
    for name in runtime_names(runtime_modules(api)):
        yield Artifact(f"_runtime/{name}", "python", f"runtime/{name}")
