"""Artifacts → files: each printed, formatted and proven, or taken from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..cache import Cache
from ..diagnostics import ClientsmithError, Diagnostic
from ..emit.artifacts import Artifact
from ..emit.format import formatted
from ..emit.render import Printer, Templates, prepare, printer_of
from ..limits import UNWATCHED, Watch
from ..verify.kinds import problems
from ..verify.leaks import Leak, Twins, find_leak
from .children import shared
from .keys import Hashes, keys_of


@dataclass(frozen=True, slots=True)
class Made:
    """A file of a client; with `problems` or a `leak` it is none that a client may have."""

    path: str
    text: str
    problems: tuple[Diagnostic, ...] = ()
    leak: Leak | None = None


def produce(
    artifacts: Sequence[Artifact],
    templates: Templates,
    *,
    cache: Cache | None = None,
    hashes: Hashes | None = None,
    on_progress: Callable[[int], None] | None = None,
    watch: Watch = UNWATCHED,
) -> dict[str, Made]:
    """Return the file of every artifact by its path, in their order.

    A file that was printed and proven before, of the same inputs and by the same sources, comes
    from the `cache`, for which the last run of this process made `hashes`. `on_progress` gets the
    number of files that are done.

    Raises:
        ClientsmithError: it takes longer than the `watch` allows.
    """
    made: dict[str, Made] = {}
    keys = keys_of(artifacts, cache, hashes) if cache is not None else {}
    for path, key in keys.items():
        text = cache.get(key) if cache is not None else None
        if text is not None:
            made[path] = Made(path, text)
    missing = [artifact for artifact in artifacts if artifact.path not in made]
    for file in make_files(missing, templates, watch):
        made[file.path] = file
        if on_progress is not None:
            on_progress(len(made))
        if cache is not None and file.path in keys and not file.problems and file.leak is None:
            cache.put(keys[file.path], file.text)
    return {artifact.path: made[artifact.path] for artifact in artifacts}


def make_files(
    artifacts: Sequence[Artifact], templates: Templates, watch: Watch = UNWATCHED
) -> Iterator[Made]:
    """Yield the files of these artifacts: printed, formatted and proven."""
    printer = printer_of(templates)
    try:
        watch.check()
        prepare(artifacts)
    except ClientsmithError as error:
        # That the time is over is no file's problem, and one of the engine no file's alone.
        watch.check()
        yield from (Made(artifact.path, "", error.diagnostics) for artifact in artifacts)
        return

    def make(part: Sequence[Artifact]) -> Iterator[Made]:
        twins = Twins()
        for artifact in part:
            watch.check()
            yield _made(artifact, printer, twins)

    yield from shared(artifacts, make)


def _made(artifact: Artifact, printer: Printer, twins: Twins) -> Made:
    path, kind = artifact.path, artifact.kind
    try:
        printed = printer.text(artifact)
        if artifact.is_copied:
            return Made(path, printed)
        text = formatted(kind, path, printed, is_near=printer.is_own(artifact))
        file = Made(path, text, problems(kind, path, text, printed))
        return file if file.problems else proven(file, artifact, printed, printer, twins)
    except ClientsmithError as error:
        return Made(path, "", error.diagnostics)


def proven(
    file: Made, artifact: Artifact, printed: str, printer: Printer, twins: Twins
) -> Made:
    """Return a file, with its leak if a text of the document changes what was `printed`."""
    leak = find_leak(artifact, printed, printer.text(twins.of(artifact)), printer.text)
    return file if leak is None else replace(file, leak=leak)
