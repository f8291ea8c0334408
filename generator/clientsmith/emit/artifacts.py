"""The result of an emitter: files of a client, each with all that its text depends on.

A new kind of file is an emitter, a template and a line in `emitters.EMITTERS`. The cache, the
proof, the formatting and the output look at artifacts alone, never at emitters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..ir import Api

Kind = Literal["python", "markdown", "json", "toml", "text"]
"""The language of a file, which decides how it is formatted and proven."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a target that emitters use."""

    templates: Path | None = None
    """The folder of the templates that take precedence over those of the emitters."""


def _no_variables(_: object) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of a client that is not printed yet.

    `inputs` is everything that the text depends on: nodes of the IR, and tuples, dicts and frozen
    dataclasses of them. The file is printed again only when their `repr` changes, and it is proven
    by printing it once more of inputs in which placeholders stand for every text of the document.
    """

    path: str
    """Inside the package, with `/` between folders."""
    kind: Kind
    template: str
    """The name of a template. A file that is not called `*.jinja` is copied as it is."""
    view: Callable[[Any], Mapping[str, object]] = _no_variables
    """A function of a module, from `inputs` to the variables of the template."""
    inputs: Any = ()
    prepare: Callable[[Sequence[Any]], object] | None = None
    """Called with the inputs of all artifacts that have the same function, before any view is made:
    for work that costs less when it is done for many files at once.
    """

    @property
    def is_copied(self) -> bool:
        """Whether the file is that of the emitter to the byte, without a text of the document."""
        return not self.template.endswith(".jinja")


@dataclass(frozen=True, slots=True)
class Emitter:
    """Makes one kind of file: `files` returns the artifacts of an API."""

    name: str
    files: Callable[[Api, Settings], Iterable[Artifact]]
    templates: Path | None = None
    """The folder of its templates, where they are not among clientsmith's own."""


def artifacts_of(api: Api, settings: Settings, emitters: Iterable[Emitter]) -> tuple[Artifact, ...]:
    """Return the artifacts of all emitters, sorted by path.

    Raises:
        ValueError: two emitters give a file of the same path.
    """
    found: dict[str, Artifact] = {}
    for emitter in emitters:
        for artifact in emitter.files(api, settings):
            if artifact.path in found:
                raise ValueError(f"two emitters give {artifact.path!r}, the last is {emitter.name}")
            found[artifact.path] = artifact
    return tuple(found[path] for path in sorted(found))
