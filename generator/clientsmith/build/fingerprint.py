"""What makes a client beside its document: the generator, its tools, the templates."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__, output
from ..config import Target
from ..emit.bundled import templates_folder
from ..output.custom import custom_classes
from ..paths import content_hash

if TYPE_CHECKING:
    from ..cache import Cache
    from ..emit.artifacts import Emitter

# Whose version decides the bytes of a client, beside our own.
_TOOLS = ("black", "datamodel-code-generator")
# Whose version decides, beside theirs, what is kept for the next run.
_OTHERS = ("jinja2", "openapi-spec-validator")


@dataclass(frozen=True, slots=True)
class Workshop:
    """What makes the client of `target`, as it is when a run begins."""

    target: Target
    versions: Mapping[str, str]
    """Of each tool that decides the bytes of a client, by its name."""
    templates: tuple[Mapping[str, str], ...]
    """The bundled ones, and those before them: name to hash."""
    plugins: tuple[tuple[str, str, Mapping[str, str]], ...] = ()
    """Emitters beside clientsmith's own: name, hash of the module, hashes of the templates."""

    @classmethod
    def of(cls, target: Target, plugins: Sequence[Emitter] = ()) -> Workshop:
        """The workshop of today."""
        from importlib.metadata import version

        folders = (templates_folder(), target.templates)
        return cls(
            target,
            {name: version(name) for name in _TOOLS},
            tuple(_hashes(folder) for folder in folders if folder),
            tuple(map(_plugin, plugins)),
        )

    def fingerprint(self, documents: Mapping[str, str], lock: str | None) -> str:
        """A hash of all that a client is made of, the same on every machine and in every folder:
        each file of the document with its hash, and the text of the lock of names.
        """
        target = self.target
        content = {
            "clientsmith": __version__,
            "tools": self.versions,
            "target": target.model_dump(
                mode="json", exclude={"name", "document", "root", "output", "templates", "lock"}
            ),
            "documents": [[name, digest] for name, digest in documents.items()],
            "templates": self.templates,
            "lock": lock if target.lock is not None else None,
            "custom": custom_classes(target.package_folder / output.CUSTOM),
            **({"plugins": self.plugins} if self.plugins else {}),
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def cache(self) -> Cache:
        """The cache of the client: what is in it depends on every source that makes one."""
        from importlib.metadata import version

        from ..cache import Cache

        own = Path(__file__).parents[1]
        salt = {
            "clientsmith": __version__,
            "python": sys.version,
            "tools": {**self.versions, **{name: version(name) for name in _OTHERS}},
            "sources": {
                path.relative_to(own).as_posix(): file_hash(path) for path in generator_files()
            },
            "templates": self.templates,
            "plugins": self.plugins,
        }
        return Cache.of(self.target.package_folder, json.dumps(salt, sort_keys=True))


def generator_files() -> Iterable[Path]:
    """The generator's own source."""
    return Path(__file__).parents[1].rglob("*.py")


def file_hash(path: Path) -> str:
    return content_hash(path.read_bytes())


def _plugin(emitter: Emitter) -> tuple[str, str, Mapping[str, str]]:
    module = sys.modules[emitter.files.__module__].__file__
    source = "" if module is None else file_hash(Path(module))
    return emitter.name, source, {} if emitter.templates is None else _hashes(emitter.templates)


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): file_hash(path)
        for path in folder.rglob("*")
        if path.suffix in (".jinja", ".py") and path.is_file()
    }
