"""Artifacts → files: each printed, formatted and proven, on all cores where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..cache import Cache
from ..diagnostics import ClientsmithError, Diagnostic
from ..emit.artifacts import Artifact
from ..emit.format import formatted
from ..emit.render import Printer, Templates, prepare, printer_of
from ..limits import UNWATCHED, Watch
from ..verify.kinds import problems
from ..verify.leaks import Leak, find_leak, harmless
from ..worker import end_with_parent
from .keys import keys_of

# Starting processes takes as long as making this many files.
_WORTH_PROCESSES = 100
# Each process gets several batches, so that none waits long for the last.
_BATCHES = 8


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
    processes: int | None = None,
    on_progress: Callable[[int], None] | None = None,
    watch: Watch = UNWATCHED,
) -> dict[str, Made]:
    """Return the file of every artifact by its path, in their order.

    A file that was printed and proven before, of the same inputs and by the same sources, comes
    from the `cache`. `on_progress` gets the number of files that are done.

    Raises:
        ClientsmithError: it takes longer than the `watch` allows.
    """
    made: dict[str, Made] = {}
    keys = keys_of(artifacts, cache) if cache is not None else {}
    for path, key in keys.items():
        text = cache.get(key) if cache is not None else None
        if text is not None:
            made[path] = Made(path, text)
    missing = [artifact for artifact in artifacts if artifact.path not in made]
    for batch in _in_batches(missing, templates, processes, watch):
        made.update((file.path, file) for file in batch)
        if on_progress is not None:
            on_progress(len(made))
    if cache is not None:
        for artifact in missing:
            file = made[artifact.path]
            if artifact.path in keys and not file.problems and file.leak is None:
                cache.put(keys[artifact.path], file.text)
    return {artifact.path: made[artifact.path] for artifact in artifacts}


def _in_batches(
    artifacts: Sequence[Artifact], templates: Templates, processes: int | None, watch: Watch
) -> Iterator[Iterable[Made]]:
    if processes is None:
        processes = (os.cpu_count() or 1) if len(artifacts) > _WORTH_PROCESSES else 1
    count = processes * _BATCHES if len(artifacts) > _WORTH_PROCESSES or processes > 1 else 1
    batches = [batch for first in range(count) if (batch := artifacts[first::count])]
    if processes < 2:
        yield from (make_files(batch, templates, watch) for batch in batches)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from multiprocessing import active_children

    with ProcessPoolExecutor(processes, initializer=end_with_parent) as pool:
        try:
            waiting = [pool.submit(make_files, batch, templates, watch) for batch in batches]
            yield from (future.result() for future in as_completed(waiting))
        except BaseException:
            # Leaving the pool waits for what its processes are at.
            for process in active_children():
                process.kill()
            raise


def make_files(
    artifacts: Sequence[Artifact], templates: Templates, watch: Watch = UNWATCHED
) -> list[Made]:
    """Return the files of these artifacts: printed, formatted and proven."""
    printer = printer_of(templates)
    try:
        watch.check()
        prepare(artifacts)
        made = [_formatted(artifact, printer, watch) for artifact in artifacts]
        return proven(artifacts, made, printer, watch)
    except ClientsmithError as error:
        # That the time is over is a problem of no file,
        watch.check()
        # and one of the templates or of the engine that of no file alone.
        return [Made(artifact.path, "", error.diagnostics) for artifact in artifacts]


def _formatted(artifact: Artifact, printer: Printer, watch: Watch) -> Made:
    watch.check()
    path, text = artifact.path, printer.text(artifact)
    if artifact.is_copied:
        return Made(path, text)
    try:
        is_own = printer.is_own(artifact)
        return Made(path, formatted(artifact.kind, path, text, is_near=is_own))
    except ClientsmithError as error:
        return Made(path, text, error.diagnostics)


def proven(
    artifacts: Sequence[Artifact], made: Sequence[Made], printer: Printer, watch: Watch
) -> list[Made]:
    """Return the files with what is wrong with them: each is read, and compared with the file that
    is printed from placeholders.
    """
    printed = [artifact for artifact in artifacts if not artifact.is_copied]
    twins: dict[str, Artifact] = {}
    last: tuple[Artifact, Artifact] | None = None
    for artifact in printed:
        # Two files may share their inputs, and then their view.
        if last is not None and last[0].inputs is artifact.inputs:
            twin = replace(artifact, inputs=last[1].inputs)
        else:
            twin = harmless(artifact)
        twins[artifact.path] = twin
        last = artifact, twin
    prepare([*twins.values()])
    return [
        _proven(artifact, file, twins.get(artifact.path), printer, watch)
        for artifact, file in zip(artifacts, made, strict=True)
    ]


def _proven(
    artifact: Artifact, file: Made, twin: Artifact | None, printer: Printer, watch: Watch
) -> Made:
    watch.check()
    if twin is None or file.problems:
        return file
    if found := problems(artifact.kind, file.path, file.text):
        return replace(file, problems=found)
    leak = find_leak(artifact, file.text, printer.text(twin), printer.text)
    return file if leak is None else replace(file, leak=leak)
