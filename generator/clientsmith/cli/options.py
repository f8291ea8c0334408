"""Options that several commands take, and the targets that they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from ..diagnostics import ClientsmithError

if TYPE_CHECKING:
    from ..config import Target

Command = TypeVar("Command", bound=Callable[..., object])


@dataclass(slots=True)
class Voice:
    """How much a command prints."""

    quiet: bool = False
    verbose: bool = False
    is_aside: bool = False
    """Whether it prints to standard error, since standard output is for a report."""

    def say(self, text: str) -> None:
        if not self.quiet:
            click.echo(text, err=self.is_aside)

    def detail(self, text: str) -> None:
        if self.verbose:
            click.echo(text, err=self.is_aside)


def _set(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def set_flag(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            setattr(context.ensure_object(Voice), name, True)

    return set_flag


def voice_options(command: Command) -> Command:
    """`--quiet` and `--verbose`, before a command's name or after it."""
    for name, text in (
        ("verbose", "Print every file, every paginated call, and more."),
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


FAILING = {
    "run-time": ("breaks-run-time",),
    "types": ("breaks-run-time", "breaks-types"),
    "sent": ("breaks-run-time", "breaks-types", "changes-what-is-sent"),
    "any": ("breaks-run-time", "breaks-types", "changes-what-is-sent", "adds", "docs"),
}
"""The classes of changes that fail a command, by the value of `--fail-on`."""


def report_options(command: Command) -> Command:
    """`--format`, `--all` and `--fail-on`, of the commands that report what changed for callers."""
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice(tuple(FAILING)),
            help="Exit 1 if there is a change of this class, or of a more severe one.",
        ),
        click.option("--all", "show_all", is_flag=True, help="Show every change in the text."),
        click.option(
            "--format",
            "form",
            type=click.Choice(("text", "markdown", "json", "github", "html")),
            default="text",
            help="The format of the change report.",
        ),
    ):
        command = option(command)
    return command


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
CONFIG = click.option(
    "--config", type=FILE, help="The configuration; clientsmith.toml here by default."
)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _host_names(
    _: click.Context, parameter: click.Parameter, hosts: tuple[str, ...]
) -> tuple[str, ...]:
    from ..urls import checked_host

    try:
        return tuple(map(checked_host, hosts))
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from None


ROOT = click.option(
    "--root",
    type=FOLDER,
    help="The folder that contains the document and all files that it refers to; the document's"
    " own by default.",
)
OVERLAY = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=FILE,
    help="An overlay that changes the document before anything else; may be given several times.",
)
ALLOW_REMOTE = click.option(
    "--allow-remote",
    "hosts",
    multiple=True,
    metavar="HOST",
    callback=_host_names,
    help="A host to which the document may refer, over https; none by default.",
)


def target_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that name targets to a command, which gets them as `targets`."""

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
        overlays: tuple[Path, ...],
        lenient: bool,
        **others: object,
    ) -> None:
        changes = _changes(templates, select, exclude, hosts, root, overlays, lenient)
        targets = _targets(names, config, document, package, client, output, changes)
        command(targets=targets, **others)

    options = (
        click.argument("names", nargs=-1, metavar="[TARGET]..."),
        CONFIG,
        click.option("--document", type=FILE, help="A document, with no configuration."),
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
        ALLOW_REMOTE,
        ROOT,
        OVERLAY,
        click.option("--templates", type=FOLDER, help="Templates that override the bundled ones."),
        click.option(
            "--lenient",
            is_flag=True,
            help="Leave out the faulty parts of a document, and report them, instead of failing.",
        ),
        click.option(
            "--strict",
            is_flag=True,
            help="Fail when an operation is degraded or refused,"
            " or an action of an overlay matches nothing.",
        ),
    )
    decorated = with_targets
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def one_target(name: str | None, config: Path | None) -> Target:
    """Return the target of a name; without one, the only target of the configuration."""
    from ..config import load_targets

    targets = load_targets(Path.cwd(), [name] if name else (), file=config)
    if len(targets) != 1:
        names = ", ".join(target.name for target in targets)
        raise click.UsageError(f"the configuration has several targets: name one of {names}")
    return targets[0]


def _changes(
    templates: Path | None,
    select: tuple[str, ...],
    exclude: tuple[str, ...],
    hosts: tuple[str, ...],
    root: Path | None,
    overlays: tuple[Path, ...],
    lenient: bool,
) -> dict[str, object]:
    """Return the settings that options override, by their name in the configuration."""
    from ..config import Selection

    changes: dict[str, object] = {}
    if templates is not None:
        changes["templates"] = templates.absolute()
    if hosts:
        changes["allow_remote"] = hosts
    if root is not None:
        changes["root"] = root.absolute()
    if overlays:
        changes["overlays"] = tuple(path.absolute() for path in overlays)
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
    """Return the targets that the options name, with `changes` applied."""
    alone = {"--package": package, "--client": client, "--output": output}
    if document is None:
        for option, value in alone.items():
            if value is not None:
                raise click.UsageError(f"{option} goes with --document")
        from ..config import load_targets

        targets = load_targets(Path.cwd(), names, file=config)
        return tuple(target.model_copy(update=changes) for target in targets)
    if names or config is not None:
        other = "--config" if config is not None else "a TARGET"
        raise click.UsageError(f"--document cannot go with {other}")
    if package is None or output is None:
        missing = "--package" if package is None else "--output"
        raise click.UsageError(f"--document needs {missing}")
    from ..config import ad_hoc_target

    try:
        return (ad_hoc_target(document, package, client, output).model_copy(update=changes),)
    except ClientsmithError as problem:
        raise click.UsageError(
            "; ".join(diagnostic.message for diagnostic in problem.diagnostics)
        ) from None
