"""How this clientsmith was installed, and the command that adds a package to it."""

from __future__ import annotations

import json
import shlex
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

Origin = dict[str, Any]


def origin() -> Origin:
    """Return where this clientsmith came from (direct_url.json, PEP 610); empty if that is unknown.

    It is unknown where the package came from an index, and where it was never installed.
    """
    try:
        text = distribution("clientsmith").read_text("direct_url.json")
        found: object = json.loads(text) if text else {}
        return cast("Origin", found) if isinstance(found, dict) else {}
    except (PackageNotFoundError, ValueError):
        return {}


def command_to_add(requirement: str, prefix: Path | None = None) -> str:
    """Return the command that adds a package to the environment that clientsmith runs in.

    `prefix` is the folder of the environment, by default the one that runs.
    """
    prefix = prefix or Path(sys.prefix)
    package = shlex.quote(requirement)
    if (prefix / "pipx_metadata.json").is_file():
        return f"pipx inject clientsmith {package}"
    if (prefix / "uv-receipt.toml").is_file():
        return f"uv tool install --with {package} {shlex.quote(_source(origin()))}"
    python = shlex.quote(sys.executable)
    if find_spec("pip") is None:
        # Such as an environment that uv made.
        return f"uv pip install --python {python} {package}"
    return f"{python} -m pip install {package}"


def _source(origin: Origin) -> str:
    """Return what an installer takes for this clientsmith: a folder, a repository, or its name."""
    url = str(origin.get("url") or "clientsmith")
    if isinstance(origin.get("vcs_info"), dict):
        vcs = cast("Origin", origin["vcs_info"])
        return f"{vcs.get('vcs', 'git')}+{url}@{vcs.get('commit_id', 'HEAD')}"
    parts = urlsplit(url)
    return unquote(parts.path) if parts.scheme == "file" else url
