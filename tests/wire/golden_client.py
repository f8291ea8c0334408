"""The client of a golden case, made anew and imported."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType

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
