"""Writes what pages show of commands: the reference of the command line, and the picture."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from click.testing import CliRunner
from rich.console import Console
from rich.text import Text

from clientsmith.cli import cli

from .pages import DOCS, ROOT
from .running import Project

PICTURE = DOCS / "images" / "terminal.svg"
_SESSION = (
    "clientsmith generate --document openapi.yaml --package pets --output .",
    "clientsmith diff openapi.yaml new.yaml",
)
_WIDTH = 100
# Without the fonts that rich would fetch from another host.
_SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def picture() -> str:
    """Return a terminal in which a client is made, and its next document is compared, as SVG."""
    console = Console(record=True, width=_WIDTH, file=StringIO(), force_terminal=True)
    guide = ROOT / "tests/changes/guide"
    with TemporaryDirectory() as folder:
        project = Project(Path(folder), "http://127.0.0.1:9")
        for name, copy in (("old.yaml", "openapi.yaml"), ("new.yaml", "new.yaml")):
            (project.folder / copy).write_bytes((guide / name).read_bytes())
        for command in _SESSION:
            console.print(Text.assemble(("$ ", "bold green"), (command, "bold")))
            console.print(Text.from_ansi(project.terminal(command).rstrip("\n")))
            console.print()
    return console.export_svg(title="clientsmith", code_format=_SVG, unique_id="clientsmith")


def shown(svg: str) -> str:
    """Return the text of a picture, whatever release of rich drew it."""
    return "\n".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))


COMMANDS = DOCS / "command-line.md"
_INTRODUCTION = """\
# Command line

`clientsmith` ends with 0 where all is well, 1 where problems were found, and 2 where it was used
wrongly. Options about a target take precedence over its [configuration](configuration.md). A
terminal gets colors, unless `NO_COLOR` is set.

`make pages` writes this page from the commands themselves.
"""


def command_line() -> str:
    """Return the page with the help of every command."""
    text = _INTRODUCTION
    for words in _names((), cli):
        command = " ".join(("clientsmith", *words))
        done = CliRunner().invoke(
            cli, [*words, "--help"], prog_name="clientsmith", env={"COLUMNS": "80"}
        )
        text += f"\n## `{command}`\n\n```console\n$ {command} --help\n{done.output}```\n"
    return text


def _names(words: tuple[str, ...], command: click.Command) -> Iterator[tuple[str, ...]]:
    yield words
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from _names((*words, name), each)


def options(words: list[str], command: click.Command = cli) -> set[str] | None:
    """Return the options of the command that these words begin with; None where there is none."""
    found = _options(command)
    for word in words:
        if not isinstance(command, click.Group):
            break
        if word not in command.commands and (usual := getattr(command, "usual", "")):
            return found | _options(command.commands[usual])
        if word.startswith("-"):
            continue
        if word not in command.commands:
            return None
        command = command.commands[word]
        found |= _options(command)
    return found


def _options(command: click.Command) -> set[str]:
    named = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    return named | {"--help", "-h"}


def words_of(command: str) -> list[str]:
    return shlex.split(command, comments=True)


PAGES = {COMMANDS: command_line}
"""The pages that are written as a whole, each with what writes it."""
APART = {*PAGES, DOCS / "change-report.md", DOCS / "diagnostics.md"}
"""The pages that other tests run, or whose commands need not be run once more."""
