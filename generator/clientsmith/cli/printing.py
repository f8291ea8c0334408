"""What commands print: outcomes, differences, problems."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING

import click

from ..diagnostics import (
    ClientsmithError,
    Diagnostic,
    printable,
    render_github,
    render_json,
    render_text,
)
from ..diagnostics.counts import counted
from ..paths import shown
from .options import Voice
from .progress import ProgressLine

if TYPE_CHECKING:
    from ..analyze.tally import Tally
    from ..config import Target
    from ..output import Change
    from ..pipeline import Comparison, Outcome

_WARNINGS_SHOWN = 10
_PLACES_SHOWN = 3

_CHANGE_WORDS = {
    "missing": "missing",
    "stale": "stale",
    "edited": "edited by hand",
    "untracked": "not clientsmith's",
    "behind": "yours, and behind the client",
}
_CHANGE_HINTS = {
    "missing": "`clientsmith generate` writes what is missing or stale",
    "stale": "`clientsmith generate` writes what is missing or stale",
    "edited": "move edits into _custom/ or a template; `clientsmith generate --force` drops them",
    "behind": "add what it lacks, or delete the file: `clientsmith generate` makes it anew",
    "untracked": "files of your own belong into _custom/ or out of the client's folder",
}


def each(
    voice: Voice, targets: Sequence[Target], run: Callable[[Target, ProgressLine], bool]
) -> bool:
    """Run for each target, however the ones before it went; return whether all went well."""
    all_well = True
    for target in targets:
        try:
            with ProgressLine(target.name, is_quiet=voice.quiet) as line:
                all_well &= run(target, line)
        except ClientsmithError as problem:
            print_problems(problem.diagnostics)
            voice.say(f"{target.name}: failed")
            all_well = False
    return all_well


def print_outcome(voice: Voice, outcome: Outcome) -> None:
    _print_warnings(voice, outcome.target, outcome.warnings)
    result, name = outcome.result, outcome.target.name
    if result is None:
        voice.say(f"{name}: nothing to do")
        return
    folder = shown(result.folder)
    verbs = ("wrote", "deleted") if outcome.is_written else ("would write", "would delete")
    for verb, paths in zip(verbs, (result.written, result.deleted), strict=True):
        for path in paths:
            voice.detail(f"{verb} {folder}/{path}")
    project = shown(outcome.target.output)
    for path in outcome.in_project:
        voice.detail(f"{verbs[0]} {project}/{path}")
    for line in outcome.paginated:
        voice.detail(f"paginated {printable(line)}")
    for path in result.kept:
        voice.say(f"kept {folder}/{printable(path)}, which clientsmith did not write")
    done = "written" if outcome.is_written else "to be written"
    counts = [f"{counted(len(result.written), 'file')} {done}"]
    if (tally := outcome.tally) is not None:
        _print_causes(voice, tally)
        counts.insert(0, _operations(tally))
    gone = "deleted" if outcome.is_written else "to be deleted"
    for word, paths in (("unchanged", result.unchanged), (gone, result.deleted)):
        if paths:
            counts.append(f"{len(paths)} {word}")
    in_project = (
        f", {counted(len(outcome.in_project), 'file')} {done} in {project}"
        if outcome.in_project
        else ""
    )
    voice.say(f"{name}: {', '.join(counts)} in {folder}{in_project}")


def _operations(tally: Tally) -> str:
    whole = counted(tally.total, "operation")
    if not tally.causes:
        return whole
    kinds = ("generated", "degraded", "refused")
    return f"{whole} ({', '.join(f'{getattr(tally, kind)} {kind}' for kind in kinds)})"


def _print_causes(voice: Voice, tally: Tally) -> None:
    """Why operations are less than generated, each reason once, with the places that give it."""
    for cause in tally.causes:
        if voice.quiet and cause.status != "refused":
            continue
        count = counted(cause.operations, "operation")
        click.echo(f"{cause.status}, {count}: {printable(cause.text)}", err=True)
        shown = cause.places if voice.verbose else cause.places[:_PLACES_SHOWN]
        for span, (first, *others) in shown:
            more = f" and {len(others)} more" if others else ""
            place = f"{span.file}:{span.line}:{span.column}"
            click.echo(f"  {printable(f'{place} {first}')}{more}", err=True)
        if left := len(cause.places) - len(shown):
            click.echo(f"  and {counted(left, 'more place')}; --verbose names them", err=True)


def print_comparison(voice: Voice, comparison: Comparison) -> None:
    _print_warnings(voice, comparison.target, comparison.warnings)
    name = comparison.target.name
    if not comparison.changes:
        voice.say(f"{name}: up to date")
        return
    folder = comparison.target.package_folder
    for change in comparison.changes:
        path = change.path if change.is_outside else shown(folder / change.path)
        click.echo(f"{printable(path)}: {_CHANGE_WORDS[change.kind]}")
        if not voice.quiet:
            _print_diff(change)
    kinds = {change.kind for change in comparison.changes}
    if comparison.report is not None:
        from ..changes.forms import summary

        voice.say(f"for callers: {printable(summary(comparison.report))}")
    for hint in dict.fromkeys(_CHANGE_HINTS[kind] for kind in _CHANGE_WORDS if kind in kinds):
        voice.say(f"hint: {hint}")


def _print_diff(change: Change) -> None:
    color = has_color(sys.stdout)
    for line in change.diff.splitlines():
        text = printable(line)
        tint = {"+": "green", "-": "red", "@": "cyan"}.get(text[:1])
        click.echo(click.style(text, fg=tint) if color and tint else text, color=color)


def _print_warnings(voice: Voice, target: Target, warnings: Sequence[Diagnostic]) -> None:
    """Print the warnings of a document, or only their number if there are more than ten.

    Those of names are said in one run alone, and printed in any case.
    """
    if not voice.quiet or len(warnings) <= _WARNINGS_SHOWN:
        print_problems([each for each in warnings if each.code == "name-odd"])
    warnings = [each for each in warnings if each.code != "name-odd"]
    if len(warnings) <= _WARNINGS_SHOWN or voice.verbose:
        print_problems(warnings)
    elif not voice.quiet:
        counts = Counter(warning.code for warning in warnings)
        kinds = ", ".join(f"{count} {code}" for code, count in sorted(counts.items()))
        path = printable(shown(target.document))
        click.echo(f"{target.name}: {counted(len(warnings), 'warning')} ({kinds})", err=True)
        click.echo(f"  `clientsmith validate {path}` shows each with its place", err=True)


def print_problems(problems: Sequence[Diagnostic]) -> None:
    text = render_text(problems, color=has_color(sys.stderr))
    click.echo(text, err=True, nl=False, color=True)
    _note_codes(problems, sys.stderr)


# Codes that this run has shown in a terminal, in their order: the end of the run names the first.
_codes_in_terminal: list[str] = []


def _note_codes(problems: Sequence[Diagnostic], stream: IO[str]) -> None:
    context = click.get_current_context(silent=True)
    voice = context.find_object(Voice) if context is not None else None
    if stream.isatty() and not (voice is not None and voice.quiet):
        _codes_in_terminal.extend(problem.code for problem in problems)


def print_way_to_explain() -> None:
    """Print, once for all problems that a terminal shows, which command explains their codes."""
    for code in _codes_in_terminal[:1]:
        click.echo(f"`clientsmith explain {code}` says what this code means", err=True)
    _codes_in_terminal.clear()


def print_found(voice: Voice, problems: Sequence[Diagnostic], form: str) -> None:
    """Print what a command was asked to find, to standard output."""
    if form == "json":
        click.echo(render_json(problems), nl=False)
    elif form == "github":
        click.echo(render_github(problems), nl=False)
    else:
        click.echo(render_text(problems, color=has_color(sys.stdout)), nl=False, color=True)
        _note_codes(problems, sys.stdout)
        if not problems:
            voice.say("no problems")


def has_color(stream: IO[str]) -> bool:
    """Whether a terminal is there that wants color (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and stream.isatty()
