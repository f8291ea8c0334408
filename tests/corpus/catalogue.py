"""The list of documents, and the packages that ship them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

LIST = Path(__file__).with_name("documents.toml")

# What a name becomes part of: a folder, a package of Python, a row of a table.
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MEMBER = re.compile(r"(?!/)(?!.*(^|/)\.\.(/|$))[^\\\0]+")


@dataclass(frozen=True, slots=True)
class Package:
    """A package of a registry, at one version."""

    registry: Literal["npm", "pypi"]
    name: str
    version: str
    licence: str
    """As the package declares it; that of a document within can differ."""

    @property
    def key(self) -> str:
        return f"{self.registry}:{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the corpus, and where it stands."""

    name: str
    package: Package
    path: str
    """The root document's member of the package's archive."""
    folder: str | None = None
    """The folder of the archive whose documents the root refers to; None for one file."""

    @property
    def source(self) -> str:
        return f"{self.package.key}:{self.path}"


def read(path: Path = LIST) -> tuple[Entry, ...]:
    """Every document of a list, by name.

    Raises:
        ValueError: a name is odd or twice there, or a path leads out of its archive.
    """
    with open(path, "rb") as file:
        tables = cast("list[dict[str, Any]]", tomllib.load(file)["package"])
    entries = [entry for table in tables for entry in _entries(table)]
    names = [entry.name for entry in entries]
    for name in names:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a document: use a-z, 0-9 and single hyphens")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"two documents have the name {twice[0]!r}")
    return tuple(sorted(entries, key=lambda entry: entry.name))


def _entries(table: Mapping[str, Any]) -> list[Entry]:
    if table["registry"] not in ("npm", "pypi"):
        raise ValueError(f"{table['registry']!r} is neither npm nor pypi")
    package = Package(table["registry"], table["name"], table["version"], table["licence"])
    found: list[Entry] = []
    for name, place in table["documents"].items():
        where = {"path": place} if isinstance(place, str) else place
        for member in where.values():
            if not _MEMBER.fullmatch(member):
                raise ValueError(f"{member!r} is no path within an archive")
        found.append(Entry(name, package, where["path"], where.get("folder")))
    return found
