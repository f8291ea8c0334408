"""The table "Known to work" of the README."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from .catalogue import Entry
from .trial import Result

BEGIN = "<!-- corpus: written by `make corpus` -->"
END = "<!-- /corpus -->"

_STATUSES = "generated", "degraded", "refused"
_HEAD = "document", "package", "dialect", "operations", *_STATUSES, "imports", "pyright"


def table(entries: Sequence[Entry], results: Mapping[str, Result]) -> str:
    """Markdown: a sentence with the sums, and a row for each document that was tried."""
    tried = [entry for entry in entries if entry.name in results]
    rows = [_row(entry, results[entry.name]) for entry in tried]
    lines = [
        _sum([results[entry.name] for entry in tried]),
        "",
        "<details><summary>Every document</summary>",
        "",
        _line(_HEAD),
        _line(["---", "---", "---", *["--:"] * 4, "---", "---"]),
        *(_line(row) for row in rows),
        "",
        "</details>",
    ]
    return "\n".join(lines)


def put(text: str, readme: Path) -> bool:
    """Write the text between the README's markers; False when it has none, or has it already."""
    old = readme.read_text(encoding="utf-8")
    around = re.compile(f"(?<={re.escape(BEGIN)}\n).*?(?=\n{re.escape(END)})", re.S)
    new = around.sub(lambda _: text, old, count=1)
    if new == old:
        return False
    readme.write_text(new, encoding="utf-8", newline="\n")
    return True


def _sum(results: Sequence[Result]) -> str:
    whole = sum(result.is_whole for result in results)
    declared = sum(result.declared for result in results)
    counts = {
        status: sum(result.statuses.get(status, 0) for result in results) for status in _STATUSES
    }
    lenient = sum(result.is_lenient for result in results)
    text = (
        f"{whole:,} of {len(results):,} documents come out whole: every operation there, every "
        f"module imports, pyright (basic) finds nothing. Of their {declared:,} operations "
        f"{counts['generated']:,} are generated, {counts['degraded']:,} degraded and "
        f"{counts['refused']:,} refused."
    )
    if lenient:
        text += f" {lenient} are invalid (\\*) and took `--lenient`."
    return text


def _row(entry: Entry, result: Result) -> Sequence[str]:
    name = f"{entry.name} \\*" if result.is_lenient else entry.name
    package = f"{entry.package.name} {entry.package.version} ({entry.package.registry})"
    known = (name, package, result.dialect, f"{result.declared:,}")
    if result.problems:
        fault = re.search(r"error\[([\w-]+)\]", "\n".join(result.problems))
        return (*known, "", "", "", fault.group(1) if fault else "no client", "")
    counts = (f"{result.statuses.get(status, 0):,}" for status in _STATUSES)
    imports = f"{len(result.not_importing)} problems" if result.not_importing else "yes"
    return (*known, *counts, imports, _types(result))


def _types(result: Result) -> str:
    if result.type_errors is None:
        return ""
    return f"{result.type_error_count:,} problems" if result.type_error_count else "clean"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
