"""The files of a document: read, decoded and parsed, each once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from ..diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error
from ..limits import Limits, Watch, over
from ..paths import content_hash
from .bases import Bases
from .encoding import decode
from .json import parse_json
from .overlaid import Overlaid
from .parse_errors import too_deep, too_many
from .pointers import join_pointer, split_pointer
from .positions import File, FileKey, Text
from .references import MOUNT, Reference
from .remote import (
    Allowed,
    Pin,
    RemoteError,
    Remotes,
    copies_folder,
    copy_name,
    dump_pins,
    lock_path,
)
from .root import check_root


class _Failure(NamedTuple):
    """The reason why a file that a reference names could not be read."""

    diagnostics: tuple[Diagnostic, ...]
    first: Span
    """The place of the first reference to it, at which some of the diagnostics are."""
    problems: list[Diagnostic]

    def report(self, at: Span) -> None:
        """Add the diagnostics to `problems`, those of the first reference at the place `at`."""
        self.problems.extend(
            replace(each, span=at) if each.span == self.first else each for each in self.diagnostics
        )


class Files:
    """The files of one document, within its limits.

    A file is known by its resolved path, or by its URL on another host (`FileKey`). Its *mount* is
    the name under which its data is added to the document: `schemas/pet.yaml`; the root has none.
    """

    def __init__(
        self,
        path: Path,
        root: Path | None,
        limits: Limits,
        lenient: bool,
        allowed: Allowed,
        watch: Watch,
        overlays: Sequence[Path] = (),
    ) -> None:
        self.path = path
        self.limits = limits
        self.lenient = lenient
        self.watch = watch
        self.remotes = Remotes(path, allowed, limits)
        self.parsed: dict[FileKey, File] = {}
        self.mounts: dict[FileKey, str] = {}
        self.problems: list[Diagnostic] = []
        """What is wrong with the files and the references in them."""
        self.unfetched: list[Diagnostic] = []
        """What is wrong with files of other hosts; it may be otherwise in another run."""
        self.overlaid = Overlaid(overlays, limits, watch)
        self.has_own_root = root is not None
        """Whether references may leave the document's folder, up to the root folder."""
        self._failed: dict[FileKey, _Failure] = {}
        self._local_bases = Bases()
        self._remote_bases: dict[str, Bases] = {}
        self._bytes_read = 0
        self._nodes = 0
        name = path.as_posix()
        try:
            self.folder = path.parent.resolve()
            self.root = path.resolve()
            self.top = self.folder if root is None else root.resolve()
        except (OSError, RuntimeError, ValueError) as bad:
            raise ClientsmithError([unreadable(name, bad, Span(name, 1, 1))]) from None
        is_within = all(place.is_relative_to(self.top) for place in (self.folder, self.root))
        if root is not None and not is_within:
            message = f"'{name}' is outside of the root '{root.as_posix()}'"
            hint = "name a root that contains the document and every file it refers to"
            raise ClientsmithError([error("root", message, Span(name, 1, 1), hint)])

    def read_root(self) -> File:
        """Read the root file and return it.

        Raises:
            ClientsmithError: it cannot be read or parsed, or is no OpenAPI document.
        """
        name = self.path.as_posix()
        raw = self._content(self.path, name, Span(name, 1, 1))
        root = self._parse(name, raw, json_only=self.path.suffix.lower() == ".json")
        if self.overlaid.paths:
            self.overlaid.read(self.root, self.read_alone)
            self._overlay(self.root, root)
        check_root(root)
        self.parsed[self.root] = root
        self.mounts[self.root] = ""
        # The path may be a symbolic link; its references are relative to the link.
        here = self.folder.relative_to(self.top) / self.path.name
        self._local_bases.add(self.root, f"file:///{quote(here.as_posix())}", root)
        return root

    def load(self, key: FileKey, at: Span) -> bool:
        """Read a file unless it was read before; report and return false if that fails.

        `at` is the place of the reference to it.
        """
        if key in self.parsed:
            return True
        if (failure := self._failed.get(key)) is not None:
            failure.report(at)
            return False
        try:
            if len(self.parsed) + len(self._failed) >= self.limits.files:
                message = "the document refers to too many files"
                raise ClientsmithError([over("files", self.limits.files, message, at)])
            self._add(key, at)
        except ClientsmithError as bad:
            problems = self.unfetched if isinstance(bad, RemoteError) else self.problems
            self._failed[key] = failure = _Failure(bad.diagnostics, at, problems)
            failure.report(at)
            return False
        return True

    def bases(self, key: FileKey) -> Bases:
        """Return the URIs by which a file may refer to files and schemas.

        A file of another host has those of its own alone: its `$id` neither stands for a local file
        nor resolves to one.
        """
        return self._remote_bases[key] if isinstance(key, str) else self._local_bases

    def prefix(self, key: FileKey) -> str:
        """Return the pointer under which a file's data is added to the document."""
        mount = self.mounts[key]
        return join_pointer(MOUNT, mount) if mount else ""

    def mounted(self) -> list[tuple[FileKey, str]]:
        """Return each file but the root with its mount, sorted by mount."""
        return sorted(
            ((key, mount) for key, mount in self.mounts.items() if mount), key=lambda item: item[1]
        )

    def span(self, key: FileKey, reference: Reference) -> Span:
        """Return the place of a reference in a file."""
        inner = f"{reference.pointer}{join_pointer(reference.key)}"
        file = self.parsed[key]
        return file.value_span(split_pointer(inner), self.prefix(key) + inner)

    def digests(self) -> Iterator[tuple[Path, str]]:
        """Yield the path and hash of each file on which the document depends.

        Of other hosts these are the copies and the lock. A file that a lenient run does without has
        an empty hash, so that a later run notices when it is there.
        """
        yield self.path, self.parsed[self.root].digest
        for key, mount in self.mounted():
            if isinstance(key, Path):
                yield self.path.parent / mount, self.parsed[key].digest
        yield from self.overlaid.digests()
        for key in self._failed:
            if isinstance(key, Path):
                yield self.path.parent / os.path.relpath(key, self.folder), ""
        pins: dict[str, Pin] = {}
        for url, pin, _ in self.remotes.found.values():
            pins[url] = pin
            yield copies_folder(self.path) / copy_name(url, pin.digest), pin.digest
        if pins:
            yield lock_path(self.path), content_hash(dump_pins(pins).encode())

    def _add(self, key: FileKey, at: Span) -> None:
        """Read and parse a file, and add it under its mount."""
        if isinstance(key, str):
            remote = self.remotes.read(key, self.limits.bytes - self._bytes_read, at)
            self._bytes_read += len(remote.content)
            mount = name = key
            raw, base, path = remote.content, remote.pin.place, urlsplit(key).path
        else:
            mount = path = Path(os.path.relpath(key, self.folder)).as_posix()
            name = os.path.normpath(self.path.parent / mount).replace(os.sep, "/")
            raw = self._content(key, name, at)
            base = f"file:///{quote(key.relative_to(self.top).as_posix())}"
        file = self._parse(name, raw, json_only=path.lower().endswith(".json"))
        self._overlay(key, file)
        if not isinstance(file.data, dict | list):
            message = "a file that a $ref names must contain a mapping or a list"
            raise ClientsmithError([error("document", message, Span(name, 1, 1))])
        self.parsed[key] = file
        self.mounts[key] = mount
        if isinstance(key, str):
            self._remote_bases[key] = Bases()
        self.bases(key).add(key, base, file)

    def read_alone(self, path: Path) -> File:
        """Read and parse a file that need not be part of the document, such as an overlay.

        Raises:
            ClientsmithError: it cannot be read or parsed.
        """
        name = path.as_posix()
        raw = self._content(path, name, Span(name, 1, 1))
        return self._parse(name, raw, json_only=path.suffix.lower() == ".json")

    def _overlay(self, key: FileKey, file: File) -> None:
        """Apply the overlays of a file, and count the values that they add."""
        before = file.nodes
        self.overlaid.apply(key, file)
        self._nodes += file.nodes - before
        if self._nodes > self.limits.nodes:
            raise ClientsmithError([too_many(file.span(0), self.limits)])

    def _parse(self, name: str, raw: bytes, *, json_only: bool) -> File:
        text = decode(name, raw)
        try:
            file = _parsed(text, self.limits, self.watch, json_only=json_only, lenient=self.lenient)
        except RecursionError:
            raise ClientsmithError([too_deep(text.span(0), self.limits)]) from None
        self._nodes += file.nodes
        if self._nodes > self.limits.nodes:
            raise ClientsmithError([too_many(text.span(0), self.limits)])
        file.digest = content_hash(raw)
        return file

    def _content(self, path: Path, name: str, at: Span) -> bytes:
        """Return the bytes of a file; no more are read than the limit leaves."""
        allowed = self.limits.bytes - self._bytes_read
        try:
            if path.is_dir():
                raise ClientsmithError([_is_folder(path, name, at)])
            if path.exists() and not path.is_file():
                raise ClientsmithError([error("file", f"'{name}' is not a regular file", at)])
            with path.open("rb") as stream:
                raw = stream.read(allowed + 1)
        except (OSError, ValueError) as bad:
            raise ClientsmithError([unreadable(name, bad, at)]) from None
        if len(raw) > allowed:
            message = f"the document has too many bytes; '{name}' exceeds the limit"
            raise ClientsmithError([over("bytes", self.limits.bytes, message, at)])
        self._bytes_read += len(raw)
        return raw


