"""Calls the operations of every document of the corpus, or of those named, before two judges.

`python -m tests.conformance [--fresh|--known] [--seconds N] [--operations N] [--jobs N] [NAME...]`.
The details go to `results.json` in the cache folder; a run over the whole list writes
`docs/conformance.md`. With `--known` nothing is called: what earlier runs found is counted by the
limits of today, whatever state of clientsmith they tried. Exits with 1 when a try is neither clean
nor explained by a judge's limit.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from tests.corpus import archives, catalogue
from tests.corpus.catalogue import Entry

from . import report
from .tally import Result, count
from .trial import ROOT, attempt


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    everything = catalogue.read()
    names = {entry.name for entry in everything}
    if unknown := [name for name in options.names if name not in names]:
        print(f"no document is called {unknown[0]!r}; {catalogue.LIST} lists them")
        return 2
    entries = [entry for entry in everything if not options.names or entry.name in options.names]
    generator = fingerprint()
    store = Store(options.cache / "results.json")

    def run(entry: Entry) -> None:
        known = store.results.get(entry.name)
        if options.known and known is None:
            return
        is_known = known is not None and known.source == entry.source
        is_known = is_known and (options.known or known.generator == generator)
        if known is None or not is_known or options.fresh:
            result = _try(entry, options, store.tries(entry.name))
            result.source, result.generator = entry.source, generator
            store.keep(entry.name, result)
            print(f"{entry.name}: {_reported(result)}", flush=True)
        elif store.tries(entry.name).exists():
            # The limits of the judges may have become other ones.
            count(store.tries(entry.name), known)
            store.keep(entry.name, known)

    with ThreadPoolExecutor(options.jobs) as pool:
        for done in [pool.submit(run, entry) for entry in entries]:
            done.result()
    results = {
        entry.name: store.results[entry.name] for entry in entries if entry.name in store.results
    }
    print(f"\n{report.total(results.values())}\nDetails: {store.path}")
    if not options.names:
        options.report.parent.mkdir(exist_ok=True)
        text = report.page(entries, results, options.operations, options.seconds, generator)
        options.report.write_text(text, encoding="utf-8", newline="\n")
        print(f"{options.report} has the table.")
    return 1 if any(result.ours for result in results.values()) else 0


class Store:
    """The results so far, kept in a file: a run that was stopped goes on where it stopped."""

    def __init__(self, path: Path) -> None:
        self.path, self._lock = path, Lock()
        self.results = self._read()

    def _read(self) -> dict[str, Result]:
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
            return {name: Result.from_json(data) for name, data in content.items()}
        except (OSError, ValueError, TypeError):
            # None so far, or of another form of this file.
            return {}

    def tries(self, name: str) -> Path:
        """The file that keeps the tries of a document."""
        return self.path.with_name("tries") / f"{name}.jsonl.gz"

    def keep(self, name: str, result: Result) -> None:
        with self._lock:
            # Another run may have added some meanwhile.
            self.results = {**self.results, **self._read(), name: result}
            content = {name: self.results[name].as_json() for name in sorted(self.results)}
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")


def _try(entry: Entry, options: argparse.Namespace, tries: Path) -> Result:
    try:
        source = archives.archive(entry.package, options.packages)
        with TemporaryDirectory(prefix=f"conformance-{entry.name}-") as name:
            folder = Path(name)
            document = archives.extract(entry, source, folder / "document")
            (folder / "run").mkdir()
            result = attempt(
                document,
                folder / "run",
                seconds=options.seconds,
                most=options.operations,
                name=entry.name,
            )
            tries.parent.mkdir(parents=True, exist_ok=True)
            written = folder / "run" / "tries.jsonl"
            tries.write_bytes(gzip.compress(written.read_bytes() if written.exists() else b""))
            return result
    except (archives.CorpusError, OSError, ValueError, KeyError) as problem:
        # One document that cannot be tried is printed, and does not stop the rest.
        return Result(problem=f"{type(problem).__name__}: {problem}"[:500])


def _reported(result: Result) -> str:
    said = f"{result.clean} of {result.tried} operations clean"
    said += "".join(f", {count} {name}" for name, count in result.limits.items())
    said += f", {result.ours} OURS" if result.ours else ""
    return f"{said} ({result.seconds} s){f'; {result.problem}' if result.problem else ''}"


def fingerprint() -> str:
    """Twelve hexadecimal digits that stand for the sources of the generator and of the tries.

    What only judges the tries, such as the limits, is not among them: tries are counted anew.
    """
    total = hashlib.sha256()
    for folder in (ROOT / "generator", ROOT / "templates", Path(__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".jinja") and path.name not in _AFTERWARDS:
                total.update(path.read_bytes())
    return total.hexdigest()[:12]


_AFTERWARDS = (
    "limits.py",
    "reasons.py",
    "verdicts.py",
    "tally.py",
    "report.py",
    "__main__.py",
    "test_values.py",
)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser("python -m tests.conformance", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="try these documents alone")
    parser.add_argument("--fresh", action="store_true", help="try all, whatever is known of them")
    parser.add_argument("--known", action="store_true", help="call nothing, count what is known")
    parser.add_argument("--seconds", type=float, default=600, help="the limit of a document")
    parser.add_argument("--operations", type=int, default=400, help="the most of a document")
    parser.add_argument("--jobs", type=int, default=1, choices=(1, 2), help="documents at once")
    parser.add_argument("--cache", type=Path, default=home / "clientsmith-conformance")
    packages = home / "clientsmith-corpus" / "packages"
    parser.add_argument("--packages", type=Path, default=packages, help="where archives are kept")
    parser.add_argument("--report", type=Path, default=ROOT / "docs" / "conformance.md")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
