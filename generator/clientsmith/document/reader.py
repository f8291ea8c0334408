"""One document from its files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, cast
from urllib.parse import quote, unquote, urlsplit

from ..diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error, nearest, warning
from ..limits import Limits, Watch, over
from ..paths import content_hash
from ..urls import RefusedURL, is_remote
from .bases import Bases, Resource
from .chains import follow, next_reference
from .document import Document
from .encoding import decode
from .expansion import expanded
from .faults import too_deep, too_many
from .json import parse_json
from .pointers import exists, join_pointer, split_pointer
from .positions import File, FileKey, Text
from .references import ASTRAY, MOUNT, Reference, recursive_anchor, references_in, refused
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
from .unfold import Remark, unfold

_OUTSIDE = "name a folder that holds all of the document with --root, or as `root` of the target"


class _Failure(NamedTuple):
    """Why a file that was referred to from a place could not be read."""

    diagnostics: tuple[Diagnostic, ...]
    first: Span
    reported: list[Diagnostic]

    def report(self, at: Span) -> None:
        """Add the reasons to those reported, that of the reference itself at another place."""
        self.reported.extend(
            replace(each, span=at) if each.span == self.first else each for each in self.diagnostics
        )


class Reader:
    """Loads the root, then each file a `$ref` reaches, and makes every reference local."""

    def __init__(
        self,
        path: Path,
        limits: Limits,
        lenient: bool,
        allowed: Allowed,
        watch: Watch,
        root: Path | None = None,
    ) -> None:
        self.path = path
        self.bounds = root
        self.limits = limits
        self.lenient = lenient
        self.watch = watch
        self.astray: dict[str, Diagnostic] = {}
        self.remotes = Remotes(path, allowed, limits)
        self.problems: list[Diagnostic] = []
        self.not_had: list[Diagnostic] = []
        self.bytes_read = 0
        self.nodes = 0
        self.files: dict[FileKey, File] = {}
        self.failed: dict[FileKey, _Failure] = {}
        self.mounts: dict[FileKey, str] = {}
        self.pending: list[tuple[FileKey, str]] = []
        self.seen: set[int] = set()
        self.local_bases = Bases()
        self.remote_bases: dict[str, Bases] = {}
        self.references: list[tuple[FileKey, Reference]] = []
        self.ambiguous: dict[str, Span] = {}

    def read(self) -> Document:
        name = self.path.as_posix()
        try:
            self.folder = self.path.parent.resolve()
            self.root = self.path.resolve()
            self.top = self.folder if self.bounds is None else self.bounds.resolve()
        except (OSError, RuntimeError, ValueError) as bad:
            raise ClientsmithError([unreadable(name, bad, Span(name, 1, 1))]) from None
        places = (self.folder, self.root)
        bounds = self.bounds
        if bounds is not None and not all(place.is_relative_to(self.top) for place in places):
            message = f"'{name}' is not in the root '{bounds.as_posix()}'"
            hint = "the root is a folder that holds the document and all that it refers to"
            raise ClientsmithError([error("root", message, Span(name, 1, 1), hint)])
        raw = self._bytes(self.path, name, Span(name, 1, 1))
        root = self._parsed(name, raw, json_only=self.path.suffix.lower() == ".json")
        check_root(root)
        self.files[self.root] = root
        self.mounts[self.root] = ""
        # The document may be a link to another place.
        here = self.folder.relative_to(self.top) / self.path.name
        self.local_bases.add(self.root, f"file:///{quote(here.as_posix())}", root)
        self.pending.append((self.root, ""))
        followed: set[tuple[FileKey, str]] = set()
        while self.pending:
            # Many a part is referred to from hundreds of places.
            if (start := self.pending.pop()) not in followed:
                followed.add(start)
                self._follow(*start)
        mounted = {mount: self.files[key] for key, mount in self._others()}
        if mounted:
            root.data[MOUNT] = {mount: file.data for mount, file in mounted.items()}
        self._check_chains(root.data)
        if self.problems or self.not_had:
            raise ClientsmithError([*self.problems, *self.not_had])
        document = Document(
            path=self.path,
            data=root.data,
            files=dict(self._digests()),
            warnings=tuple(self._warnings(root, *mounted.values())),
            _root=root,
            _mounted=mounted,
            astray=self.astray,
            remote=tuple(self.remotes.found.values()),
        )
        return self._unfolded(document)

    def _others(self) -> list[tuple[FileKey, str]]:
        """Every file but the root, and its mount."""
        return sorted(
            ((key, mount) for key, mount in self.mounts.items() if mount), key=lambda item: item[1]
        )

    def _digests(self) -> Iterator[tuple[Path, str]]:
        yield self.path, self.files[self.root].digest
        for key, mount in self._others():
            if isinstance(key, Path):
                yield self.path.parent / mount, self.files[key].digest
        for key in self.failed:
            if isinstance(key, Path):
                # A run that went on without it is to be made again when it is there.
                yield self.path.parent / os.path.relpath(key, self.folder), ""
        pins: dict[str, Pin] = {}
        for url, pin, _ in self.remotes.found.values():
            pins[url] = pin
            yield copies_folder(self.path) / copy_name(url, pin.digest), pin.digest
        if pins:
            yield lock_path(self.path), content_hash(dump_pins(pins).encode())

    def _unfolded(self, document: Document) -> Document:
        prefixes = {key: self._prefix(key) for key in self.files}
        placed = (
            reference._replace(pointer=prefix + reference.pointer) if prefix else reference
            for key, reference in self.references
            for prefix in (prefixes[key],)
        )
        unfolding = unfold(document.data, placed)
        remarks = [self._remarked(document, remark) for remark in unfolding.remarks]
        for moves in unfolding.moves:
            document = document.rearranged(document.data, moves)
        if unfolding.shares:
            self._check_expansion(document)
        return document.rearranged(document.data, {}, remarks)

    def _check_expansion(self, document: Document) -> None:
        """Refuse what is too large where it is written out, and cut each ring at one place."""
        whole = expanded(document.data)
        top = self.files[self.root].span(0)
        if whole.nodes > self.limits.nodes:
            raise ClientsmithError([too_many(top, self.limits)])
        if whole.depth > self.limits.depth:
            raise ClientsmithError([too_deep(top, self.limits)])
        for holder, key, pointer in whole.rings:
            message = "what the $ref here leads to holds that $ref itself"
            place = join_pointer(ASTRAY, len(self.astray))
            hint = "write one of them out"
            self.astray[place] = error("ref-cycle", message, document.span(pointer), hint)
            holder[key] = {"$ref": f"#{place}"}

    def _remarked(self, document: Document, remark: Remark) -> Diagnostic:
        """Return a remark as a diagnostic: an error where names are lost, if not leniently."""
        message = remark.message
        if (astray := self.astray.get(remark.target)) is not None:
            message = f"{astray.message}; {message}"
        make = error if remark.target and not self.lenient else warning
        return make(remark.code, message, document.key_span(remark.pointer), remark.hint)

    def _warnings(self, *files: File) -> Iterator[Diagnostic]:
        for file in files:
            yield from file.warnings
        for name, span in self.ambiguous.items():
            message = f"several schemas have the $dynamicAnchor '{name}'; the nearest one is taken"
            hint = "a client's types are decided before it runs"
            yield warning("dynamic-ref", message, span, hint)

    def _parsed(self, name: str, raw: bytes, *, json_only: bool) -> File:
        text = decode(name, raw)
        try:
            file = _parse(text, self.limits, self.watch, json_only=json_only, lenient=self.lenient)
        except RecursionError:
            raise ClientsmithError([too_deep(text.span(0), self.limits)]) from None
        self.nodes += file.nodes
        if self.nodes > self.limits.nodes:
            raise ClientsmithError([too_many(text.span(0), self.limits)])
        file.digest = content_hash(raw)
        return file

    def _bytes(self, path: Path, name: str, at: Span) -> bytes:
        allowed = self.limits.bytes - self.bytes_read
        try:
            if path.is_dir():
                raise ClientsmithError([is_folder(path, name, at)])
            if path.exists() and not path.is_file():
                told = error("file", f"'{name}' is not a regular file", at)
                raise ClientsmithError([told])
            with path.open("rb") as stream:
                raw = stream.read(allowed + 1)
        except (OSError, ValueError) as bad:
            raise ClientsmithError([unreadable(name, bad, at)]) from None
        if len(raw) > allowed:
            what = f"the document has more bytes than it may ('{name}' passes the limit)"
            raise ClientsmithError([over("bytes", self.limits.bytes, what, at)])
        self.bytes_read += len(raw)
        return raw

    def _follow(self, key: FileKey, start: str) -> None:
        file = self.files[key]
        for reference in references_in(file.data, start, self.seen):
            self.watch.check()
            if reference.key == "$recursiveRef":
                anchor = recursive_anchor(file.data, reference.pointer)
                if anchor is None:
                    continue
                del reference.holder["$recursiveRef"]
                reference.holder["$ref"] = f"#{anchor}"
                reference = reference._replace(key="$ref")
            told = len(self.problems)
            target = self._target(key, file, reference)
            if target is None:
                # A union does without the names that its discriminator maps to what is not there.
                if self.lenient or reference.pointer.endswith("/discriminator/mapping"):
                    self._lead_nowhere(file, reference, self.problems[told:])
                    del self.problems[told:]
                    if reference.of_names:
                        self.references.append((key, reference))
                continue
            there, pointer = target
            if reference.key == "$dynamicRef":
                self._note_dynamic(key, file, reference)
                del reference.holder["$dynamicRef"]
                reference = reference._replace(key="$ref")
            reference.holder[reference.key] = f"#{self._prefix(there)}{pointer}"
            self.references.append((key, reference))
            self.pending.append((there, pointer))

    def _lead_nowhere(self, file: File, reference: Reference, told: list[Diagnostic]) -> None:
        """Keep what is wrong with a reference for the check of the document."""
        message, at = f"'{reference.text}' cannot be read", self._span(file, reference)
        if told:
            message, place = told[0].message, told[0].span
            if place is not None and place != at:
                message = f"{place.file}:{place.line}:{place.column}: {message}"
        pointer = join_pointer(ASTRAY, len(self.astray))
        self.astray[pointer] = error("ref-astray", message, at)
        reference.holder[reference.key] = f"#{pointer}"

    def _prefix(self, key: FileKey) -> str:
        """The pointer under which a file stands in the document."""
        mount = self.mounts[key]
        return join_pointer(MOUNT, mount) if mount else ""

    def _note_dynamic(self, key: FileKey, file: File, reference: Reference) -> None:
        # At run time the outermost schema with the anchor would be meant; a type is the static one.
        name = unquote(reference.text.partition("#")[2])
        if self._bases(key).is_ambiguous(name) and name not in self.ambiguous:
            self.ambiguous[name] = self._span(file, reference)

    def _bases(self, key: FileKey) -> Bases:
        """The URIs that a file may refer by. One of another host knows its own alone: what it says
        that it is called is neither taken for a local file nor leads to one.
        """
        return self.remote_bases[key] if isinstance(key, str) else self.local_bases

    def _target(self, key: FileKey, file: File, reference: Reference) -> tuple[FileKey, str] | None:
        """The file and the pointer in it that a reference means; None once a problem is told."""
        location, _, fragment = reference.text.partition("#")
        bases = self._bases(key)
        known = bases.find(key, reference.pointer, location)
        if known is None:
            there = self._target_file(key, file, reference, location) if location else key
            if there is None:
                return None
            known, bases = Resource(there, ""), self._bases(there)
        fragment = unquote(fragment)
        if fragment == "/" and self.lenient:
            # By RFC 6901 the member whose name is empty; whoever writes it means the whole file.
            data = self.files[known.file].data
            fragment = fragment if exists(data, known.pointer + fragment) else ""
        if not fragment or fragment.startswith("/"):
            # Many a schema has an `$id` and yet refers to others by their place in the file.
            data = self.files[known.file].data
            inner = known.pointer + fragment
            in_file = inner != fragment and not exists(data, inner) and exists(data, fragment)
            return known.file, fragment if in_file else inner
        pointer = bases.anchor(known, fragment)
        if pointer is None:
            message = f"'{reference.text}' names an anchor that no schema of the file has"
            self._tell(file, reference, "ref-anchor", message, "a pointer begins with '#/'")
            return None
        return known.file, pointer

    def _target_file(
        self, key: FileKey, file: File, reference: Reference, location: str
    ) -> FileKey | None:
        if isinstance(key, str):
            return self._remote_file(file, reference, location, self.remotes.found[key].pin.place)
        if is_remote(location):
            return self._remote_file(file, reference, location)
        decoded = unquote(location)
        refusal = refused(location) or refused(decoded)
        if refusal:
            self._tell(file, reference, *refusal)
            return None
        mount = self.mounts[key]
        base = self.folder / PurePosixPath(mount).parent if mount else self.folder
        if not mount and (base / decoded).absolute() == self.path.absolute():
            return key
        try:
            there = (base / decoded).resolve()
        except (OSError, RuntimeError, ValueError) as bad:
            span = self._span(file, reference)
            self.problems.append(unreadable(decoded, bad, span))
            return None
        if there == self.root:
            return there
        if not there.is_relative_to(self.top):
            place = "the document's folder" if self.bounds is None else "the root"
            message = f"'{reference.text}' leaves {place}"
            self._tell(file, reference, "ref-outside", message, _OUTSIDE)
            return None
        return there if self._has(there, self._span(file, reference)) else None

    def _remote_file(
        self, file: File, reference: Reference, location: str, base: str = ""
    ) -> str | None:
        try:
            url = self.remotes.checked(location, base)
        except RefusedURL as bad:
            self._tell(file, reference, "ref-remote", f"'{location}' {bad.why}", bad.hint)
            return None
        return url if self._has(url, self._span(file, reference)) else None

    def _has(self, key: FileKey, at: Span) -> bool:
        """Return whether a file is read, now at the latest; report why if it is not."""
        if key in self.files:
            return True
        if (failure := self.failed.get(key)) is not None:
            failure.report(at)
            return False
        try:
            if len(self.files) + len(self.failed) >= self.limits.files:
                told = "the document has too many files"
                raise ClientsmithError([over("files", self.limits.files, told, at)])
            self._add(key, at)
        except ClientsmithError as bad:
            reported = self.not_had if isinstance(bad, RemoteError) else self.problems
            self.failed[key] = failure = _Failure(bad.diagnostics, at, reported)
            failure.report(at)
            return False
        return True

    def _add(self, key: FileKey, at: Span) -> None:
        if isinstance(key, str):
            remote = self.remotes.read(key, self.limits.bytes - self.bytes_read, at)
            self.bytes_read += len(remote.content)
            mount = name = key
            raw, base, path = remote.content, remote.pin.place, urlsplit(key).path
        else:
            mount = path = Path(os.path.relpath(key, self.folder)).as_posix()
            name = os.path.normpath(self.path.parent / mount).replace(os.sep, "/")
            raw = self._bytes(key, name, at)
            base = f"file:///{quote(key.relative_to(self.top).as_posix())}"
        file = self._parsed(name, raw, json_only=path.lower().endswith(".json"))
        if not isinstance(file.data, dict | list):
            told = "a file reached by $ref holds a mapping or a list, this one does not"
            raise ClientsmithError([error("document", told, Span(name, 1, 1))])
        self.files[key] = file
        self.mounts[key] = mount
        if isinstance(key, str):
            self.remote_bases[key] = Bases()
        self._bases(key).add(key, base, file)

    def _check_chains(self, data: dict[str, Any]) -> None:
        """A `$ref` to a `$ref` to a `$ref`: finite, and no longer than allowed."""
        lengths: dict[str, int] = {}
        for key, reference in self.references:
            if _chain_length(data, reference.target, lengths) > self.limits.ref_chain:
                told = "a $ref leads to a $ref too many times in a row"
                span = self._span(self.files[key], reference)
                self.problems.append(over("ref_chain", self.limits.ref_chain, told, span))

    def _tell(self, file: File, reference: Reference, code: str, message: str, hint: str) -> None:
        self.problems.append(error(code, message, self._span(file, reference), hint))

    def _span(self, file: File, reference: Reference) -> Span:
        inner = f"{reference.pointer}{join_pointer(reference.key)}"
        mount = next(self.mounts[key] for key, known in self.files.items() if known is file)
        prefix = join_pointer(MOUNT, mount) if mount else ""
        found = file.places.find(split_pointer(inner))
        return file.span(found.value, prefix + inner)


def _chain_length(data: dict[str, Any], pointer: str, lengths: dict[str, int]) -> int:
    """How many places a `$ref` to `pointer` passes, a ring once; `lengths` has those known."""
    chain = follow(pointer, lambda at: None if at in lengths else next_reference(data, at))
    length = 0
    for place in reversed(chain.pointers):
        length = lengths.setdefault(place, length + 1)
    return length


def _parse(text: Text, limits: Limits, watch: Watch, *, json_only: bool, lenient: bool) -> File:
    if json_only:
        return parse_json(text, limits)
    if text.text.lstrip()[:1] in ("{", "["):
        # JSON under another name; what is no JSON may still be YAML's flow style.
        try:
            return parse_json(text, limits)
        except ClientsmithError as bad:
            if any(diagnostic.code != "syntax" for diagnostic in bad.diagnostics):
                raise
    # Most documents are JSON, and their readers need not wait for YAML's to be imported.
    from .yaml import YamlReader

    return YamlReader(text, limits, watch, lenient=lenient).read()


def check_root(file: File) -> None:
    data: Any = file.data
    top = file.span(0)
    told: Diagnostic | None = None
    if data is None:
        told = error("document", "the document is empty", top, "it begins with: openapi: 3.1.0")
    elif not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "no mapping"
        told = error(
            "document",
            f"the top level is {kind}; an OpenAPI document is a mapping",
            top,
            "it begins with: openapi: 3.1.0",
        )
    elif MOUNT in data:
        told = error(
            "document",
            f"the key '{MOUNT}' is kept for clientsmith",
            file.span(file.places.find([MOUNT]).key, f"/{MOUNT}"),
            "rename it",
        )
    elif "openapi" not in data and "swagger" in data:
        told = _unread_swagger(file, "swagger")
    elif "openapi" not in data and "swaggerVersion" in data:
        told = _unread_swagger(file, "swaggerVersion")
    elif "openapi" not in data:
        near = nearest("openapi", cast("dict[str, Any]", data))
        told = error(
            "document",
            "the key 'openapi' is missing: nothing says that this is an OpenAPI document",
            file.span(file.places.find([near]).key) if near else top,
            "rename the key to 'openapi'" if near else "it begins with: openapi: 3.1.0",
        )
    if told:
        raise ClientsmithError([told])


def _unread_swagger(file: File, key: str) -> Diagnostic | None:
    """Return the error that a version of Swagger is not read; None for 2.0."""
    version = str(file.data[key])
    if key == "swagger" and version in ("2.0", "2"):
        return None
    hint = "write the version the document follows, such as openapi: 3.1.0"
    if version.startswith("1"):
        hint = (
            "convert it first, such as by `npx api-spec-converter --from=swagger_1 --to=openapi_3`"
        )
    elif key == "swaggerVersion":
        hint = "Swagger 2.0 begins with: swagger: '2.0'"
    return error(
        "swagger",
        f"Swagger '{version}' is not read; 2.0 is, and OpenAPI 3.0, 3.1 and 3.2",
        file.span(file.places.find([key]).key, join_pointer(key)),
        hint,
    )


def is_folder(path: Path, name: str, at: Span) -> Diagnostic:
    usual = sorted(
        entry.name
        for entry in path.iterdir()
        if entry.suffix in (".yaml", ".yml", ".json") and entry.is_file()
    )
    hint = (
        f"name the document in it: {(PurePosixPath(name) / usual[0])}"
        if usual
        else "name the document itself"
    )
    return error("file", f"'{name}' is a folder", at, hint)


def unreadable(name: str, bad: Exception, at: Span) -> Diagnostic:
    if isinstance(bad, FileNotFoundError):
        path = Path(name)
        try:
            siblings = os.listdir(path.parent)
        except (OSError, ValueError):
            siblings = []
        return error("file", f"there is no file '{name}'", at, did_you_mean(path.name, siblings))
    if isinstance(bad, PermissionError):
        return error("file", f"'{name}' may not be read by this user", at, "look at its mode")
    if isinstance(bad, RuntimeError):
        return error("file", f"'{name}' is a link that leads back to itself", at)
    reason = bad.strerror if isinstance(bad, OSError) and bad.strerror else str(bad)
    return error("file", f"'{name}' cannot be read: {reason}", at)
