"""`clientsmith init`: from a document to a first call."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from ..diagnostics import ClientsmithError, printable
from ..diagnostics.counts import counted
from ..paths import near, shown
from .apps import app_options, document_of_app
from .asking import Questions, is_on_terminal
from .options import ALLOW_REMOTE, Voice, voice_options
from .placing import place, place_rules, place_steps
from .printing import print_problems
from .progress import ProgressLine
from .starting import read_source, source_of, target_of, targets_here

if TYPE_CHECKING:
    from ..config import Target
    from ..setup import Choices, Survey

_FAULTS_SHOWN = 5
_CAUSES_SHOWN = 5


def _checked(name: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    def check(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
        from .. import config

        try:
            return None if text is None else getattr(config, name)(text)
        except ValueError as bad:
            raise click.BadParameter(str(bad)) from None

    return check


@click.command()
@click.argument("source", required=False, metavar="[PATH|URL|MODULE:APP]")
@click.option("--yes", is_flag=True, help="Ask nothing, and accept what is proposed.")
@click.option(
    "--package",
    callback=_checked("checked_package"),
    help="The name of the package; made of the title by default.",
)
@click.option(
    "--client",
    callback=_checked("checked_class"),
    help="The name of the class; made of the title by default.",
)
@click.option(
    "--output",
    help="The folder in which the package's folder is made; src, if there is one, or the current.",
)
@click.option(
    "--into",
    type=click.Choice(("clientsmith.toml", "pyproject.toml")),
    help="The file for the configuration.",
)
@click.option("--ci", type=click.Choice(("github", "gitlab")), help="Write a step for CI as well.")
@click.option("--hook", is_flag=True, help="Write a hook for pre-commit as well.")
@ALLOW_REMOTE
@app_options
@voice_options
@click.pass_context
def init(
    context: click.Context,
    source: str | None,
    yes: bool,
    package: str | None,
    client: str | None,
    output: str | None,
    into: str | None,
    ci: Literal["github", "gitlab"] | None,
    hook: bool,
    hosts: tuple[str, ...],
    python: str | None,
) -> None:
    """Write a configuration for a document, and generate its client.

    Without an argument, init looks for the document of the project. It fetches a URL once, into
    specs/. It adds to a file that exists only if you agree, and otherwise leaves it as it is.
    """
    voice = context.ensure_object(Voice)
    if not yes and not is_on_terminal():
        raise click.UsageError("init asks on a terminal; --yes takes what is proposed")
    ask = Questions(yes)
    others = targets_here()
    source = source_of(voice, ask, source, others)
    target = target_of(others, source)
    if target is not None and package in (None, *(each.package for each in others)):
        _point_to(voice, target)
        paths = near(target.package_folder), near(target.document)
        place_steps(voice, Questions(True), *paths, ci, hook)
        return
    document = read_source(voice, ask, source, python)
    found = _look(document.path, hosts)
    _show(voice, found)
    if found.faults and not ask.confirm("Leave out these faulty parts, and go on?", True):
        context.exit(1)
    choices = _choices(ask, found, document.app, package, client, output, hosts)
    if not _configure(voice, ask, choices, into):
        context.exit(1)
    _generate(voice, choices.package, document.python)
    place_rules(voice, ask, choices, document.path)
    place_steps(
        *(voice, ask, Path(choices.output) / choices.package, document.path),
        *(ci, hook),
    )
    _first_call(voice, found, choices)


def _point_to(voice: Voice, target: Target) -> None:
    """Print which target of a document is there, and what to run."""
    from ..config import find_file
    from ..setup import runner

    run, file = runner(Path()), shown(find_file(Path()))
    flags = " --run-app" if target.app is not None else ""
    source = target.app.reference if target.app is not None else shown(target.document)
    voice.say(f"{file} has the target {target.name!r} for {source}: there is nothing to start")
    voice.say(f"`{run}clientsmith generate{flags}` brings its client up to date")
    voice.say("--package adds a second client of the same document, under the name that you give")


def _look(document: Path, hosts: tuple[str, ...]) -> Survey:
    from ..document.fetch import fetch
    from ..setup import survey

    with ProgressLine("init") as line:
        return survey(document, hosts, fetch if hosts else None, line.show)


def _show(voice: Voice, found: Survey) -> None:
    api, tally = found.api, found.tally
    voice.say(f"{shown(found.document)}: {printable(api.title)} {printable(api.version)}")
    rows = [("dialect", found.dialect), ("operations", str(tally.total))]
    server = api.base_url if found.has_server else "none named; `base_url=` names it"
    rows.append(("server", server))
    rows.append(("credentials", ", ".join(found.variables) or "none"))
    lists = [f"{each.call} ({each.pagination.rule})" for each in found.lists if each.pagination]
    rows.append(("pages", counted(len(lists), "list") if lists else "no list has pages"))
    rows += [("", each) for each in lists[:_CAUSES_SHOWN]]
    if lists[_CAUSES_SHOWN:]:
        rows.append(("", f"and {len(lists) - _CAUSES_SHOWN} more"))
    for name, text in rows:
        voice.say(f"  {name:<12}{printable(text)}")
    for status in ("degraded", "refused"):
        if count := getattr(tally, status):
            voice.say(f"  {status:<12}{counted(count, 'operation')}")
        for cause in [each for each in tally.causes if each.status == status][:_CAUSES_SHOWN]:
            span = cause.places[0][0]
            voice.say(f"              {printable(f'{cause.operations}: {cause.text} ({span})')}")
    if found.warnings:
        voice.say(f"  {'warnings':<12}{found.warnings}; `clientsmith validate` names them")
    if found.faults:
        voice.say(f"  {'faults':<12}{len(found.faults)}, which `lenient` leaves out:")
        print_problems(found.faults[:_FAULTS_SHOWN])


def _choices(
    ask: Questions,
    found: Survey,
    app: str | None,
    package: str | None,
    client: str | None,
    output: str | None,
    hosts: tuple[str, ...],
) -> Choices:
    from ..config import checked_class, checked_package
    from ..setup import Choices, client_name, package_name

    output = output or ask.text("Folder for the package", _usual_output(), str)
    if package is None:
        proposed = package_name(found.api, Path(output))
        package = ask.text("Name of the package", proposed, checked_package)
    if client is None:
        client = ask.text("Name of the client's class", client_name(found.api), checked_class)
    path = found.document
    names = path.parent / "names.lock"
    lock = None
    if app is not None:
        lock = names.as_posix()
    elif names.exists():
        # Another target keeps its names there.
        lock = (path.parent / f"{package}.lock").as_posix()
    return Choices(app or path.as_posix(), output, package, client, bool(found.faults), hosts, lock)


def _usual_output() -> str:
    return "src" if Path("src").is_dir() else "."


def _configure(voice: Voice, ask: Questions, choices: Choices, into: str | None) -> bool:
    """Write the configuration; return whether it is there."""
    from ..config import find_file
    from ..setup import configuration

    project, own = Path("pyproject.toml"), Path("clientsmith.toml")
    try:
        path = find_file(Path())
    except ClientsmithError:
        in_project = into == project.name or (
            into is None
            and project.is_file()
            and not ask.yes
            and ask.confirm("Configure it in pyproject.toml (or else in clientsmith.toml)?", False)
        )
        path = project if in_project else own
    text = configuration(choices, in_project=path.name == project.name)
    # `--into` says so already.
    may = into == path.name and path.name == project.name
    return place(voice, ask, path, text, f"the target {choices.package!r}", may_add=may)


def _generate(voice: Voice, name: str, python: str | None) -> None:
    from .. import pipeline
    from ..config import load_targets
    from ..document.fetch import fetch

    (target,) = load_targets(Path.cwd(), (name,))
    with ProgressLine(name, is_quiet=voice.quiet) as line, document_of_app(target, python):
        outcome = pipeline.generate(target, progress=line.show, fetch=fetch)
        line.close()
    # What is degraded, and the warnings, were shown before.
    if outcome.result is not None:
        count = counted(len(outcome.result.written), "file")
        voice.say(f"wrote {count} into {shown(outcome.result.folder)}")


def _first_call(voice: Voice, found: Survey, choices: Choices) -> None:
    from ..setup import first_call

    voice.say("\nA first call, say in first_call.py:\n")
    for line in first_call(found, choices.package, choices.client).splitlines():
        voice.say(f"    {printable(line)}" if line else "")
    words = [f"{name}=…" for name in found.variables]
    if choices.output != ".":
        words.insert(0, f"PYTHONPATH={shlex.quote(choices.output)}")
    voice.say("\nRun it (the client needs `pip install pydantic httpx2`):\n")
    voice.say(f"    {' '.join([*words, 'python first_call.py'])}")
