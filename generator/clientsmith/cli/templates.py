"""`clientsmith templates`: see and copy the templates that a client is made of."""

from __future__ import annotations

from pathlib import Path

import click

from ..diagnostics import did_you_mean
from ..paths import shown


@click.group()
def templates() -> None:
    """See and copy the templates that a client is made of."""


@templates.command("list")
def list_templates() -> None:
    """Print the name of each template."""
    from ..emit.bundled import template_names

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
    from ..emit.bundled import template_names, templates_folder

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
        leave(f"{shown(copy)!r} exists; move it away to have the bundled template again")
    except OSError as problem:
        leave(f"{shown(copy)!r} cannot be written: {problem.strerror or problem}")
    click.echo(shown(copy))


def leave(message: str) -> None:
    raise click.ClickException(message)
