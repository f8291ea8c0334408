"""The overlays of a document: read, and applied to its files as these are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import ClientsmithError, Diagnostic, warning
from ..limits import Limits, Watch
from .positions import File, FileKey

if TYPE_CHECKING:
    from .overlays import Overlay


UNMATCHED = "overlay-unmatched"
"""The code of the warning that an action matches nothing."""


class Overlaid:
    """The overlays of a document, each with the file that it changes.

    That is the root file, or the other file of the document that `extends` names.
    """

    def __init__(self, paths: Sequence[Path], limits: Limits, watch: Watch) -> None:
        self.paths = tuple(paths)
        self._limits = limits
        self._watch = watch
        self._overlays: list[tuple[Path, FileKey, Overlay]] = []
        self._applied: set[FileKey] = set()
        self._warnings: list[Diagnostic] = []

    @property
    def files(self) -> tuple[File, ...]:
        """The parsed files of the overlays."""
        return tuple(overlay.file for _, _, overlay in self._overlays)

    def read(self, root: Path, parse: Callable[[Path], File]) -> None:
        """Read all overlays of the document whose root file is `root`.

        Raises:
            ClientsmithError: with all that is wrong with them.
        """
        # It takes longer to import than a run without overlays may wait.
        from .overlays import overlay_of

        problems: list[Diagnostic] = []
        for path in self.paths:
            try:
                overlay = overlay_of(parse(path))
            except ClientsmithError as bad:
                problems.extend(bad.diagnostics)
                continue
            self._overlays.append((path, self._extended(overlay, root), overlay))
            self._warnings.extend(overlay.warnings)
        if problems:
            raise ClientsmithError(problems)

    def _extended(self, overlay: Overlay, root: Path) -> FileKey:
        """Return the file that an overlay changes, with a warning if `extends` names no file."""
        from .overlays import extended_file

        path = extended_file(overlay)
        if path is None:
            return root
        try:
            resolved = path.resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            message = f"'extends' names '{overlay.extends}', which does not exist"
            hint = f"the overlay changes '{root.name}'; correct 'extends', or remove it"
            place = overlay.file.value_span(("extends",))
            self._warnings.append(warning("overlay-extends", message, place, hint))
            return root
        return resolved

    def apply(self, key: FileKey, file: File) -> None:
        """Change a file by its overlays, in order.

        Raises:
            ClientsmithError: an overlay cannot be applied.
        """
        if not self._overlays:
            return
        from .overlays import apply

        for _, extended, overlay in self._overlays:
            if extended == key:
                self._applied.add(key)
                self._warnings.extend(apply(file, overlay, self._limits, self._watch))

    def digests(self) -> Iterator[tuple[Path, str]]:
        """Yield the path and hash of each overlay."""
        for path, _, overlay in self._overlays:
            yield path, overlay.file.digest

    def warnings(self) -> Iterator[Diagnostic]:
        """Yield the warnings of all overlays, also that one changed no file of the document."""
        yield from self._warnings
        for _, extended, overlay in self._overlays:
            if extended not in self._applied:
                message = f"'extends' names '{overlay.extends}', which the document does not use"
                hint = "the overlay changes nothing; name the document itself, or remove 'extends'"
                place = overlay.file.value_span(("extends",))
                yield warning("overlay-extends", message, place, hint)


def unmatched(warnings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return as errors the warnings that an action of an overlay matches nothing."""
    return tuple(replace(each, severity="error") for each in warnings if each.code == UNMATCHED)
