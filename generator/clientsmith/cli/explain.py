"""`clientsmith explain`."""

from __future__ import annotations

import click

from ..diagnostics import did_you_mean


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Print what a CODE of a message means, an example that causes it, and the fix.

    Without CODE, it lists all codes, each with what it means in a line.
    """
    from ..diagnostics.explanations import explanations, summaries

    if code is None:
        listed = summaries()
        width = max(map(len, listed))
        for each, meaning in listed.items():
            click.echo(f"{each:<{width}}  {meaning}")
        return
    known = explanations()
    # As it stands in a message: `error[ref-missing]`.
    name = code.partition("[")[2].rstrip("]") or code
    if name not in known:
        hint = did_you_mean(name, known) or "`clientsmith explain` lists them all"
        raise click.BadParameter(f"there is no code {name!r}; {hint}", param_hint="CODE")
    click.echo(f"{name}\n\n{known[name]}", nl=False)