def _parsed(text: Text, limits: Limits, watch: Watch, *, json_only: bool, lenient: bool) -> File:
    """Parse a text as JSON or YAML; `json_only` is for a file that is named `.json`."""
    if json_only:
        return parse_json(text, limits)
    if text.text.lstrip()[:1] in ("{", "["):
        # JSON in a file of another name; what is no JSON may be YAML in flow style: `{a: 1}`.
        try:
            return parse_json(text, limits)
        except ClientsmithError as bad:
            if any(diagnostic.code != "syntax" for diagnostic in bad.diagnostics):
                raise
    # Imported here since most documents are JSON, which does not need PyYAML.
    from .yaml import YamlReader

    return YamlReader(text, limits, watch, lenient=lenient).read()


def _is_folder(path: Path, name: str, at: Span) -> Diagnostic:
    documents = sorted(
        entry.name
        for entry in path.iterdir()
        if entry.suffix in (".yaml", ".yml", ".json") and entry.is_file()
    )
    hint = (
        f"name the document in it: {(PurePosixPath(name) / documents[0])}"
        if documents
        else "name the document itself"
    )
    return error("file", f"'{name}' is a folder", at, hint)


def unreadable(name: str, bad: Exception, at: Span) -> Diagnostic:
    """Return the diagnostic for an exception that reading a path raised."""
    if isinstance(bad, FileNotFoundError):
        path = Path(name)
        try:
            siblings = os.listdir(path.parent)
        except (OSError, ValueError):
            siblings = []
        hint = did_you_mean(path.name, siblings)
        return error("file", f"the file '{name}' does not exist", at, hint)
    if isinstance(bad, PermissionError):
        hint = "check its permissions"
        return error("file", f"'{name}' cannot be read: permission denied", at, hint)
    if isinstance(bad, RuntimeError):
        return error("file", f"'{name}' is a symbolic link that leads back to itself", at)
    reason = bad.strerror if isinstance(bad, OSError) and bad.strerror else str(bad)
    return error("file", f"'{name}' cannot be read: {reason}", at)
