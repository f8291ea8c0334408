"""Questions on a terminal, or the answers that are proposed."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click


def is_on_terminal() -> bool:
    """Return whether somebody is there to answer questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Questions:
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
