"""Documents and configurations as they were at an earlier commit."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..config import Target, load_targets, named_paths
from ..diagnostics import ClientsmithError, Diagnostic, error, with_paths
from ..paths import near, shown
from .git import Commit, find_commit

_SUFFIXES = (".yaml", ".yml", ".json", ".lock")
"""The ends of the names of files that a document may refer to, and of the locks beside it."""


@dataclass(frozen=True, slots=True)
class Past:
    """A folder with files of an earlier commit, at the same paths as in the repository."""

    commit: Commit
    folder: Path

    def shown(self, text: str) -> str:
        """Return a text, which may be a path, with paths of its files as `git show` takes them.

        `'/tmp/clientsmith-1/specs/pets.yaml' is a folder` becomes `'v1.2:specs/pets.yaml' is …`.
        """
        absolute = os.path.abspath(text) if "\0" not in text else text
        if absolute.startswith(f"{self.folder}{os.sep}"):
            return f"{self.commit.name}:{Path(absolute).relative_to(self.folder).as_posix()}"
        # Messages have the folder as it is, or relative to the current one.
        for folder in (self.folder, near(self.folder)):
            for spelling in (str(folder), folder.as_posix()):
                for separator in (os.sep, "/", ""):
                    text = text.replace(spelling + separator, f"{self.commit.name}:")
        return text

    def document(self, path: Path, root: Path | None = None) -> Path:
        """Return the path of a document as it was; `path` is where it is now.

        `root` is the folder of all files that it refers to; its own where that is None.

        Raises:
            ClientsmithError: the commit has no such document.
        """
        self._extract((path, path.parent) if root is None else (path, root))
        old = self.folder / self.commit.relative(path)
        if not old.exists():
            raise ClientsmithError([self._missing(path)])
        return old

    def targets(self, file: Path) -> tuple[dict[str, Target], dict[str, Diagnostic]]:
        """Return the targets of a configuration as it was, and why others are not among them.

        Where there was no configuration, today's is taken.
        """
        name = self.commit.relative(file)
        self.commit.extract([name], self.folder)
        old = self.folder / name
        if not old.exists():
            old.parent.mkdir(parents=True, exist_ok=True)
            old.write_bytes(file.read_bytes())
        found: dict[str, Target] = {}
        lost: dict[str, Diagnostic] = {}
        for target, paths in named_paths(old).items():
            here = tuple(self._today(path) for path in paths)
            self._extract(here)
            if not paths[0].exists():
                lost[target] = self._missing(here[0])
                continue
            (found[target],) = load_targets(old.parent, [target], file=old, is_alone=True)
        return found, lost

    def _today(self, path: Path) -> Path:
        """Return where a file of the commit is in the work tree."""
        inner = os.path.relpath(os.path.abspath(path), self.folder)
        return Path(os.path.normpath(self.commit.top / inner))

    def _extract(self, paths: tuple[Path, ...]) -> None:
        """Write the files at these paths and in these folders, and those beside the first path.

        A document refers to files beside it or below, unless another root is among the paths.
        """
        asked = {self.commit.relative(path) for path in paths}
        folder = self.commit.relative(paths[0].parent)
        names = [
            name
            for name in self.commit.names(asked | {folder})
            if name.endswith(_SUFFIXES) or any(_is_in(name, each) for each in asked)
        ]
        self.commit.extract(names, self.folder)

    def _missing(self, path: Path) -> Diagnostic:
        message = f"{self.commit.name!r} has no document {shown(path)!r}"
        return error("git-document", message, None, "name a later commit")


def _is_in(name: str, folder: str) -> bool:
    return name == folder or name.startswith(f"{folder}/")


@contextmanager
def open_past(folder: Path, name: str) -> Generator[Past]:
    """Open the commit of a name in the repository around a folder, until the end of the context.

    Raises:
        ClientsmithError: there is no such repository or commit.
    """
    commit = find_commit(folder, name)
    with TemporaryDirectory(prefix="clientsmith-") as place:
        past = Past(commit, Path(os.path.realpath(place)))
        try:
            yield past
        except ClientsmithError as problem:
            # The configuration, a lock or a document of the commit may be what is wrong.
            found = (with_paths(each, past.shown) for each in problem.diagnostics)
            raise ClientsmithError(found) from problem
