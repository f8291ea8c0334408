"""The text of a `CHANGELOG.md`, of which clientsmith changes the lines between two marks alone."""

from __future__ import annotations

BEGIN = "<!-- clientsmith: what changed since the last release; `clientsmith release` closes it -->"
END = "<!-- /clientsmith -->"
_HEADING = "## Unreleased"


def entries_of(text: str) -> str | None:
    """Return the text between the two marks of a changelog; None if one is missing.

    A mark is a line of its own, which no entry is: entries of a report begin with `- ` or `**`.
    """
    place = _marks(text.split("\n"))
    if place is None:
        return None
    begin, end = place
    return "\n".join(text.split("\n")[begin + 1 : end]).strip("\n")


def with_entries(text: str, entries: str) -> str:
    """Return a changelog with these entries between the marks, in the section `Unreleased`.

    Without marks they come at the top of that section, which is made before the first of the other
    sections. Without marks and entries nothing is changed.
    """
    lines = (text or "# Changelog\n").rstrip("\n").split("\n")
    place = _marks(lines)
    if place is None and not entries:
        return "\n".join(lines) + "\n"
    block = [BEGIN, "", *([entries, ""] if entries else []), END]
    if place is not None:
        begin, end = place
        lines[begin : end + 1] = block
    elif _HEADING in lines:
        at = lines.index(_HEADING) + 1
        lines[at:at] = ["", *block]
    else:
        sections = (at for at, line in enumerate(lines) if line.startswith("## "))
        at = next(sections, len(lines))
        before = [] if at and not lines[at - 1].strip() else [""]
        after = [""] if at < len(lines) else []
        lines[at:at] = [*before, _HEADING, "", *block, *after]
    return "\n".join(lines) + "\n"


def closed(text: str, version: str, date: str) -> str:
    """Return a changelog whose section `Unreleased` is that of a version.

    The marks go; the entries are the user's from then on.
    """
    lines = text.rstrip("\n").split("\n")
    place = _marks(lines)
    heading = f"## {version} ({date})"
    if place is not None:
        begin, end = place
        inner = "\n".join(lines[begin + 1 : end]).strip("\n").split("\n")
        lines[begin : end + 1] = inner
    if _HEADING in lines:
        lines[lines.index(_HEADING)] = heading
    else:
        at = place[0] if place is not None else 1
        lines[at:at] = ["", heading, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _marks(lines: list[str]) -> tuple[int, int] | None:
    if BEGIN not in lines:
        return None
    begin = lines.index(BEGIN)
    ends = (at for at, line in enumerate(lines) if at > begin and line == END)
    end = next(ends, None)
    return None if end is None else (begin, end)
