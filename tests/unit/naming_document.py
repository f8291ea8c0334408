"""A document made for a test of names, analyzed under some rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.identifiers.lock import NameLock
from clientsmith.identifiers.rules import NameRules
from clientsmith.ir import Api


def api_of(paths: dict[str, Any], lock: NameLock, components: dict[str, Any] | None = None) -> Api:
    """Return the API of a document with these paths and schemas, under a lock of names."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Names", "version": "1"},
        "servers": [{"url": "https://names.test"}],
        "paths": paths,
        "components": {"schemas": components or {}},
    }
    with TemporaryDirectory() as folder:
        path = Path(folder, "openapi.json")
        path.write_text(json.dumps(document), encoding="utf-8")
        target = ad_hoc_target(path, "names", None, Path(folder))
        return analyze(read(path), target, lock)


def named_types(
    paths: dict[str, Any], rules: NameRules, components: dict[str, Any] | None = None
) -> Mapping[str, str]:
    """Return the class name of each schema that has one, by its pointer."""
    return api_of(paths, NameLock(rules=rules), components).types
