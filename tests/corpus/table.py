"""The table of docs/known-to-work.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .catalogue import Entry
from .trial import Result

BEGIN = "<!-- corpus: written by `make corpus` -->"
END = "<!-- /corpus -->"

_STATUSES = "generated", "degraded", "refused"
_HEAD = "document", "package", "dialect", "operations", *_STATUSES, "imports", "pyright", "why"
_MOST = 160
"""The characters of a reason that are shown."""


def table(entries: Sequence[Entry], results: Mapping[str, Result], generator: str) -> str:
    """Markdown: a sentence with the sums, and a row for each document that was tried.

    `generator` is the fingerprint of the present clientsmith.
    """
    tried = [entry for entry in entries if entry.name in results]
    lines = [
        _sum([results[entry.name] for entry in tried], generator),
        "",
        _line(_HEAD),
        _line(["---", "---", "---", *["--:"] * 4, "---", "---", "---"]),
        *(_line(_row(entry, results[entry.name], generator)) for entry in tried),
    ]
    return "\n".join(lines)


def put(text: str, page: Path) -> bool:
    """Write the text between a page's markers; False when it has none, or has it already."""
    old = page.read_text(encoding="utf-8")
    around = re.compile(f"(?<={re.escape(BEGIN)}\n).*?(?=\n{re.escape(END)})", re.S)
    new = around.sub(lambda _: text, old, count=1)
    if new == old:
        return False
    page.write_text(new, encoding="utf-8", newline="\n")
    return True


def _sum(results: Sequence[Result], generator: str) -> str:
    whole = sum(result.is_whole for result in results)
    valid = [result for result in results if not result.faults]
    invalid = [result for result in results if result.faults]
    declared = sum(result.declared for result in results)
    counts = {
        status: sum(result.statuses.get(status, 0) for result in results) for status in _STATUSES
    }
    text = (
        f"{whole:,} of {len(valid):,} valid documents come out whole: every operation is there, "
        "every module imports, pyright (basic) finds nothing. "
    )
    if invalid:
        mended = sum(result.is_mended for result in invalid)
        text += (
            f"{len(invalid):,} more are invalid (\\*) and refused with the place; {mended:,} of "
            "them come out with `--lenient`, which their rows are of, without the faulty parts. "
        )
    text += (
        f"Of all {declared:,} operations {counts['generated']:,} are generated, "
        f"{counts['degraded']:,} degraded and {counts['refused']:,} refused."
    )
    text += f" Tried with the sources of hash `{generator}`"
    if earlier := sum(result.generator != generator for result in results):
        text += f", {earlier:,} (†) with an earlier state of them"
    return f"{text}."


def _row(entry: Entry, result: Result, generator: str) -> Sequence[str]:
    marks = ("\\*" if result.faults else "", "" if result.generator == generator else "†")
    name = " ".join(filter(None, (entry.name, *marks)))
    package = f"{entry.package.name} {entry.package.version} ({entry.package.registry})"
    known = (name, package, result.dialect, f"{result.declared:,}")
    why = "<br>".join(_why(result))
    if result.problems:
        return (*known, "", "", "", "no client", "", why)
    counts = (f"{result.statuses.get(status, 0):,}" for status in _STATUSES)
    imports = f"{len(result.not_importing)} problems" if result.not_importing else "yes"
    return (*known, *counts, imports, _types(result), why)


def _why(result: Result) -> Iterator[str]:
    """What is invalid, the first of it, and why operations are less than generated."""
    if reported := (result.faults or result.problems):
        more = f" and {len(reported) - 1:,} more" if len(reported) > 1 else ""
        yield _plain(reported[0]) + more
    if not result.faults:
        for kind, count in result.reasons.items():
            yield f"{count:,} operation{'s' if count > 1 else ''}: {_plain(kind)}"


def _plain(text: str) -> str:
    """The beginning of a text as code, without what ends that or the cell, or opens a quote."""
    line = " ".join(re.sub(r"[`|<>\\\"]", " ", text).replace("'", "\u2019").split())
    return f"`{line if len(line) <= _MOST else line[:_MOST] + '…'}`"


def _types(result: Result) -> str:
    if result.type_errors is None:
        return ""
    return f"{result.type_error_count:,} problems" if result.type_error_count else "clean"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
