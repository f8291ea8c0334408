"""Files through black, on all cores where that pays."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from .diagnostics import ClientsmithError, Diagnostic, error

# Starting workers, each of which imports black, takes as long as formatting this many lines.
_WORTH_WORKERS = 6_000


def format_files(files: Mapping[str, str], *, workers: int | None = None) -> dict[str, str]:
    """The same files in the same order, each `.py` in black's style; other files as they are.

    Black's own comparison of the trees before and after is left out: `prove` looks at every file
    that comes out of here.

    Raises:
        ClientsmithError: a file that is not Python (code `format-failed`), for each of them.
    """
    sources = [(path, text) for path, text in files.items() if path.endswith(".py")]
    lines = sum(text.count("\n") for _, text in sources)
    if workers is None:
        workers = (os.cpu_count() or 1) if lines > _WORTH_WORKERS else 1
    formatted: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for path, text, problem in _format_all(sources, workers):
        formatted[path] = text
        if problem:
            # A hint would be of no use: a file like this is our mistake, not the document's.
            problems.append(
                error("format-failed", f"{path!r} came out as no Python: {problem}", None)
            )
    if problems:
        raise ClientsmithError(problems)
    return {path: formatted.get(path, text) for path, text in files.items()}


def _format_all(sources: list[tuple[str, str]], workers: int) -> Iterable[tuple[str, str, str]]:
    if workers < 2:
        return map(_format, sources)
    from concurrent.futures import ProcessPoolExecutor

    # Big files first, so that none of them is left alone at the end.
    ordered = sorted(sources, key=lambda source: len(source[1]), reverse=True)
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_format, ordered, chunksize=max(1, len(ordered) // (workers * 16))))


def _format(source: tuple[str, str]) -> tuple[str, str, str]:
    """Path, formatted text, and what was wrong; an exception of black's may not survive a pipe."""
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    path, text = source
    mode = Mode(line_length=100, target_versions={TargetVersion.PY311})
    try:
        return path, format_str(text, mode=mode), ""
    except (InvalidInput, ValueError, RecursionError) as problem:
        return path, text, " ".join(str(problem).split()) or type(problem).__name__
