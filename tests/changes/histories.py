"""Real histories: two versions of a package that ships a document, judged by the oracle."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from ..conformance.document import load
from ..corpus import catalogue
from ..corpus.archives import CorpusError, archive, extract
from .kept import Kept
from .mutations import Mutation
from .oracle import judge, judge_again
from .survey import PACKAGES, reached_components
from .verdicts import Verdict, described, figures, programs

# A document of the corpus → the version of its package that it is compared with.
VERSIONS = {
    "airflow": "3.1.0",
    "anthropic": "0.1.0",
    "blockfrost": "0.1.73",
    "decentraland-catalyst": "3.3.0",
    "dialogporten": "1.23.2",
    "directus": "14.0.0",
    "figma": "0.31.0",
    "ideal-postcodes": "4.14.1",
    "jupyter-server": "2.12.0",
    "jupyterlab-server": "2.16.0",
    "rclone": "1.74.1",
}
_OPERATIONS = 25


def histories(names: Sequence[str], server: str, is_known: bool) -> None:
    """Print what the oracle and the reports say of the versions of documents of the corpus."""
    kept = Kept(f"histories-{server}")
    found: list[Verdict] = []
    for name in names or VERSIONS:
        known = kept.get(name, VERSIONS[name], is_known)
        if is_known and known is None:
            continue
        try:
            verdicts = list(of_versions(name, server, known))
        except (CorpusError, KeyError, RuntimeError, StopIteration) as problem:
            print(f"{name}: {problem!r:.300}", flush=True)
            continue
        if known is None:
            kept.put(name, VERSIONS[name], verdicts)
        found += verdicts
        if known is None:
            print(f"{name}: {programs(verdicts)}", flush=True)
        for verdict in verdicts:
            print(f"{name}: {verdict.problem or figures([verdict])}", flush=True)
            for line in described(verdict, 12):
                print(line, flush=True)
    print(f"all: {figures(found)}")


def of_versions(
    name: str, server: str, known: Sequence[Verdict] | None = None
) -> Iterator[Verdict]:
    """Yield the verdict on the old and the new version of a document, cut to a few paths."""
    entry = next(entry for entry in catalogue.read() if entry.name == name)
    earlier = replace(entry, package=replace(entry.package, version=VERSIONS[name]))
    with tempfile.TemporaryDirectory() as place:
        documents: list[dict[str, Any]] = []
        for at, each in enumerate((earlier, entry)):
            path = extract(each, archive(each.package, PACKAGES), Path(place) / f"document{at}")
            documents.append(json.loads(json.dumps(load(path), default=str)))
        old, new = _cut(*documents, seed=name)
        pair = Mutation(name, VERSIONS[name], new)
        if known is None:
            yield from judge(old, [pair], Path(place), server=server)
        else:
            yield from judge_again(old, [pair], Path(place), known)


def _cut(old: dict[str, Any], new: dict[str, Any], seed: str) -> tuple[dict[str, Any], ...]:
    """Return both documents with the same few paths; first those that differ."""
    paths = sorted({*old["paths"], *new["paths"]})
    Random(seed).shuffle(paths)
    paths.sort(key=lambda path: old["paths"].get(path) == new["paths"].get(path))
    kept = set(paths[:_OPERATIONS])
    made: list[dict[str, Any]] = []
    for document in (old, new):
        some = {path: item for path, item in document["paths"].items() if path in kept}
        small = {**document, "paths": some}
        small.pop("webhooks", None)
        if "components" in document:
            small["components"] = reached_components(small, document["components"])
        made.append(small)
    return tuple(made)
