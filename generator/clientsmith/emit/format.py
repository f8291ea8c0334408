"""Python in black's style."""

from __future__ import annotations

from functools import lru_cache

from ..diagnostics import ClientsmithError, error
from .artifacts import Kind
from .fast_format import Unknown, laid_out
from .values import LINE


def formatted(kind: Kind, path: str, text: str, *, is_near: bool = True) -> str:
    """Return the text of a file in black's style, where it is Python; else as it is.

    `is_near` tells that our own templates made it, which need black only for what is too long.
    Black's own comparison of the trees before and after is left out: `prove` looks at every file
    that comes out of here.

    Raises:
        ClientsmithError: the file is not Python (code `format-failed`).
    """
    if kind != "python":
        return text
    try:
        return _near(text) if is_near else _black(text, LINE)
    except (SyntaxError, ValueError, RecursionError) as problem:
        reason = " ".join(str(problem).split()) or type(problem).__name__
        # A hint would be of no use: a file like this is our mistake, not the document's.
        raise ClientsmithError(
            [error("format-failed", f"{path!r} is not valid Python: {reason}", None)]
        ) from problem


def _near(text: str) -> str:
    try:
        return laid_out(text, _statement)
    except Unknown:
        return _black(text, LINE)


@lru_cache(4096)
def _statement(source: str, width: int) -> str:
    if source.startswith("@"):
        return _black(f"{source}\nclass _: ...", width).removesuffix("class _: ...\n")
    if not source.endswith(":"):
        return _black(source, width)
    return _black(f"{source}\n    pass", width).removesuffix("    pass\n")


def _black(text: str, width: int) -> str:
    # Black takes a tenth of a second to import, and few pages need it.
    from black import format_str
    from black.mode import Mode, TargetVersion

    return format_str(text, mode=Mode(line_length=width, target_versions={TargetVersion.PY311}))
