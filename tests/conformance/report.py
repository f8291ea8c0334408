"""The page `docs/conformance.md`: classes, limits and documents, with their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tests.corpus.catalogue import Entry

from .limits import LIMITS
from .tally import Result
from .verdicts import CLASSES


def total(results: Iterable[Result]) -> str:
    """A sentence with the sums."""
    known = list(results)
    tried = sum(result.tried for result in known)
    clean = sum(result.clean for result in known)
    ours = sum(result.ours for result in known)
    documents = sum(bool(result.tried) for result in known)
    share = 100 * clean / tried if tried else 0
    return (
        f"{tried:,} operations of {documents:,} documents were called, each with its required "
        f"arguments and with all: {clean:,} ({share:.1f} %) came out clean in every try, "
        f"{tried - clean - ours:,} meet a known limit of a judge, and {ours:,} are open: faults "
        "of clientsmith until somebody shows otherwise."
    )


def page(
    entries: Sequence[Entry],
    results: Mapping[str, Result],
    most: int,
    seconds: float,
    generator: str,
) -> str:
    """The whole page as Markdown.

    Documents that were tried with other sources than those of the hash `generator` are marked.
    """
    others = sum(result.generator != generator for result in results.values())
    lines = [
        "# Conformance",
        "",
        "This page shows whether the clients of public documents send valid requests and read",
        "valid responses. `make conformance` generates the client of each document of the corpus,",
        "and calls its operations with values made of the client's own types. Two programs that",
        "share no code with clientsmith check the requests: Stoplight Prism and jsonschema. Prism",
        "answers from the document, and the client has to read each response without drift.",
        "Prism gets the document without the parts that it interprets in another way than",
        "OpenAPI: bodies that are neither JSON nor forms, formats without a rule, headers that",
        "OpenAPI ignores, and arrays and objects in forms. jsonschema gets the whole document.",
        f"Every second call is asynchronous. At most {most:,} operations of a document are called,",
        f"drawn evenly, for at most {seconds:,.0f} seconds.",
        "",
        "`make conformance` writes this page.",
        "",
        total(results.values()),
        f"Tried with the sources of hash `{generator}`"
        f"{f', {others:,} (†) with an earlier state of them' if others else ''}.",
        "",
        "## Classes of tries",
        "",
        "| class | tries | what it means |",
        "| --- | --: | --- |",
    ]
    classes: Counter[str] = Counter()
    limits: Counter[str] = Counter()
    for result in results.values():
        classes.update(result.classes)
        limits.update(result.limits)
    lines += [f"| {name} | {classes[name]:,} | {said} |" for name, said in CLASSES.items()]
    lines += [
        "",
        "## Known limits of the judges",
        "",
        "These operations are not clean, but the client is right, for the reasons in the table.",
        "",
        "| limit | whose | operations | reason |",
        "| --- | --- | --: | --- |",
    ]
    lines += [
        f"| {each.name} | {each.judge} | {limits[each.name]:,} | {each.reason} |"
        for each in LIMITS
        if limits[each.name]
    ]
    lines += [
        "",
        "## Documents",
        "",
        "| document | dialect | operations | called | clean | explained | open | remarks |",
        "| --- | --- | --: | --: | --: | --: | --: | --- |",
    ]
    lines += [
        _row(f"{entry.name}{'' if result.generator == generator else ' †'}", result)
        for entry in entries
        if (result := results.get(entry.name)) is not None
    ]
    return "\n".join([*lines, ""])


def _row(name: str, result: Result) -> str:
    explained = result.tried - result.clean - result.ours
    said = [f"{count:,} {limit}" for limit, count in sorted(result.limits.items())]
    if result.chosen < result.operations:
        said.append(f"{result.chosen:,} drawn")
    if result.problem:
        said.append(" ".join(result.problem.replace("|", " ").replace("`", "'").split())[:160])
    counts = (result.operations, result.tried, result.clean, explained, result.ours)
    cells = (name, result.dialect, *(f"{count:,}" for count in counts), "; ".join(said))
    return f"| {' | '.join(cells)} |"
