"""The oracle over documents of the corpus: recall and precision of what is reported as a break."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import unquote

from clientsmith.diagnostics import ClientsmithError

from ..conformance.document import load
from ..corpus import catalogue
from ..corpus.archives import CorpusError, archive, extract
from .kept import Kept
from .mutations import mutations
from .oracle import judge, judge_again
from .verdicts import Verdict, described, figures, programs

PACKAGES = Path.home() / ".cache" / "clientsmith-corpus" / "packages"
DOCUMENTS = (
    *("ably", "adafruit-io", "airbyte", "akeneo", "amadeus-flights", "appwrite", "asana"),
    *("digitalocean", "openai", "spotify"),
)
_OPERATIONS = 3
_DEEPEST = 8
"""References to other paths that are followed in one another."""


def survey(names: Sequence[str], each: int, server: str, is_known: bool) -> None:
    """Print what the oracle and the reports say of mutations of documents of the corpus."""
    kept = Kept(f"oracle-{server}")
    found: list[Verdict] = []
    for name in names or DOCUMENTS:
        known = kept.get(name, asked := f"{each} mutations", is_known)
        if is_known and known is None:
            continue
        try:
            verdicts = list(of_document(name, each, server, known))
        except (ClientsmithError, CorpusError, KeyError, RuntimeError) as problem:
            print(f"{name}: {problem!r:.300}", flush=True)
            continue
        if known is None:
            kept.put(name, asked, verdicts)
        found += verdicts
        if known is None:
            print(f"{name}: {programs(verdicts)}", flush=True)
        print(f"{name}: {figures(verdicts)}", flush=True)
        for line in (line for verdict in verdicts for line in described(verdict)):
            print(line, flush=True)
    print(f"all: {figures(found)}")


def of_document(
    name: str, each: int, server: str, known: Sequence[Verdict] | None = None
) -> Iterator[Verdict]:
    """Yield the verdicts of some mutations of a document of the corpus, cut to a few operations."""
    entry = next(entry for entry in catalogue.read() if entry.name == name)
    with tempfile.TemporaryDirectory() as place:
        path = extract(entry, archive(entry.package, PACKAGES), Path(place) / "document")
        document = json.loads(json.dumps(load(path), default=str))
        small = cut(document, name)
        changed = mutations(small, each, name)
        if known is None:
            yield from judge(small, changed, Path(place), server=server)
        else:
            yield from judge_again(small, changed, Path(place), known)


def cut(document: dict[str, Any], seed: str) -> dict[str, Any]:
    """Return a document with a few of its paths, and the components that these refer to."""
    draw = Random(seed)
    paths = list(document["paths"])
    draw.shuffle(paths)
    kept = {
        path: _inlined(document["paths"][path], document) for path in sorted(paths[:_OPERATIONS])
    }
    small = {**document, "paths": kept}
    small.pop("webhooks", None)
    small["components"] = reached_components(small, document.get("components", {}))
    return small


def _inlined(node: Any, document: dict[str, Any], depth: int = 0) -> Any:
    """Return a part of a document with what it refers to in other paths in its place."""
    if isinstance(node, list):
        return [_inlined(each, document, depth) for each in node]
    if not isinstance(node, dict):
        return node
    ref = node.get("$ref")
    if not (isinstance(ref, str) and ref.startswith("#/paths/")):
        return {key: _inlined(each, document, depth) for key, each in node.items()}
    if depth == _DEEPEST:
        return {}
    found: Any = document
    for step in unquote(ref).split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        found = found[int(name) if isinstance(found, list) else name]
    return _inlined(found, document, depth + 1)


def reached_components(small: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    """Return the components that the paths of a document lead to."""
    found: dict[str, dict[str, Any]] = {}
    if "securitySchemes" in components:
        found["securitySchemes"] = components["securitySchemes"]
    waiting: list[Any] = [small["paths"]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
            continue
        if not isinstance(node, dict):
            continue
        waiting.extend(node.values())
        reported = node.get("discriminator")
        mapping = reported.get("mapping") if isinstance(reported, dict) else None
        refs = [node.get("$ref"), *(mapping or {}).values()]
        for ref in refs:
            if not (isinstance(ref, str) and ref.startswith("#/components/")):
                continue
            section, _, key = ref.removeprefix("#/components/").partition("/")
            key = key.replace("~1", "/").replace("~0", "~")
            if key in components.get(section, {}) and key not in found.setdefault(section, {}):
                found[section][key] = components[section][key]
                waiting.append(components[section][key])
    return found
