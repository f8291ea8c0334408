"""Reads files of an earlier commit from a git repository, without touching its work tree."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..diagnostics import ClientsmithError, error
from ..paths import shown

_LINK, _SUBMODULE = "120000", "160000"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of a repository, as somebody named it."""

    top: Path
    """The folder of the repository's work tree."""
    name: str
    """`main`, `v1.2`, `HEAD~3`."""
    identifier: str

    def relative(self, path: Path) -> str:
        """Return a path of the work tree as git has it, relative to the repository.

        Raises:
            ClientsmithError: it is outside of the repository (code `git-outside`).
        """
        try:
            inner = Path(os.path.abspath(path)).relative_to(self.top)
        except ValueError:
            try:
                inner = path.resolve().relative_to(self.top.resolve())
            except ValueError:
                message = f"{shown(path)!r} is not in the repository {shown(self.top)!r}"
                raise ClientsmithError([error("git-outside", message, None)]) from None
        return inner.as_posix()

    def names(self, folders: Iterable[str]) -> list[str]:
        """Return the paths of all regular files that are in these folders, or are one of them."""
        asked = sorted(set(folders))
        if not asked:
            return []
        if "." in asked:
            asked = []
        command = ["ls-tree", "-r", "-z", "--full-tree", self.identifier, "--", *asked]
        found: list[str] = []
        for line in _git(self.top, command).decode("utf-8", "surrogateescape").split("\0"):
            head, _, name = line.partition("\t")
            # What a link leads to may be anywhere, and a submodule is another repository.
            if name and head.partition(" ")[0] not in (_LINK, _SUBMODULE):
                found.append(name)
        return found

    def read(self, names: Sequence[str]) -> dict[str, bytes]:
        """Return the content of each of these files that the commit has."""
        wanted = [name for name in names if "\n" not in name]
        asked = "".join(f"{self.identifier}:{name}\n" for name in wanted)
        output = _git(self.top, ["cat-file", "--batch"], asked.encode("utf-8", "surrogateescape"))
        found: dict[str, bytes] = {}
        at = 0
        for name in wanted:
            end = output.index(b"\n", at)
            head = output[at:end].rsplit(b" ", 2)
            at = end + 1
            if len(head) == 3 and head[2].isdigit():
                size = int(head[2])
                if head[1] == b"blob":
                    found[name] = output[at : at + size]
                at += size + 1
        return found

    def extract(self, names: Sequence[str], folder: Path) -> None:
        """Write these files of the commit below a folder."""
        for name, content in self.read(names).items():
            if ".." in PurePosixPath(name).parts:
                continue
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def find_commit(folder: Path, name: str) -> Commit:
    """Return the commit that a name stands for in the repository around a folder.

    Raises:
        ClientsmithError: there is no git (`git-missing`), no repository (`git-none`) or no such
            commit (`git-unknown`).
    """
    top = _git(folder, ["rev-parse", "--show-toplevel"], problem=("git-none", folder, name))
    command = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    identifier = _git(folder, command, problem=("git-unknown", folder, name))
    return Commit(Path(os.fsdecode(top).rstrip("\n")), name, identifier.decode().strip())


def unmerged(path: Path) -> dict[int, str]:
    """Return the texts of a file that a git merge left unmerged, by their stage in the index.

    Stage 1 is what both sides come from, 2 ours, 3 theirs (gitrevisions). It is empty for a file
    that is merged, and where there is no git or no repository.
    """
    try:
        listed = _git(path.parent, ["ls-files", "--unmerged", "-z", "--", f"./{path.name}"])
        found: dict[int, str] = {}
        for line in listed.decode("utf-8", "surrogateescape").split("\0"):
            if line:
                _, identifier, stage = line.partition("\t")[0].split(" ")
                blob = _git(path.parent, ["cat-file", "blob", identifier])
                found[int(stage)] = blob.decode("utf-8", "replace")
        return found
    except ClientsmithError:
        return {}


def _git(
    folder: Path,
    command: Sequence[str],
    given: bytes = b"",
    problem: tuple[str, Path, str] | None = None,
) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *command], input=given, capture_output=True, check=False
        )
    except OSError:
        message = "git is not installed, and --since reads the old document from it"
        raise ClientsmithError([error("git-missing", message, None)]) from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    if problem is None:
        raise ClientsmithError([error("git-failed", f"git {command[0]} failed: {said}", None)])
    code, place, name = problem
    if code == "git-none":
        message = f"{shown(place)!r} is not in a git repository"
        # Such as a repository of another user, which git refuses to read.
        hint = said if "safe.directory" in said else "name the old document in place of --since"
    else:
        message, hint = f"the repository has no commit {name!r}", "fetch it, or name another one"
    raise ClientsmithError([error(code, message, None, hint)])
