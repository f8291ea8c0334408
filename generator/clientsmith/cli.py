"""The command line. It reads options, calls the pipeline and prints; it decides nothing else.

Exit codes: 0 all is well, 1 problems were found, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, TypeVar

import click

from . import __version__
from .diagnostics import (
    ClientsmithError,
    Diagnostic,
    did_you_mean,
    has_errors,
    printable,
    render_github,
    render_json,
    render_text,
)
from .paths import shown
from .progress import ProgressLine

# What takes long to import is imported by the command that needs it: `--version` and a run with
# nothing to do are over before black alone would have loaded.
if TYPE_CHECKING:
    from .analyze.coverage import Tally
    from .config import Target
    from .output import Change
    from .pipeline import Comparison, Outcome

Command = TypeVar("Command", bound=Callable[..., object])

# Problems of the configuration that the command line is to blame for.
_WRONG_USAGE = frozenset({"config-missing", "config-ambiguous", "target-unknown"})

_WARNINGS_SHOWN = 10
_PLACES_SHOWN = 3

_CHANGE_WORDS = {
    "missing": "missing",
    "stale": "stale",
    "edited": "edited by hand",
    "untracked": "not clientsmith's",
}
_CHANGE_HINTS = {
    "missing": "`clientsmith generate` writes what is missing or stale",
    "stale": "`clientsmith generate` writes what is missing or stale",
    "edited": "move edits into _custom/ or a template; `clientsmith generate --force` drops them",
    "untracked": "files of your own belong into _custom/ or out of the client's folder",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line, and leave with its exit code."""
    try:
        cli.main(arguments, prog_name="clientsmith")
    except ClientsmithError as problem:
        _print_problems(problem.diagnostics)
        codes = {diagnostic.code for diagnostic in problem.diagnostics}
        sys.exit(2 if codes <= _WRONG_USAGE else 1)
    except Exception:
        import traceback

        traceback.print_exc()
        told = f"This is a mistake in clientsmith {__version__}, not in what you gave it."
        click.echo(f"\n{told} Please report it, with the lines above.", err=True)
        sys.exit(1)


@dataclass(slots=True)
class _Voice:
    """How much is told."""

    quiet: bool = False
    verbose: bool = False

    def say(self, text: str) -> None:
        if not self.quiet:
            click.echo(text)

    def detail(self, text: str) -> None:
        if self.verbose:
            click.echo(text)


