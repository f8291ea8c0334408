"""Hashes of what a client is made of: its document, the generator, its tools and templates."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__, output
from ..config import Target
from ..emit.bundled import templates_folder
from ..output.custom import custom_classes
from ..paths import content_hash

if TYPE_CHECKING:
    from ..cache import Cache
    from ..emit.artifacts import Emitter

# Tools whose version decides the bytes of a client.
_TOOLS = ("black", "datamodel-code-generator")
# Tools whose version decides, besides those, what is in the cache.
_OTHERS = ("jinja2", "openapi-spec-validator")
# Settings that do not change a byte of a client: where things are, and what a report says of them.
_NO_PART = (
    *("name", "document", "overlays", "root", "output", "templates", "lock"),
    *("accepted", "type_breaks", "distribution"),
)


@dataclass(frozen=True, slots=True)
class Toolchain:
    """The generator, tools and templates that make the client of `target`."""

    target: Target
    versions: Mapping[str, str]
    """Of each tool that decides the bytes of a client, by its name."""
    templates: tuple[Mapping[str, str], ...]
    """The bundled ones, and those before them: name to hash."""
    plugins: tuple[tuple[str, str, Mapping[str, str]], ...] = ()
    """Emitters beside clientsmith's own: name, hash of the module, hashes of the templates."""

    @classmethod
    def of(cls, target: Target, plugins: Sequence[Emitter] = ()) -> Toolchain:
        """Return the generator, the tools and the templates as they are now."""
        folders = (templates_folder(), target.templates)
        return cls(
            target,
            {name: _version(name) for name in _TOOLS},
            tuple(_hashes(folder) for folder in folders if folder),
            tuple(map(_plugin, plugins)),
        )

    @property
    def runtime(self) -> dict[str, str]:
        """The hash of each module of the bundled runtime, by its path inside a client."""
        return {
            f"_{name}": digest
            for name, digest in self.templates[0].items()
            if name.startswith("runtime/")
        }

    def fingerprint(
        self, documents: Mapping[str, str], lock: str | None, old_names: str | None = None
    ) -> str:
        """Return a hash of everything that the client is made of.

        `documents` has the hash of each file of the document by its path, `lock` is the text of the
        lock of names, `old_names` that of the names that the client had. The result is the same on
        every machine and in every folder.
        """
        target = self.target
        content = {
            "clientsmith": __version__,
            "tools": self.versions,
            "target": self.settings(),
            "documents": [[name, digest] for name, digest in documents.items()],
            "templates": self.templates,
            "lock": lock if target.lock is not None else None,
            "custom": custom_classes(target.package_folder / output.CUSTOM),
            **({"plugins": self.plugins} if self.plugins else {}),
            **({"old names": old_names} if old_names else {}),
        }
        return _hash(content)

    def causes(self, documents: Mapping[str, str], lock: str | None) -> dict[str, str]:
        """Return a hash of each thing that may be the cause of a change between two runs."""
        return {
            "document": _hash([[name, digest] for name, digest in documents.items()]),
            "configuration": _hash([self.settings(), lock]),
            "templates": _hash([self.templates, self.plugins]),
            "clientsmith": __version__,
        }

    def settings(self) -> dict[str, Any]:
        """Return the settings of the target that decide the bytes of a client."""
        settings = self.target.model_dump(mode="json", exclude=set(_NO_PART))
        if self.target.overlays:
            # Their order counts, and not in which folder they are.
            settings["overlays"] = self.target.overlay_names
        return settings

    def cache(self, of: Path | None = None) -> Cache:
        """Open the cache of the client, whose entries depend on every source that makes one.

        `of` is the path that the cache is of, in place of the client's folder.
        """
        from ..cache import Cache

        own = Path(__file__).parents[1]
        salt = {
            "clientsmith": __version__,
            "python": sys.version,
            "tools": {**self.versions, **{name: _version(name) for name in _OTHERS}},
            "sources": {
                path.relative_to(own).as_posix(): _source_hash(path) for path in generator_files()
            },
            "templates": self.templates,
            "plugins": self.plugins,
        }
        return Cache.of(of or self.target.package_folder, json.dumps(salt, sort_keys=True))


def _hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def generator_files() -> Iterable[Path]:
    """Yield the Python files of clientsmith itself."""
    return Path(__file__).parents[1].rglob("*.py")


def lock_text(target: Target) -> str | None:
    """Return the text of the lock of a target's names; None where there is none."""
    return _text(target.lock)


def old_names_text(target: Target) -> str | None:
    """Return the text of the file of a target's old names; None where there is none."""
    return _text(target.old_names)


def _text(path: Path | None) -> str | None:
    return path.read_text(encoding="utf-8") if path is not None and path.is_file() else None


def relative_hashes(files: Mapping[Path, str], folder: Path) -> dict[str, str]:
    """Return the hash of each file of a document, by its path relative to a folder."""
    return {
        Path(os.path.relpath(path, folder)).as_posix(): digest for path, digest in files.items()
    }


def file_hash(path: Path) -> str:
    return content_hash(path.read_bytes())


def _source_hash(path: Path) -> str:
    """Return the hash of a source or template, which is read again only when it has changed.

    A run for ten targets, and each round of `clientsmith watch`, asks for all of them.
    """
    now = path.stat()
    return _hash_of_state(path, now.st_mtime_ns, now.st_size, now.st_ino)


@lru_cache(4096)
def _hash_of_state(path: Path, modified: int, size: int, inode: int) -> str:
    return file_hash(path)


@cache
def _version(tool: str) -> str:
    from importlib.metadata import version

    return version(tool)


def _plugin(emitter: Emitter) -> tuple[str, str, Mapping[str, str]]:
    module = sys.modules[emitter.files.__module__].__file__
    source = "" if module is None else file_hash(Path(module))
    return emitter.name, source, {} if emitter.templates is None else _hashes(emitter.templates)


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): _source_hash(path)
        for path in folder.rglob("*")
        # `report/` has the page of `clientsmith diff`, which is no part of a client.
        if path.suffix in (".jinja", ".py") and path.is_file() and path.parent.name != "report"
    }
