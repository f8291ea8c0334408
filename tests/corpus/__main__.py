"""Tries every document of the list, or those named; exits with 1 unless each comes out whole.

`python -m tests.corpus [--again] [--fresh] [--no-types] [--seconds N] [NAME...]`. The details go to
`results.json` in the cache folder. A run over the whole list also writes the table of
docs/known-to-work.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from . import archives, catalogue, table
from .catalogue import Entry
from .trial import ROOT, Result, attempt


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    everything = catalogue.read(options.list)
    names = {entry.name for entry in everything}
    if unknown := [name for name in options.names if name not in names]:
        print(f"no document is called {unknown[0]!r}; {options.list} lists them")
        return 2
    entries = [entry for entry in everything if not options.names or entry.name in options.names]
    cache: Path = options.cache
    generator = _fingerprint()
    store = _Store(cache / "results.json", everything)
    for number, entry in enumerate(entries, 1):
        known = store.results.get(entry.name)
        if known is None or _is_to_be_tried(known, options, generator):
            print(f"{number}/{len(entries)} {entry.name} ", end="", flush=True)
            result = _try(entry, cache, options.seconds, options.types)
            result.source, result.generator = entry.source, generator
            store.keep(entry.name, result)
            print("\n".join(_reported(result)), flush=True)
    results = {entry.name: store.results[entry.name] for entry in entries}
    text = table.table(entries, results, generator)
    print(f"\n{text.splitlines()[0]}\nDetails: {store.path}")
    if not options.names and options.types and table.put(text, options.page):
        print(f"{options.page} has the table.")
    return 0 if all(result.is_whole or result.is_mended for result in results.values()) else 1


def _is_to_be_tried(known: Result, options: argparse.Namespace, generator: str) -> bool:
    """Whether an earlier result does not stand for the document as it would come out today."""
    is_unchecked = options.types and known.type_errors is None and not known.problems
    if options.fresh or options.names or is_unchecked:
        return True
    is_good = known.is_whole or known.is_mended
    return known.generator != generator and not (options.again and is_good)


class _Store:
    """The results so far, kept in a file: a run that was stopped goes on where it stopped."""

    def __init__(self, path: Path, entries: Sequence[Entry]) -> None:
        self.path = path
        sources = {entry.name: entry.source for entry in entries}
        # One of another version of the package says nothing about the document of this one.
        self.results = {
            name: result for name, result in self._read() if result.source == sources.get(name)
        }

    def keep(self, name: str, result: Result) -> None:
        self.results[name] = result
        content = {name: self.results[name].as_json() for name in sorted(self.results)}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")

    def _read(self) -> Iterator[tuple[str, Result]]:
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
            yield from [(name, Result.from_json(data)) for name, data in content.items()]
        except (OSError, ValueError, TypeError):
            # None so far, or of another form of this file.
            return


def _try(entry: Entry, cache: Path, seconds: float, types: bool) -> Result:
    try:
        source = archives.archive(entry.package, cache / "packages")
        with TemporaryDirectory(prefix=f"corpus-{entry.name}-") as name:
            folder = Path(name)
            document = archives.extract(entry, source, folder / "document")
            (folder / "run").mkdir()
            return attempt(document, folder / "run", seconds=seconds, types=types)
    except (archives.CorpusError, OSError, ValueError, KeyError) as problem:
        # One document that cannot be tried is printed, and does not stop the rest.
        return Result(problems=[f"{type(problem).__name__}: {problem}"])


def _reported(result: Result) -> Iterator[str]:
    """A line with the counts, and below it what is wrong."""
    counts = ", ".join(f"{count} {status}" for status, count in result.statuses.items())
    took = ", ".join(f"{step} {seconds} s" for step, seconds in result.seconds.items())
    most = max(result.megabytes.values(), default=0)
    verdict = "whole" if result.is_whole else "NOT WHOLE"
    if result.faults:
        verdict = f"invalid, with --lenient {'whole' if result.is_mended else 'NOT WHOLE'}"
    yield f"{verdict}: {result.declared} declared, {counts or 'no client'} ({took}, {most} MB)"
    for kind, count in list(result.reasons.items())[:5]:
        yield f"    {count} x {kind}"
    wrong = (*result.faults, *result.problems, *result.not_importing, *(result.type_errors or ()))
    for problem in wrong[:6]:
        yield f"    {problem}"


def _fingerprint() -> str:
    """Twelve hexadecimal digits that stand for the sources of the generator and of this tool."""
    total = hashlib.sha256()
    for folder in (ROOT / "generator", ROOT / "templates", Path(__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".jinja"):
                total.update(path.read_bytes())
    return total.hexdigest()[:12]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser("python -m tests.corpus", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="try these documents alone")
    again = "keep what came out well with an earlier state of clientsmith, and try the rest again"
    parser.add_argument("--again", action="store_true", help=again)
    parser.add_argument("--fresh", action="store_true", help="try all, whatever is known of them")
    parser.add_argument("--no-types", dest="types", action="store_false", help="leave pyright out")
    parser.add_argument("--seconds", type=float, default=900, help="the limit of each step")
    parser.add_argument("--cache", type=Path, default=home / "clientsmith-corpus")
    parser.add_argument("--list", type=Path, default=catalogue.LIST)
    parser.add_argument("--page", type=Path, default=ROOT / "docs/known-to-work.md")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
