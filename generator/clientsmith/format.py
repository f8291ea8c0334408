"""Python through black."""

from __future__ import annotations

from .diagnostics import ClientsmithError, error


def formatted(path: str, text: str) -> str:
    """The text of the file at `path` in black's style, where it is Python; else as it is.

    Black's own comparison of the trees before and after is left out: `prove` looks at every file
    that comes out of here.

    Raises:
        ClientsmithError: the file is not Python (code `format-failed`).
    """
    if not path.endswith(".py"):
        return text
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    mode = Mode(line_length=100, target_versions={TargetVersion.PY311})
    try:
        return format_str(text, mode=mode)
    except (InvalidInput, ValueError, RecursionError) as problem:
        told = " ".join(str(problem).split()) or type(problem).__name__
        # A hint would be of no use: a file like this is our mistake, not the document's.
        raise ClientsmithError(
            [error("format-failed", f"{path!r} came out as no Python: {told}", None)]
        ) from problem
