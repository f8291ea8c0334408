"""Read one document from its files: follow each reference and make it local."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..diagnostics import ClientsmithError, Diagnostic, Span, error, warning
from ..limits import Limits, Watch, over
from .chains import follow, next_reference
from .document import Document
from .expansion import expanded
from .files import Files
from .normalize import Remark, normalize
from .parse_errors import too_deep, too_many
from .pointers import join_pointer
from .positions import File, FileKey
from .references import DANGLING, MOUNT, Reference, recursive_anchor, references_in
from .remote import Allowed
from .resolve import resolve


class Reader:
    """Reads the root file and each file that a `$ref` reaches, and makes every reference local.

    `$ref: pet.yaml#/Pet` becomes `$ref: "#/x-clientsmith-files/pet.yaml/Pet"`, and the data of
    `pet.yaml` is added to that of the root file under `x-clientsmith-files`. Only what is reached
    from the root is followed, so an unused part of another file may be faulty.
    """

    def __init__(
        self,
        path: Path,
        limits: Limits,
        lenient: bool,
        allowed: Allowed,
        watch: Watch,
        root: Path | None = None,
        overlays: Sequence[Path] = (),
    ) -> None:
        self._path = path
        self._limits = limits
        self._lenient = lenient
        self._watch = watch
        self._files = Files(path, root, limits, lenient, allowed, watch, overlays)
        self._pending: list[tuple[FileKey, str]] = []
        """The file and pointer of values that are reached and not yet searched for references."""
        self._visited: set[int] = set()
        """The ids of the mappings that were searched."""
        self._references: list[tuple[FileKey, Reference]] = []
        self._dangling: dict[str, Diagnostic] = {}
        self._ambiguous: dict[str, Span] = {}
        """The first `$dynamicRef` to each `$dynamicAnchor` that several schemas have."""

    def read(self) -> Document:
        """Return the document.

        Raises:
            ClientsmithError: with all problems of its files and references.
        """
        root = self._files.read_root()
        self._follow_all()
        files = {mount: self._files.parsed[key] for key, mount in self._files.mounted()}
        if files:
            root.data[MOUNT] = {mount: file.data for mount, file in files.items()}
        self._check_chains(root.data)
        problems = [*self._files.problems, *self._files.unfetched]
        if problems:
            raise ClientsmithError(problems)
        document = Document(
            path=self._path,
            data=root.data,
            files=dict(self._files.digests()),
            warnings=tuple(self._warnings(root, *files.values())),
            _root=root,
            _mounted=files,
            dangling=self._dangling,
            remote=tuple(self._files.remotes.found.values()),
            overlays=self._files.overlaid.files,
        )
        return self._normalized(document)

    def _follow_all(self) -> None:
        self._pending.append((self._files.root, ""))
        searched: set[tuple[FileKey, str]] = set()
        while self._pending:
            # Many values are referred to from hundreds of places.
            if (start := self._pending.pop()) not in searched:
                searched.add(start)
                self._follow(*start)

    def _follow(self, key: FileKey, start: str) -> None:
        """Make each reference at or below a pointer of a file local, and queue what it names."""
        file = self._files.parsed[key]
        problems = self._files.problems
        for reference in references_in(file.data, start, self._visited):
            self._watch.check()
            if reference.key == "$recursiveRef":
                anchor = recursive_anchor(file.data, reference.pointer)
                if anchor is None:
                    continue
                del reference.holder["$recursiveRef"]
                reference.holder["$ref"] = f"#{anchor}"
                reference = reference._replace(key="$ref")
            count = len(problems)
            resource = resolve(self._files, key, reference)
            if resource is None:
                # Without an entry of its discriminator's mapping a union still works.
                if self._lenient or reference.pointer.endswith("/discriminator/mapping"):
                    self._dangle(key, reference, problems[count:])
                    del problems[count:]
                    if reference.of_names:
                        self._references.append((key, reference))
                continue
            if reference.key == "$dynamicRef":
                self._note_dynamic(key, reference)
                del reference.holder["$dynamicRef"]
                reference = reference._replace(key="$ref")
            prefix = self._files.prefix(resource.file)
            reference.holder[reference.key] = f"#{prefix}{resource.pointer}"
            self._references.append((key, reference))
            self._pending.append((resource.file, resource.pointer))

    def _dangle(self, key: FileKey, reference: Reference, problems: list[Diagnostic]) -> None:
        """Make a reference lead nowhere, and keep why for the validation of the document."""
        message, at = f"'{reference.text}' cannot be read", self._files.span(key, reference)
        if problems:
            message, place = problems[0].message, problems[0].span
            if place is not None and place != at:
                message = f"{place.file}:{place.line}:{place.column}: {message}"
        pointer = join_pointer(DANGLING, len(self._dangling))
        self._dangling[pointer] = error("ref-dangling", message, at)
        reference.holder[reference.key] = f"#{pointer}"

    def _note_dynamic(self, key: FileKey, reference: Reference) -> None:
        # A validator picks the outermost schema with the `$dynamicAnchor` while it runs; a type is
        # fixed before, by the anchor that a plain `$ref` would find.
        name = unquote(reference.text.partition("#")[2])
        if self._files.bases(key).is_ambiguous(name) and name not in self._ambiguous:
            self._ambiguous[name] = self._files.span(key, reference)

    def _check_chains(self, data: dict[str, Any]) -> None:
        """Report each reference whose chain of `$ref`s is longer than the limit."""
        lengths: dict[str, int] = {}
        for key, reference in self._references:
            if _chain_length(data, reference.target, lengths) > self._limits.ref_chain:
                message = "too many $refs lead to one another in a row here"
                span = self._files.span(key, reference)
                self._files.problems.append(
                    over("ref_chain", self._limits.ref_chain, message, span)
                )

    def _warnings(self, *files: File) -> Iterator[Diagnostic]:
        for file in files:
            yield from file.warnings
        yield from self._files.overlaid.warnings()
        for name, span in self._ambiguous.items():
            message = f"several schemas have $dynamicAnchor '{name}'; the nearest one is used"
            hint = "write a $ref to the right schema"
            yield warning("dynamic-ref", message, span, hint)

    def _normalized(self, document: Document) -> Document:
        prefixes = {key: self._files.prefix(key) for key in self._files.parsed}
        references = (
            reference._replace(pointer=prefix + reference.pointer) if prefix else reference
            for key, reference in self._references
            for prefix in (prefixes[key],)
        )
        result = normalize(document.data, references)
        warnings = [self._diagnostic(document, remark) for remark in result.remarks]
        for moves in result.moves:
            document = document.rearranged(document.data, moves)
        if result.has_shared_parts:
            self._check_expansion(document)
        return document.rearranged(document.data, {}, warnings)

    def _check_expansion(self, document: Document) -> None:
        """Check the size of data whose parts are shared, and break each ring of data at one place.

        Raises:
            ClientsmithError: it has too many nodes or levels, with each part counted in each place.
        """
        whole = expanded(document.data)
        top = self._files.parsed[self._files.root].span(0)
        if whole.nodes > self._limits.nodes:
            raise ClientsmithError([too_many(top, self._limits)])
        if whole.depth > self._limits.depth:
            raise ClientsmithError([too_deep(top, self._limits)])
        for holder, key, pointer in whole.rings:
            message = "the value that this $ref names contains this $ref"
            place = join_pointer(DANGLING, len(self._dangling))
            hint = "write the value here in full, without the $ref"
            self._dangling[place] = error("ref-cycle", message, document.span(pointer), hint)
            holder[key] = {"$ref": f"#{place}"}

    def _diagnostic(self, document: Document, remark: Remark) -> Diagnostic:
        """Return a remark as a diagnostic: an error if names are lost and reading is strict."""
        message = remark.message
        if (dangling := self._dangling.get(remark.target)) is not None:
            message = f"{dangling.message}; {message}"
        make = error if remark.target and not self._lenient else warning
        return make(remark.code, message, document.key_span(remark.pointer), remark.hint)


def _chain_length(data: dict[str, Any], pointer: str, lengths: dict[str, int]) -> int:
    """Return how many values the chain of `$ref`s at a pointer has, those of a ring once.

    `lengths` keeps what is known: with `{"/c": 1}` and `/a` → `/b` → `/c`, the length of `/a` is 3.
    """
    chain = follow(pointer, lambda at: None if at in lengths else next_reference(data, at))
    length = 0
    for place in reversed(chain.pointers):
        length = lengths.setdefault(place, length + 1)
    return length
