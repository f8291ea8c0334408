"""`clientsmith watch`: regenerate whenever a file that a client is made of is saved."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import ClientsmithError
from .apps import app_options, document_of_app
from .options import CONFIG, Voice, voice_options
from .printing import each, print_outcome, print_problems
from .progress import ProgressLine
from .reports import print_reports

if TYPE_CHECKING:
    from ..changes.memory import Memory
    from ..config import Target

# Saves within this time are one: an editor writes a file, and then renames it.
_DEBOUNCE_MS = 400
_STEP_MS = 50
_PATIENCE_MS = 500
_DATA = (".yaml", ".yml", ".json")
REQUIREMENT = "watchfiles>=1,<2"
"""The package that it needs: the extra `watch` of `pyproject.toml`."""
_SKIPPED = frozenset(("__pycache__", "node_modules", "site-packages"))

State = Mapping[Path, tuple[int, int]]


@click.command()
@click.argument("names", nargs=-1, metavar="[TARGET]...")
@CONFIG
@app_options
@voice_options
@click.pass_context
def watch(
    context: click.Context, names: tuple[str, ...], config: Path | None, python: str | None
) -> None:
    """Bring clients up to date after each save, and show what changed for callers.

    Saves of the documents' files, overlays, the configuration, templates and _custom count, and
    with --run-app those of an app's package. Ctrl-C ends it. It needs the package
    watchfiles; where that is missing, the command that adds it is printed.
    """
    voice = context.ensure_object(Voice)
    from ..build.validator import Validator
    from ..changes.memory import Memory

    changes = _changes()
    memories: dict[str, Memory] = {}
    validator = Validator()

    def memory_of(target: Target) -> Memory:
        return memories.setdefault(target.name, Memory(validator))

    # A round makes many objects, and waits for no collection: that runs after it.
    gc.disable()
    try:
        for number, targets in enumerate(_rounds(names, config, changes)):
            if targets is None:
                continue
            if number:
                voice.say("")
            each(
                voice,
                targets,
                lambda target, line: _run(voice, target, line, python, memory_of(target)),
            )
            _save(memories)
            gc.collect()
            voice.say("watching; Ctrl-C ends")
    except KeyboardInterrupt:
        pass
    finally:
        gc.enable()
    _save(memories)
    # Ctrl-C is how this ends, and no failure.
    voice.say("\nended")


def _changes() -> Callable[..., Iterator[object]]:
    """Return the function of watchfiles that waits for changes."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        from ..setup.installed import command_to_add

        command = command_to_add(REQUIREMENT)
        raise click.ClickException(f"watching needs the package watchfiles: {command}") from None
    return changes


def _save(memories: Mapping[str, Memory]) -> None:
    """Write the records of the clients that a round made; print why one cannot be written."""
    for memory in memories.values():
        try:
            memory.save()
        except ClientsmithError as problem:
            print_problems(problem.diagnostics)


def _run(
    voice: Voice,
    target: Target,
    line: ProgressLine,
    python: str | None,
    memory: Memory,
) -> bool:
    from .. import pipeline

    with document_of_app(target, python):
        outcome = pipeline.generate(target, progress=line.show, memory=memory)
    line.close()
    print_outcome(voice, outcome)
    if outcome.report is not None and not voice.quiet:
        print_reports([outcome.report], "text", show_all=voice.verbose)
    return True


def _rounds(
    names: tuple[str, ...], config: Path | None, changes: Callable[..., Iterator[object]]
) -> Iterator[Sequence[Target] | None]:
    """Yield the targets at first and after each save; None where the configuration is at fault.

    What a round reads is compared with what was there before it began: a save during a round
    leads to another, and what the round itself writes does not.
    """
    from ..config import find_file, load_targets

    file = config or find_file(Path.cwd())
    targets: Sequence[Target] = ()
    while True:
        began = time.time_ns()
        # What is saved while a fault is shown leads to another round.
        before = _state(file, targets)
        try:
            targets = load_targets(Path.cwd(), names, file=file)
            before = _state(file, targets)
            yield targets
            before = _with_found(before, _state(file, targets), began)
        except ClientsmithError as problem:
            print_problems(problem.diagnostics)
            yield None
        _wait(file, targets, before, changes)


def _with_found(before: State, after: State, began: int) -> State:
    """Return what a round read: also files of which it found out, and `_custom/__init__.py`.

    Which files a document refers to is known after the first round.
    """
    found = {
        path: status
        for path, status in after.items()
        if status[0] < began or (path.name == "__init__.py" and path.parent.name == "_custom")
    }
    return {**found, **before}


def _wait(
    file: Path,
    targets: Sequence[Target],
    before: State,
    changes: Callable[..., Iterator[object]],
) -> None:
    """Return when the files differ from how they were."""
    folders = _folders(file, targets)
    options: dict[str, Any] = {"recursive": False, "debounce": _DEBOUNCE_MS, "step": _STEP_MS}
    # Twice a second it looks even if it was told of nothing: a save may be between the last round
    # and the begin of this watch.
    for _ in changes(*folders, **options, yield_on_timeout=True, rust_timeout=_PATIENCE_MS):
        if _state(file, targets) != before:
            return
    raise KeyboardInterrupt


def _folders(file: Path, targets: Sequence[Target]) -> list[Path]:
    """Return the folders in which a save may concern a target; watching them is not recursive."""
    found = {path.parent for path in _state(file, targets)} | {file.absolute().parent}
    for target in targets:
        found.add(target.document.parent)
        found.add(target.package_folder / "_custom")
    return sorted(folder for folder in found if folder.is_dir())


def _state(file: Path, targets: Sequence[Target]) -> State:
    """Return when each file that clients are made of was last changed, and its size."""
    found: dict[Path, tuple[int, int]] = {}
    for path in _files(file, targets):
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _files(file: Path, targets: Sequence[Target]) -> Iterator[Path]:
    yield file.absolute()
    for target in targets:
        if target.app is None:
            yield target.document
            yield from _documents(target)
        else:
            yield from _sources(target.app.folder, target.app.module)
        yield from target.overlays
        for folder, suffixes in (
            (target.templates, (".jinja", ".py")),
            (target.package_folder / "_custom", (".py",)),
        ):
            if folder is not None and folder.is_dir():
                yield from _below(folder, suffixes)


def _documents(target: Target) -> Iterator[Path]:
    """Yield the files that the document was last read from, and those of data beside it."""
    from ..output import Manifest

    folder = target.document.parent
    try:
        manifest = Manifest.read(target.package_folder)
    except ClientsmithError:
        manifest = None
    for name in manifest.inputs.documents if manifest is not None else ():
        yield Path(os.path.normpath(folder / name))
    # A reference to a file that was not there is mended by one that is.
    if folder.is_dir():
        own = (target.lock, target.record, target.old_names)
        yield from (path for path in folder.iterdir() if path.suffix in _DATA and path not in own)


def _sources(folder: Path, module: str) -> Iterator[Path]:
    """Yield the modules of the package that an application is in."""
    first = module.partition(".")[0]
    yield folder / f"{first}.py"
    if (folder / first).is_dir():
        yield from _below(folder / first, (".py",))


def _below(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for inside, names, files in os.walk(folder):
        names[:] = [name for name in names if name not in _SKIPPED and not name.startswith(".")]
        yield from (Path(inside, name) for name in files if name.endswith(suffixes))
