"""Tries every document of the list, or those named; exits with 1 unless each comes out whole.

`python -m tests.corpus [--fresh] [--no-types] [--seconds N] [NAME...]`. The details go to
`results.json` in the cache folder. A run over the whole list also writes the README's table.
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
    store = _Store(cache / "results.json", is_fresh=options.fresh or bool(options.names))
    for number, entry in enumerate(entries, 1):
        result = store.results.get(entry.name)
        if result is None:
            print(f"{number}/{len(entries)} {entry.name} ", end="", flush=True)
            result = _try(entry, cache, options.seconds, options.types)
            store.keep(entry.name, result)
            print("\n".join(_told(result)), flush=True)
    results = {entry.name: store.results[entry.name] for entry in entries}
    text = table.table(entries, results)
    print(f"\n{text.splitlines()[0]}\nDetails: {store.path}")
    if not options.names and options.types and table.put(text, options.readme):
        print(f"{options.readme} has the table.")
    return 0 if all(result.is_whole for result in results.values()) else 1


class _Store:
    """The results so far, kept in a file: a run that was stopped goes on where it stopped.

    They hold for the generator as it was; a change to it or to its templates forgets them.
    """

    def __init__(self, path: Path, *, is_fresh: bool) -> None:
        self.path = path
        self._generator = _fingerprint()
        self._known: dict[str, Result] = dict(self._read())
        self.results: dict[str, Result] = {} if is_fresh else dict(self._known)

    def keep(self, name: str, result: Result) -> None:
        self._known[name] = self.results[name] = result
        documents = {name: self._known[name].as_json() for name in sorted(self._known)}
        content = {"generator": self._generator, "documents": documents}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")

    def _read(self) -> Iterator[tuple[str, Result]]:
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if content["generator"] == self._generator:
            for name, data in content["documents"].items():
                yield name, Result.from_json(data)


def _try(entry: Entry, cache: Path, seconds: float, types: bool) -> Result:
    try:
        source = archives.archive(entry.package, cache / "packages")
        with TemporaryDirectory(prefix=f"corpus-{entry.name}-") as name:
            folder = Path(name)
            document = archives.extract(entry, source, folder / "document")
            (folder / "run").mkdir()
            return attempt(document, folder / "run", seconds=seconds, types=types)
    except (archives.CorpusError, OSError, ValueError, KeyError) as problem:
        # One document that cannot be tried is told, and does not stop the rest.
        return Result(problems=[f"{type(problem).__name__}: {problem}"])


def _told(result: Result) -> Iterator[str]:
    """A line with the counts, and below it what is wrong."""
    counts = ", ".join(f"{count} {status}" for status, count in result.statuses.items())
    took = ", ".join(f"{step} {seconds} s" for step, seconds in result.seconds.items())
    verdict = "whole" if result.is_whole else "NOT WHOLE"
    lenient = " --lenient" if result.is_lenient else ""
    yield f"{verdict}{lenient}: {result.declared} declared, {counts or 'no client'} ({took})"
    for kind, count in list(result.reasons.items())[:5]:
        yield f"    {count} x {kind}"
    for problem in (*result.problems, *result.not_importing, *(result.type_errors or ()))[:6]:
        yield f"    {problem}"


def _fingerprint() -> str:
    total = hashlib.sha256()
    for folder in (ROOT / "generator", ROOT / "templates", Path(__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".jinja"):
                total.update(path.read_bytes())
    return total.hexdigest()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser("python -m tests.corpus", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="try these documents alone")
    parser.add_argument("--fresh", action="store_true", help="forget what an earlier run found")
    parser.add_argument("--no-types", dest="types", action="store_false", help="leave pyright out")
    parser.add_argument("--seconds", type=float, default=900, help="the limit of each step")
    parser.add_argument("--cache", type=Path, default=home / "clientsmith-corpus")
    parser.add_argument("--list", type=Path, default=catalogue.LIST)
    parser.add_argument("--readme", type=Path, default=ROOT / "README.md")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
