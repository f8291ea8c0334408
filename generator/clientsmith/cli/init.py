"""`clientsmith init`: from a document to a first call."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from ..counts import counted
from ..diagnostics import ClientsmithError, error, printable
from ..paths import shown
from ..progress import ProgressLine
from .apps import app_options, document_of_app, is_of_another_app
from .options import ALLOW_REMOTE, Voice, voice_options
from .printing import print_problems

if TYPE_CHECKING:
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
@click.option("--yes", is_flag=True, help="Ask nothing, and take what is proposed.")
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
    """Look at a document, write a configuration for it, and make its client.

    Without an argument, the document of the project is looked for. A URL is fetched once, into
    specs/. A file that exists is added to where you say so, and otherwise left as it is.
    """
    voice = context.ensure_object(Voice)
    if not yes and not is_on_terminal():
        raise click.UsageError("init asks on a terminal; --yes takes what is proposed")
    ask = _Questions(yes)
    document, app = _document(voice, ask, source, python)
    found = _look(document, hosts)
    _show(voice, found)
    if found.faults and not ask.confirm("Leave out these faulty parts, and go on?", True):
        context.exit(1)
    choices = _choices(ask, found, app, package, client, output, hosts)
    if not _configure(voice, ask, choices, into):
        context.exit(1)
    _generate(voice, choices.package, python)
    _extras(voice, ask, choices, document, ci, hook)
    _first_call(voice, found, choices)


def is_on_terminal() -> bool:
    """Return whether somebody is there to answer questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class _Questions:
    """Asks a person, or takes what is proposed."""

    def __init__(self, yes: bool) -> None:
        self.yes = yes

    def text(self, question: str, proposed: str, check: Callable[[str], str]) -> str:
        """Return the answer, which `check` accepts; it raises ValueError for another."""
        while not self.yes:
            answer = click.prompt(question, default=proposed)
            try:
                return check(answer)
            except ValueError as bad:
                click.echo(f"  {bad}")
        return check(proposed)

    def confirm(self, question: str, proposed: bool) -> bool:
        return proposed if self.yes else click.confirm(question, default=proposed)


def _document(
    voice: Voice, ask: _Questions, source: str | None, python: str | None
) -> tuple[Path, str | None]:
    """Return the path of the document, and the application that it is of, if any."""
    from ..config import app_of
    from ..setup import download, find_app, find_documents
    from ..urls import is_remote

    if source is None:
        found = find_documents(Path())
        if found:
            source = str(found[0])
            others = f" (and {len(found) - 1} more)" if found[1:] else ""
            voice.say(f"found {shown(found[0])}{others}")
            if found[1:] and not ask.yes:
                names = [path.as_posix() for path in found]
                source = click.prompt("Document", default=names[0], type=click.Choice(names))
        elif (app := find_app(Path())) is not None:
            voice.say(f"found the FastAPI application {app}")
            source = app
        else:
            message = "there is no OpenAPI document here, and no FastAPI application"
            hint = "name one: `clientsmith init path/to/openapi.yaml`, or its https URL"
            raise ClientsmithError([error("init-document", message, None, hint)])
    if is_remote(source):
        from ..document.fetch import fetch

        with ProgressLine("init") as line:
            line.show(f"fetching {printable(source)}")
            path = download(source, Path("specs"), fetch)
        voice.say(f"fetched into {shown(path)}, which later runs read; commit it")
        return path, None
    if (app := app_of(source, Path.cwd())) is not None:
        return _of_app(app.reference, python), app.reference
    path = Path(source)
    if not path.is_file():
        raise click.BadParameter(f"{source!r} is no file", param_hint="PATH")
    return path, None


def _of_app(reference: str, python: str | None) -> Path:
    """Return the copy of an application's document, made now."""
    from ..config import App, Target, document_path
    from ..identifiers import module

    name = module(reference.partition(":")[0].split(".")[0])
    path = document_path({"document": reference}, name, Path())
    assert path is not None
    if is_of_another_app(path, reference):
        # `app.admin:app` beside `app.main:app`, whose copy is in `specs/app`.
        path = document_path({"document": reference}, module(reference), Path())
        assert path is not None
    target = Target(name=name, document=path, output=Path(), package=name)
    app = App(reference, Path.cwd())
    with document_of_app(target.with_app(app), python):
        return path


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
    ask: _Questions,
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


def _configure(voice: Voice, ask: _Questions, choices: Choices, into: str | None) -> bool:
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
    return _place(voice, ask, path, text, f"the target {choices.package!r}", may_add=may)


def _place(
    voice: Voice, ask: _Questions, path: Path, text: str, what: str, *, may_add: bool = False
) -> bool:
    """Write a new file, or add to one if the person says so; else print what to add."""
    from ..setup import append, write_new

    if not path.exists():
        write_new(path, text)
        voice.say(f"wrote {shown(path)}")
        return True
    if may_add or (not ask.yes and ask.confirm(f"Add {what} to {shown(path)}?", True)):
        append(path, text)
        voice.say(f"added {what} to {shown(path)}")
        return True
    click.echo(f"{shown(path)} exists, and was left as it is. Add {what}:\n")
    click.echo("".join(f"    {line}\n" if line else "\n" for line in text.split("\n")[:-1]))
    return False


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


def _extras(
    voice: Voice,
    ask: _Questions,
    choices: Choices,
    document: Path,
    ci: str | None,
    hook: bool,
) -> None:
    """Write rules for make, a step for CI and a hook, those that are wanted."""
    from ..config import find_file
    from ..setup import github, gitlab, hook as hook_text, make_lines, runner

    run = runner(Path())
    is_app = choices.document != document.as_posix()
    flags = " --run-app" if is_app else ""
    if (makefile := Path("Makefile")).is_file():
        _place(voice, ask, makefile, make_lines(run, flags), "these rules")
    else:
        voice.say(f"`{run}clientsmith generate{flags}` brings the client up to date")
    if ci is None and not ask.yes:
        guess = "github" if Path(".github").is_dir() else "none"
        guess = "gitlab" if Path(".gitlab-ci.yml").is_file() else guess
        kinds = click.Choice(("github", "gitlab", "none"))
        ci = click.prompt("A step for CI", default=guess, type=kinds)
    if ci == "github":
        path = Path(".github/workflows/clientsmith.yml")
        _place_whole(voice, path, github())
    elif ci == "gitlab":
        _place_whole(voice, Path(".gitlab-ci.yml"), gitlab())
    if hook or (not ask.yes and ask.confirm("A hook for pre-commit?", False)):
        package = (Path(choices.output) / choices.package).as_posix()
        paths = (document.as_posix(), find_file(Path()).as_posix(), f"{package}/")
        _place_whole(voice, Path(".pre-commit-config.yaml"), hook_text(paths, run))


def _place_whole(voice: Voice, path: Path, text: str) -> None:
    """Write a new file; one of YAML cannot be added to at its end, so that is left to a person."""
    _place(voice, _Questions(True), path, text, "what of this is not there")


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
