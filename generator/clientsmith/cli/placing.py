"""What `clientsmith init` writes: new files, and additions where a person says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..paths import shown
from .asking import Questions
from .options import Voice

if TYPE_CHECKING:
    from ..setup import Choices


def place(
    voice: Voice, ask: Questions, path: Path, text: str, what: str, *, may_add: bool = False
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


def place_rules(voice: Voice, ask: Questions, choices: Choices, document: Path) -> None:
    """Write rules for make where there is a Makefile; else say what to run."""
    from ..setup import make_lines, runner

    run = runner(Path())
    is_app = choices.document != document.as_posix()
    flags = " --run-app" if is_app else ""
    if (makefile := Path("Makefile")).is_file():
        place(voice, ask, makefile, make_lines(run, flags), "these rules")
    else:
        voice.say(f"`{run}clientsmith generate{flags}` brings the client up to date")


def place_steps(
    voice: Voice, ask: Questions, package: Path, document: Path, ci: str | None, hook: bool
) -> None:
    """Write a step for CI and a hook, those that are wanted."""
    from ..config import find_file
    from ..setup import github, gitlab, hook as hook_text, runner

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
        paths = (document.as_posix(), find_file(Path()).as_posix(), f"{package.as_posix()}/")
        _place_whole(voice, Path(".pre-commit-config.yaml"), hook_text(paths, runner(Path())))


def _place_whole(voice: Voice, path: Path, text: str) -> None:
    """Write a new file; one of YAML cannot be added to at its end, so that is left to a person."""
    place(voice, Questions(True), path, text, "what of this is not there")
