"""`clientsmith diff`."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import Target, ad_hoc_target, find_file, has_configuration, load_targets
from ..diagnostics import ClientsmithError, Diagnostic, error, printable
from ..paths import shown
from .apps import app_options, current_document
from .options import CONFIG, OVERLAY, ROOT, Voice, report_options, voice_options
from .printing import print_problems
from .reports import is_failing, print_hint, print_reports

if TYPE_CHECKING:
    from ..changes import Report


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two targets whose clients are compared."""

    old: Target
    new: Target
    old_name: Callable[[str], str] | None = None
    """Returns the path that is shown for a file of the old document."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[OLD] [NEW]", type=click.Path(path_type=Path))
@click.option(
    "--since",
    metavar="GITREF",
    help="Compare with the documents, the configuration and the names of this commit.",
)
@click.option(
    "--target",
    "names",
    multiple=True,
    metavar="TARGET",
    help="A target of the configuration; two documents are compared as documents of it.",
)
@CONFIG
@report_options
@ROOT
@OVERLAY
@app_options
@voice_options
@click.pass_context
def diff(
    context: click.Context,
    paths: Sequence[Path],
    since: str | None,
    names: Sequence[str],
    config: Path | None,
    form: str,
    show_all: bool,
    fail_on: str | None,
    root: Path | None,
    overlays: tuple[Path, ...],
    python: str | None,
) -> None:
    """Report what the document NEW changes for callers of the client of the document OLD.

    Each of them may be a folder with one document, or both the folders of two projects, whose
    targets are compared. With --since, the targets of the configuration are compared with those of
    an earlier commit, or the document OLD is with itself. Overlays that are named change both.

    The document of an app is its kept copy; with --run-app, the new one is what the app says now.

    Each change has a class, the call as its user writes it, and its places in both documents. Parts
    that are not valid are left out of the comparison, and named on standard error.
    """
    from .. import pipeline

    reports: list[Report] = []
    notes: list[Diagnostic] = []
    with _pairs(paths, since, names, config, root, notes) as pairs:
        for pair in pairs:
            old, new = (_overlaid(target, overlays) for target in (pair.old, pair.new))
            with current_document(new, python) as origin:
                if origin and not context.ensure_object(Voice).quiet:
                    before = f"{new.name}: {_kept(pair)} is compared with {origin}"
                    click.echo(printable(before), err=True)
                report, faults = pipeline.diff(old, new, old_name=pair.old_name)
            print_problems(faults)
            reports.append(report)
            if pair.new.span() is not None:
                # A document without a configuration has none to accept it in.
                print_hint(pair.new, report, fail_on)
    print_problems(notes)
    print_reports(reports, form, show_all=show_all)
    is_bad = any(is_failing(report, fail_on) for report in reports)
    context.exit(1 if is_bad or any(note.severity == "error" for note in notes) else 0)


@contextmanager
def _pairs(
    paths: Sequence[Path],
    since: str | None,
    names: Sequence[str],
    config: Path | None,
    root: Path | None,
    notes: list[Diagnostic],
) -> Generator[list[_Pair]]:
    """Return the targets to compare; what keeps others from being compared goes to `notes`."""
    for path in paths:
        if not path.exists():
            raise click.BadParameter(f"Path {shown(path)!r} does not exist.", param_hint="OLD, NEW")
    if since is not None:
        with _since(paths, since, names, config, root, notes) as pairs:
            yield pairs
        return
    if len(paths) != 2:
        raise click.UsageError("name the document OLD and the document NEW, or use --since GITREF")
    if all(path.is_dir() and has_configuration(path) for path in paths) and config is None:
        before = {target.name: target for target in load_targets(paths[0], names)}
        yield _matched(before, load_targets(paths[1], names), None, notes)
        return
    old, new = map(_document, paths)
    if names:
        if len(names) > 1:
            raise click.UsageError("two documents are compared as documents of one --target")
        (target,) = load_targets(Path.cwd(), names, file=config)
        yield [_Pair(_of(target, old, root), _of(target, new, root))]
    elif config is not None:
        raise click.UsageError("--config goes with --target or --since")
    else:
        yield [_Pair(_alone(old, root), _alone(new, root))]


@contextmanager
def _since(
    paths: Sequence[Path],
    since: str,
    names: Sequence[str],
    config: Path | None,
    root: Path | None,
    notes: list[Diagnostic],
) -> Generator[list[_Pair]]:
    from ..changes.past import open_past

    if len(paths) > 1:
        raise click.UsageError("--since compares one document with itself: name no second one")
    path = paths[0] if paths else None
    if path is not None and not (path.is_dir() and has_configuration(path)):
        if names or config is not None:
            raise click.UsageError("a document is compared without a configuration; name no target")
        path = _document(path)
        with open_past(path.parent, since) as past:
            old, new = _alone(past.document(path, root), None), _alone(path, root)
            if root is not None:
                old = old.model_copy(update={"root": past.folder / past.commit.relative(root)})
            yield [_Pair(old, new, past.shown)]
        return
    file = config or find_file(path or Path.cwd())
    targets = load_targets(Path.cwd(), names, file=file)
    with open_past(file.absolute().parent, since) as past:
        before, lost = past.targets(file.absolute())
        notes += [each for name, each in lost.items() if name in {each.name for each in targets}]
        targets = tuple(target for target in targets if target.name not in lost)
        yield _matched(before, targets, past.shown, notes)


def _kept(pair: _Pair) -> str:
    """Return what the old document of an app's target is, in words for people."""
    path = shown(pair.old.document)
    return f"the kept {path if pair.old_name is None else pair.old_name(path)}"


def _matched(
    old: dict[str, Target],
    new: Sequence[Target],
    old_name: Callable[[str], str] | None,
    notes: list[Diagnostic],
) -> list[_Pair]:
    """Return the targets that both configurations have; that one is new is among the notes."""
    for target in new:
        if target.name not in old:
            message = f"the target {target.name!r} is new: there is nothing to compare it with"
            notes.append(Diagnostic("target-new", "warning", message, None))
    return [_Pair(old[each.name], each, old_name) for each in new if each.name in old]


def _document(path: Path) -> Path:
    """Return a document, or the one document that a folder has."""
    if not path.is_dir():
        return path
    from ..setup import is_document

    found = [
        each
        for each in sorted(path.iterdir())
        if each.suffix in (".yaml", ".yml", ".json")
        and each.is_file()
        and is_document(each, may_be_copy=True)
    ]
    if len(found) == 1:
        return found[0]
    named = ", ".join(shown(each) for each in found) or "none"
    message = f"{shown(path)!r} is a folder without a configuration, and not with one document"
    hint = f"name the document; those in the folder are: {named}"
    raise ClientsmithError([error("diff-folder", message, None, hint)])


def _alone(document: Path, root: Path | None) -> Target:
    # The names of the package and of the client's class are not the document's to change.
    return _of(ad_hoc_target(document, "client", "Client", Path()), document, root)


def _of(target: Target, document: Path, root: Path | None) -> Target:
    """Return a target with another document."""
    changes: dict[str, object] = {"document": document.absolute(), "root": root}
    return target.model_copy(update=changes).with_app(None)


def _overlaid(target: Target, overlays: Sequence[Path]) -> Target:
    """Return a target with the overlays of the command line; without any, with its own."""
    if not overlays:
        return target
    return target.model_copy(update={"overlays": tuple(path.absolute() for path in overlays)})
