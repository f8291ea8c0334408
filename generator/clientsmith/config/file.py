"""The file of a configuration: which one is read, and its tables with the place of each key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from ..diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error, seen_offset
from .target import Target
from .toml_spans import key_positions
from .toml_text import dotted

FILE = "clientsmith.toml"
PROJECT_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A parsed configuration."""

    name: str
    """The path as the user would write it."""
    folder: Path
    root: tuple[str, ...]
    """The table that is the configuration: `("tool", "clientsmith")`, () in `clientsmith.toml`."""
    data: Mapping[str, Any]
    """The content of that table."""
    positions: Mapping[tuple[str, ...], tuple[int, int]]
    """The line and column of each key of the file."""

    def span(self, *key: str) -> Span:
        """Return the place of a key, or of the nearest table around it that the file writes."""
        full = (*self.root, *key)
        while full and full not in self.positions:
            full = full[:-1]
        return Span(self.name, *self.positions.get(full, (1, 1)))

    def target_tables(self, problems: list[Diagnostic]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the name and the table of each target; add what is no target to `problems`."""
        for key in self.data:
            if key != "targets":
                hint = did_you_mean(key, ("targets",)) or "write each target as [targets.<name>]"
                place = self.span(key)
                problems.append(error("config-unknown-key", f"unknown key {key!r}", place, hint))
        tables = self.data.get("targets")
        if tables is None:
            if not problems:
                message = "the configuration has no target"
                hint = "add a table [targets.<name>] with document, output and package"
                problems.append(error("config-value", message, self.span(), hint))
            return
        if not isinstance(tables, dict):
            message = "'targets' must be a table with a table for each target"
            hint = "write each target as [targets.<name>]"
            problems.append(error("config-type", message, self.span("targets"), hint))
            return
        for name, table in cast("dict[str, Any]", tables).items():
            if isinstance(table, dict):
                yield name, cast("dict[str, Any]", table)
            else:
                hint = (
                    f"put {name!r} into a table [targets.<name>], where <name> is your choice"
                    if name in Target.model_fields
                    else f"write a table [{dotted('targets', name)}]"
                )
                message = f"the target {name!r} must be a table"
                place = self.span("targets", name)
                problems.append(error("config-type", message, place, hint))


def read_file(path: Path) -> ConfigFile:
    """Return the configuration in a file, parsed.

    Raises:
        ClientsmithError: the file cannot be read or has no table of clientsmith
            (`config-missing`), is no UTF-8 or no TOML (`config-syntax`).
    """
    name = path.as_posix()
    try:
        # TOML is UTF-8; a byte order mark and the line ends of Windows are fine in it.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise _failed("config-missing", f"{name!r} cannot be read: {reason}", None) from None
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        message, hint = "the file is not UTF-8", "save it as UTF-8"
        raise _failed("config-syntax", message, Span(name, line, 1), hint) from None
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise _failed("config-syntax", *_syntax(problem, name, text)) from None
    root = () if path.name != PROJECT_FILE else ("tool", "clientsmith")
    positions = dict(key_positions(text))
    for index, part in enumerate(root):
        inner = data.get(part)
        if inner is None:
            message = f"{name!r} has no [tool.clientsmith] table"
            hint = "add [tool.clientsmith.targets.<name>], or name another file with --config"
            raise _failed("config-missing", message, Span(name, 1, 1), hint)
        if not isinstance(inner, dict):
            place = positions.get(root[: index + 1], (1, 1))
            raise _failed("config-type", f"{part!r} must be a table", Span(name, *place))
        data = cast("dict[str, Any]", inner)
    return ConfigFile(name, path.absolute().parent, root, data, positions)


def find_file(folder: Path) -> Path:
    """Return the path of the one file in a folder that configures clientsmith.

    Raises:
        ClientsmithError: there is none (`config-missing`), or there are two (`config-ambiguous`).
    """
    own, project = folder / FILE, folder / PROJECT_FILE
    in_project = project.is_file() and _has_table(project)
    # In the current folder, the bare name, which is what the user would write.
    base = Path() if folder.absolute() == Path.cwd() else folder
    if own.is_file() and in_project:
        message = f"both {FILE} and [tool.clientsmith] in {PROJECT_FILE} configure clientsmith"
        place = Span((base / FILE).as_posix(), 1, 1)
        raise _failed("config-ambiguous", message, place, "keep one, or name it with --config")
    if own.is_file():
        return base / FILE
    if in_project:
        return base / PROJECT_FILE
    message = f"there is no {FILE} here, and no [tool.clientsmith] in a {PROJECT_FILE}"
    hint = (
        "`clientsmith init` writes one; or change to the folder that has one, name the file with"
        " --config, or use --document with --package and --output"
    )
    raise _failed("config-missing", message, None, hint)


def _has_table(project: Path) -> bool:
    text = project.read_bytes()
    # Nearly every project has a pyproject.toml; only one that mentions clientsmith is parsed.
    if b"clientsmith" not in text:
        return False
    try:
        tool = tomllib.loads(text.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return False
    return isinstance(tool, dict) and "clientsmith" in tool


def _syntax(problem: Exception, name: str, text: str) -> tuple[str, Span]:
    """Return the message and the place of a syntax error.

    tomllib writes the place into its text: `Invalid value (at line 1, column 5)`.
    """
    found = re.fullmatch(
        r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(problem), re.S
    )
    if found is None:
        return f"not TOML: {problem}", Span(name, 1, 1)
    if found[2]:
        above = text.split("\n")[: int(found[2]) - 1]
        offset = sum(len(line) + 1 for line in above) + int(found[3]) - 1
    else:
        offset = len(text)
    before = text[: seen_offset(text, offset)]
    place = Span(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return f"not TOML: {found[1][:1].lower()}{found[1][1:]}", place


def _failed(code: str, message: str, span: Span | None, hint: str = "") -> ClientsmithError:
    return ClientsmithError((error(code, message, span, hint),))
