"""`clientsmith names`."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..build.fingerprint import lock_text
from ..config import load_targets
from ..diagnostics import ClientsmithError, error, printable
from ..diagnostics.counts import counted
from ..paths import shown
from .options import CONFIG, FILE, Voice, one_target, voice_options
from .printing import each, print_outcome
from .reports import print_reports

if TYPE_CHECKING:
    from ..config import Target
    from ..names.merge import Merge
    from .progress import ProgressLine

_TARGETS = click.option(
    "--target", "targets", multiple=True, metavar="TARGET", help="A target; all by default."
)


class _Names(click.Group):
    """A group that lists names where no command of it is named."""

    usual = "list"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else ""
        if first not in self.commands and first not in ("--help", "-h"):
            args = [self.usual, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Names)
@voice_options
def names() -> None:
    """List, explain, pin and merge the names of clients.

    Without a COMMAND, it lists names, as `list` does.
    """


@names.command("merge")
@_TARGETS
@CONFIG
@click.option(
    "--theirs", "is_theirs", is_flag=True, help="Where a name differs, take theirs and not ours."
)
@click.option(
    "--driver",
    "files",
    nargs=3,
    type=FILE,
    metavar="BASE OURS THEIRS",
    help="Merge three files into OURS, as a merge driver of git.",
)
@voice_options
@click.pass_context
def merge(
    context: click.Context,
    targets: Sequence[str],
    config: Path | None,
    is_theirs: bool,
    files: tuple[Path, Path, Path] | None,
) -> None:
    """Resolve each names.lock that a git merge left in conflict.

    It gets the names of both sides. Where one thing has two names, ours is taken, and both are
    listed.
    """
    from ..names import merge as merging
    from ..output import replace_file

    voice = context.ensure_object(Voice)
    if files is not None:
        context.exit(0 if merging.merge_files(*files) else 1)

    def run(target: Target, line: ProgressLine) -> bool:
        line.close()
        if target.lock is None:
            return True
        assert target.old_names is not None
        done = merging.merge_lock(target.lock, is_theirs=is_theirs)
        old = merging.merge_old_names(target.old_names, is_theirs=is_theirs)
        if done is None and old is None:
            voice.say(f"{target.name}: {shown(target.lock)} has no conflict")
            return True
        if done is not None:
            replace_file(target.lock, done.text)
            _print_merge(voice, target, done, is_theirs)
        if old is not None:
            replace_file(target.old_names, old)
            voice.say(f"{target.name}: merged {printable(shown(target.old_names))}")
        assert target.record is not None
        record = printable(shown(target.record))
        force = " --force" if merging.has_client_conflict(target.package_folder) else ""
        why = " over the conflicts in the client" if force else ""
        command = f"`clientsmith generate{force}`"
        voice.say(f"next: {command}, which also writes {record}{why}; then `git add` them")
        return True

    all_well = each(voice, load_targets(Path.cwd(), targets, file=config), run)
    context.exit(0 if all_well else 1)


def _print_merge(voice: Voice, target: Target, done: Merge, is_theirs: bool) -> None:
    ours, theirs = done.sides.ours, done.sides.theirs
    taken, other = (theirs, ours) if is_theirs else (ours, theirs)
    of_ours, of_theirs = done.sides.alone()
    assert target.lock is not None
    path = printable(shown(target.lock))
    counts = (
        f"{counted(of_ours, 'name')} of {ours.label} alone, {of_theirs} of {theirs.label} alone"
    )
    voice.say(f"{target.name}: merged {path} ({printable(counts)})")
    for key in done.decided:
        mine, lost = taken.names[key], other.names[key]
        voice.say(
            printable(
                f"  {key[1]}: {mine.name} of {taken.label} (line {mine.line}),"
                f" not {lost.name} of {other.label} (line {lost.line})"
            )
        )
    for twice in done.twice:
        voice.say(
            printable(
                f"  {twice.name}: both {twice.kept} and {twice.renamed} have the name;"
                f" the second gets another from the rules"
            )
        )
    if done.decided and not is_theirs:
        voice.say(f"  --theirs takes the other side, after `git checkout -m {path}`")


@names.command("list")
@click.argument("text", required=False, default="", metavar="[TEXT]")
@_TARGETS
@CONFIG
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="The format of the list.",
)
@click.option(
    "--adopt-defaults",
    "is_adopting",
    is_flag=True,
    help="Generate the client with the names that a new one would have, and report the changes.",
)
@click.option(
    "--dry-run", "is_dry", is_flag=True, help="With --adopt-defaults: report, and write nothing."
)
@voice_options
@click.pass_context
def list_names(
    context: click.Context,
    text: str,
    targets: Sequence[str],
    config: Path | None,
    form: str,
    is_adopting: bool,
    is_dry: bool,
) -> None:
    """List the names of clients, or those that have TEXT in them.

    TEXT is a name or a part of one, an operation ("GET /pets") or a JSON pointer. Arguments, fields
    and constants are listed where another wanted the same name.
    """
    from ..aliases import read_old_names
    from ..names.former import former
    from ..names.rows import Row, as_json, rows_of
    from ..names.spellings import matching
    from ..names.text import as_table

    voice = context.ensure_object(Voice)
    found: dict[str, tuple[Row, ...]] = {}
    chosen = load_targets(Path.cwd(), targets, file=config)
    if is_adopting:
        if text or form != "text":
            raise click.UsageError("--adopt-defaults goes with neither TEXT nor --format")
        context.exit(0 if each(voice, chosen, partial(_adopt, voice, is_dry)) else 1)
    if is_dry:
        raise click.UsageError("--dry-run goes with --adopt-defaults")

    def run(target: Target, line: ProgressLine) -> bool:
        rows = matching(rows_of(target), text)
        line.close()
        found[target.name] = rows
        if form == "text":
            if len(chosen) > 1:
                click.echo(f"{target.name}:")
            width = shutil.get_terminal_size((0, 0)).columns
            before = None if rows else former(read_old_names(target.old_names), text)
            lost = f"no name has {text!r} in it" if before is None else before.sentence
            click.echo(as_table(rows, width) or f"{printable(lost)}\n", nl=False)
        return True

    all_well = each(voice, chosen, run)
    if form == "json":
        click.echo(as_json(found), nl=False)
    context.exit(0 if all_well and (not text or any(found.values())) else 1)


def _adopt(voice: Voice, is_dry: bool, target: Target, line: ProgressLine) -> bool:
    from .. import pipeline
    from ..names.adopt import adopt, adopt_dry

    assert target.lock is not None
    before = lock_text(target)
    run = adopt_dry if is_dry else adopt
    outcome = run(
        target, target.lock, partial(pipeline.generate, progress=line.show, is_dry=is_dry)
    )
    line.close()
    print_outcome(voice, outcome)
    if outcome.report is not None and not voice.quiet:
        print_reports([outcome.report], "text", show_all=True)
    if not is_dry and lock_text(target) == before:
        voice.say(f"{target.name}: its names were those of a new client already")
    return True


@names.command("explain")
@click.argument("text", metavar="NAME")
@_TARGETS
@CONFIG
@voice_options
@click.pass_context
def explain(context: click.Context, text: str, targets: Sequence[str], config: Path | None) -> None:
    """Explain why something is called NAME: the rule, its place, and how to choose another name.

    NAME is a call, an operation ("DELETE /pets/{id}"), an operationId, a class or a JSON pointer,
    also as code writes it (client.pets.list, models.Pet), or a name that the client had.
    """
    from ..aliases import read_old_names
    from ..names.find import the_row
    from ..names.rows import rows_of
    from ..names.text import explained

    chosen = load_targets(Path.cwd(), targets, file=config)
    misses: dict[str, ClientsmithError] = {}

    def run(target: Target, line: ProgressLine) -> bool:
        rows, old = rows_of(target), read_old_names(target.old_names)
        line.close()
        try:
            row, before = the_row(rows, text, old)
        except ClientsmithError as miss:
            misses[target.name] = miss
            return True
        if len(chosen) > 1:
            click.echo(f"{target.name}:")
        if before is not None:
            click.echo(f"{printable(before.sentence)}\n")
        click.echo(explained(row, old), nl=False)
        return True

    all_well = each(context.ensure_object(Voice), chosen, run)
    if len(misses) == len(chosen):
        # A name of one client is no fault of the others; one of none has a message, by target.
        raise ClientsmithError([found for miss in misses.values() for found in miss.diagnostics])
    context.exit(0 if all_well else 1)


@names.command("pin")
@click.argument("text", metavar="WHAT")
@click.argument("name")
@click.option("--target", "target_name", metavar="TARGET", help="The target, if there are several.")
@CONFIG
@voice_options
@click.pass_context
def pin(
    context: click.Context, text: str, name: str, target_name: str | None, config: Path | None
) -> None:
    """Write NAME for WHAT into the configuration, whose formatting and comments stay as they are.

    WHAT is an operation ("DELETE /pets/{id}"), its operationId or its call, a class, or the JSON
    pointer of a schema.
    """
    from ..aliases import read_old_names
    from ..config import find_file
    from ..names.find import the_row
    from ..names.pin import pin as pinned
    from ..names.rows import rows_of

    file = config or find_file(Path.cwd())
    target = one_target(target_name, file)
    rows = rows_of(target)
    row, before = the_row(rows, text, read_old_names(target.old_names))
    done = pinned(target, file, rows, row, name)
    voice = context.ensure_object(Voice)
    if before is not None:
        voice.say(printable(before.sentence))
    if not done.is_new:
        voice.say(f"{done.span}: it has that name already")
        return
    try:
        done.path.write_bytes(done.content)
    except OSError as problem:
        message = f"{shown(done.path)!r} cannot be written: {problem.strerror or problem}"
        raise ClientsmithError([error("pin-file", message, done.span)]) from None
    voice.say(printable(f"{done.span}: {text} is {name} from the next `clientsmith generate` on"))
