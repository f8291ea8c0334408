"""The command line: reads options, calls the pipeline and prints; it decides nothing else.

In: the arguments of a process. Out: text, and an exit code: 0 all is well, 1 problems were found, 2
wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from .. import __version__
from ..diagnostics import ClientsmithError
from .check import check
from .diff import diff
from .drift import drift
from .explain import explain
from .generate import generate
from .init import init
from .names import names
from .options import voice_options
from .overlay import overlay
from .printing import print_problems, print_way_to_explain
from .release import release
from .templates import templates
from .validate import validate
from .watch import watch

# Problems of the configuration that the command line is to blame for.
_WRONG_USAGE = frozenset({"config-missing", "config-ambiguous", "target-unknown"})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line, and leave with its exit code."""
    try:
        cli.main(arguments, prog_name="clientsmith")
    except ClientsmithError as problem:
        print_problems(problem.diagnostics)
        codes = {diagnostic.code for diagnostic in problem.diagnostics}
        sys.exit(2 if codes <= _WRONG_USAGE else 1)
    except Exception:
        import traceback

        traceback.print_exc()
        message = f"This is a mistake in clientsmith {__version__}, not in what you gave it."
        click.echo(f"\n{message} Please report it, with the lines above.", err=True)
        sys.exit(1)
    finally:
        print_way_to_explain()


@click.group(context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@voice_options
def cli() -> None:
    """Generate a typed Python client from an OpenAPI document."""


commands = (
    init,
    generate,
    watch,
    check,
    validate,
    explain,
    diff,
    release,
    names,
    overlay,
    drift,
    templates,
)
for command in commands:
    cli.add_command(command)