def _set(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def set_flag(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            setattr(context.ensure_object(_Voice), name, True)

    return set_flag


def _voice_options(command: Command) -> Command:
    """`--quiet` and `--verbose`, before a command's name or after it."""
    for name, text in (
        ("verbose", "Name every file, every list that comes page by page, and more."),
        ("quiet", "Print nothing but problems."),
    ):
        command = click.option(
            f"--{name}",
            f"-{name[0]}",
            is_flag=True,
            expose_value=False,
            callback=_set(name),
            help=text,
        )(command)
    return command


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _host_names(
    _: click.Context, parameter: click.Parameter, hosts: tuple[str, ...]
) -> tuple[str, ...]:
    from .urls import checked_host

    try:
        return tuple(map(checked_host, hosts))
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from None


_ROOT = click.option(
    "--root",
    type=_FOLDER,
    help="The folder that holds the document and all that it refers to; the document's own by"
    " default.",
)
_ALLOW_REMOTE = click.option(
    "--allow-remote",
    "hosts",
    multiple=True,
    metavar="HOST",
    callback=_host_names,
    help="A host of which the document may have parts, by https; none by default.",
)


def _target_options(command: Callable[..., None]) -> Callable[..., None]:
    """What names the targets of a run, which `command` gets as `targets`."""

    @wraps(command)
    def with_targets(
        *,
        names: tuple[str, ...],
        config: Path | None,
        document: Path | None,
        package: str | None,
        client: str | None,
        output: Path | None,
        templates: Path | None,
        select: tuple[str, ...],
        exclude: tuple[str, ...],
        hosts: tuple[str, ...],
        root: Path | None,
        lenient: bool,
        **others: object,
    ) -> None:
        changes = _changes(templates, select, exclude, hosts, root, lenient)
        targets = _targets(names, config, document, package, client, output, changes)
        command(targets=targets, **others)

    options = (
        click.argument("names", nargs=-1, metavar="[TARGET]..."),
        click.option(
            "--config", type=_FILE, help="The configuration; clientsmith.toml here by default."
        ),
        click.option("--document", type=_FILE, help="A document, with no configuration."),
        click.option("--package", help="With --document: the name of the package."),
        click.option(
            "--client", help="With --document: the name of the class; made of the title by default."
        ),
        click.option(
            "--output",
            type=click.Path(path_type=Path),
            help="With --document: the folder in which the package's folder is made.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="SELECTOR",
            help="Only these operations: tag:NAME, /path, 'METHOD /path' or an operationId; in a"
            " path, * stands for a segment and ** for any number of them.",
        ),
        click.option(
            "--exclude", multiple=True, metavar="SELECTOR", help="All operations but these."
        ),
        _ALLOW_REMOTE,
        _ROOT,
        click.option("--templates", type=_FOLDER, help="Templates that override the bundled ones."),
        click.option(
            "--lenient",
            is_flag=True,
            help="Leave the faulty parts of a document out, and tell them, instead of refusing it.",
        ),
        click.option(
            "--strict", is_flag=True, help="Fail when an operation is degraded or refused."
        ),
    )
    decorated = with_targets
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


@click.group(context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@_voice_options
def cli() -> None:
    """Turn an OpenAPI document into a typed Python client that you vendor."""


@cli.command()
@_target_options
@click.option("--force", is_flag=True, help="Overwrite files that were edited by hand.")
@click.option(
    "--refetch",
    is_flag=True,
    help="Fetch what other hosts have anew, and pin it as it is now.",
)
@click.option(
    "--no-cache",
    "is_cold",
    is_flag=True,
    help="Make every file anew, and keep none for the next run.",
)
@_voice_options
@click.pass_context
def generate(
    context: click.Context,
    targets: Sequence[Target],
    strict: bool,
    force: bool,
    refetch: bool,
    is_cold: bool,
) -> None:
    """Bring the clients of the configuration up to date, or those of TARGET... alone."""
    from . import pipeline

    voice = context.ensure_object(_Voice)

    def run(target: Target, line: ProgressLine) -> bool:
        def overwriting(path: Path) -> None:
            line.close()
            click.echo(f"overwriting {printable(shown(path))}", err=True)

        outcome = pipeline.generate(
            target,
            force=force,
            strict=strict,
            is_cached=not is_cold,
            refetch=refetch,
            progress=line.show,
            overwriting=overwriting,
        )
        line.close()
        _print_outcome(voice, outcome)
        return True

    _each(context, voice, targets, run)


@cli.command()
@_target_options
@_voice_options
@click.pass_context
def check(context: click.Context, targets: Sequence[Target], strict: bool) -> None:
    """Exit 1 and show a diff when a client is not what `generate` would write. Writes nothing."""
    from . import pipeline

    voice = context.ensure_object(_Voice)

    def run(target: Target, line: ProgressLine) -> bool:
        comparison = pipeline.check(target, strict=strict, progress=line.show)
        line.close()
        _print_comparison(voice, comparison)
        return not comparison.changes

    _each(context, voice, targets, run)


@cli.command()
@click.argument("documents", nargs=-1, required=True, metavar="PATH...", type=_FILE)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@_ALLOW_REMOTE
@_ROOT
@_voice_options
@click.pass_context
def validate(
    context: click.Context,
    documents: tuple[Path, ...],
    form: Literal["text", "json", "github"],
    strict: bool,
    hosts: tuple[str, ...],
    root: Path | None,
) -> None:
    """Tell everything that is wrong with the documents at PATH..., each with its place."""
    from . import pipeline

    found = [
        problem for document in documents for problem in pipeline.validate(document, hosts, root)
    ]
    if form == "json":
        click.echo(render_json(found), nl=False)
    elif form == "github":
        click.echo(render_github(found), nl=False)
    else:
        click.echo(render_text(found, color=_has_color(sys.stdout)), nl=False, color=True)
        if not found:
            context.ensure_object(_Voice).say("no problems")
    context.exit(1 if has_errors(found) or (strict and found) else 0)


@cli.group()
def templates() -> None:
    """See and copy the templates that a client is made of."""


@templates.command("list")
def list_templates() -> None:
    """Print the name of each template."""
    from .emit.bundled import template_names

    for name in template_names():
        click.echo(name)


@templates.command("eject")
@click.argument("name")
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("templates"),
    show_default=True,
    help="The folder for it; name it as `templates` in the configuration.",
)
def eject_template(name: str, folder: Path) -> None:
    """Copy the template NAME, to be changed and used in place of the bundled one."""
    from .emit.bundled import template_names, templates_folder

    known = template_names()
    if name not in known:
        hint = did_you_mean(name, known) or "`clientsmith templates list` names them all"
        raise click.BadParameter(f"there is no template {name!r}; {hint}", param_hint="NAME")
    copy = folder / name
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with open(copy, "xb") as file:
            file.write((templates_folder() / name).read_bytes())
    except FileExistsError:
        _leave(f"{shown(copy)!r} exists; move it away to have the bundled template again")
    except OSError as problem:
        _leave(f"{shown(copy)!r} cannot be written: {problem.strerror or problem}")
    click.echo(shown(copy))


def _changes(
    templates: Path | None,
    select: tuple[str, ...],
    exclude: tuple[str, ...],
    hosts: tuple[str, ...],
    root: Path | None,
    lenient: bool,
) -> dict[str, object]:
    """What options say otherwise than the configuration."""
    from .config import Selection

    changes: dict[str, object] = {}
    if templates is not None:
        changes["templates"] = templates.absolute()
    if hosts:
        changes["allow_remote"] = hosts
    if root is not None:
        changes["root"] = root.absolute()
    if lenient:
        changes["lenient"] = True
    if select or exclude:
        changes["select"] = Selection(include=select, exclude=exclude)
    return changes


def _targets(
    names: tuple[str, ...],
    config: Path | None,
    document: Path | None,
    package: str | None,
    client: str | None,
    output: Path | None,
    changes: Mapping[str, object],
) -> tuple[Target, ...]:
    """The targets that the options name, changed as they say."""
    alone = {"--package": package, "--client": client, "--output": output}
    if document is None:
        for option, value in alone.items():
            if value is not None:
                raise click.UsageError(f"{option} goes with --document")
        from .config import load_targets

        targets = load_targets(Path.cwd(), names, file=config)
        return tuple(target.model_copy(update=changes) for target in targets)
    if names or config is not None:
        other = "--config" if config is not None else "a TARGET"
        raise click.UsageError(f"--document cannot go with {other}")
    if package is None or output is None:
        missing = "--package" if package is None else "--output"
        raise click.UsageError(f"--document needs {missing}")
    from .config import ad_hoc_target

    try:
        return (ad_hoc_target(document, package, client, output).model_copy(update=changes),)
    except ClientsmithError as problem:
        raise click.UsageError(
            "; ".join(diagnostic.message for diagnostic in problem.diagnostics)
        ) from None


def _each(
    context: click.Context,
    voice: _Voice,
    targets: Sequence[Target],
    run: Callable[[Target, ProgressLine], bool],
) -> None:
    """Run for each target, however the ones before it went, and exit 1 if one went wrong."""
    all_well = True
    for target in targets:
        try:
            with ProgressLine(target.name, is_quiet=voice.quiet) as line:
                all_well &= run(target, line)
        except ClientsmithError as problem:
            _print_problems(problem.diagnostics)
            voice.say(f"{target.name}: failed")
            all_well = False
    context.exit(0 if all_well else 1)


def _print_outcome(voice: _Voice, outcome: Outcome) -> None:
    _print_warnings(voice, outcome.target, outcome.warnings)
    result, name = outcome.result, outcome.target.name
    if result is None:
        voice.say(f"{name}: nothing to do")
        return
    folder = shown(result.folder)
    for verb, paths in (("wrote", result.written), ("deleted", result.deleted)):
        for path in paths:
            voice.detail(f"{verb} {folder}/{path}")
    for line in outcome.paginated:
        voice.detail(f"paginated {printable(line)}")
    for path in result.kept:
        voice.say(f"kept {folder}/{printable(path)}, which clientsmith did not write")
    counts = [f"{len(result.written)} files written"]
    if (tally := outcome.tally) is not None:
        _print_causes(voice, tally)
        counts.insert(0, _operations(tally))
    for word, paths in (("unchanged", result.unchanged), ("deleted", result.deleted)):
        if paths:
            counts.append(f"{len(paths)} {word}")
    voice.say(f"{name}: {', '.join(counts)} in {folder}")


def _operations(tally: Tally) -> str:
    whole = f"{tally.total} operations"
    if not tally.causes:
        return whole
    kinds = ("generated", "degraded", "refused")
    return f"{whole} ({', '.join(f'{getattr(tally, kind)} {kind}' for kind in kinds)})"


def _print_causes(voice: _Voice, tally: Tally) -> None:
    """Why operations are less than generated, each reason once, with the places that give it."""
    for cause in tally.causes:
        if voice.quiet and cause.status != "refused":
            continue
        count = f"{cause.operations} operation{'s' if cause.operations > 1 else ''}"
        click.echo(f"{cause.status}, {count}: {printable(cause.text)}", err=True)
        shown = cause.places if voice.verbose else cause.places[:_PLACES_SHOWN]
        for span, (first, *others) in shown:
            more = f" and {len(others)} more" if others else ""
            place = f"{span.file}:{span.line}:{span.column}"
            click.echo(f"  {printable(f'{place} {first}')}{more}", err=True)
        if left := len(cause.places) - len(shown):
            click.echo(f"  and {left} more places; --verbose names them", err=True)


def _print_comparison(voice: _Voice, comparison: Comparison) -> None:
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
    for hint in dict.fromkeys(_CHANGE_HINTS[kind] for kind in _CHANGE_WORDS if kind in kinds):
        voice.say(f"hint: {hint}")


def _print_diff(change: Change) -> None:
    color = _has_color(sys.stdout)
    for line in change.diff.splitlines():
        text = printable(line)
        tint = {"+": "green", "-": "red", "@": "cyan"}.get(text[:1])
        click.echo(click.style(text, fg=tint) if color and tint else text, color=color)


def _print_warnings(voice: _Voice, target: Target, warnings: Sequence[Diagnostic]) -> None:
    """The warnings; of many only their number, since a document's faults outlive many runs."""
    if len(warnings) <= _WARNINGS_SHOWN or voice.verbose:
        _print_problems(warnings)
    elif not voice.quiet:
        counts = Counter(warning.code for warning in warnings)
        kinds = ", ".join(f"{count} {code}" for code, count in sorted(counts.items()))
        path = printable(shown(target.document))
        click.echo(f"{target.name}: {len(warnings)} warnings ({kinds})", err=True)
        click.echo(f"  `clientsmith validate {path}` tells each with its place", err=True)


def _print_problems(problems: Sequence[Diagnostic]) -> None:
    text = render_text(problems, color=_has_color(sys.stderr))
    click.echo(text, err=True, nl=False, color=True)


def _has_color(stream: IO[str]) -> bool:
    """Whether a terminal is there that wants color (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and stream.isatty()


def _leave(message: str) -> None:
    raise click.ClickException(message)
