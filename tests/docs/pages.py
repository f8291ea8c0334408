"""Reads a page: its blocks of code, the files that it names, and its links.

A block is a file where the line before it ends with the name of one and a colon: "This document,
`openapi.yaml`:". Blocks of `sh` are run, those of `console` are run and print what follows each
command, those of `python` are run and print what a block of `text` right after them has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_NAMED = re.compile(r"`([\w./-]+\.\w+)`:\n\n$")
_ESCAPES = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code; `file` is the file that it is to be, or empty."""

    language: str
    text: str
    file: str
    line: int
    span: tuple[int, int]
    """Where in the page what commands print is: the text of a block of `console`, or of the block
    of `text` after a block of `python`."""
    output: str | None = None
    """What a block of `python` prints."""


def pages() -> tuple[Path, ...]:
    """Return the README and every page of `docs/`."""
    return README, *sorted(DOCS.glob("*.md"))


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def prose(page: Path) -> str:
    """Return the text of a page without its blocks of code."""
    return _FENCED.sub("", text_of(page))


def blocks(page: Path) -> list[Block]:
    text = text_of(page)
    found: list[Block] = []
    end = 0
    for match in _FENCED.finditer(text):
        language, body = match[1], match[2]
        before = text[end : match.start()]
        if language == "text" and found and found[-1].language == "python" and not before.strip():
            last = found.pop()
            found.append(replace(last, span=match.span(2), output=body))
        else:
            named = _NAMED.search(before)
            line = text.count("\n", 0, match.start()) + 1
            found.append(Block(language, body, named[1] if named else "", line, match.span(2)))
        end = match.end()
    return found


def commands(text: str) -> list[str]:
    """Return the commands of a block of `sh`; a backslash at its end continues a line."""
    lines = text.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def inline_code(page: Path) -> list[str]:
    return [" ".join(text.split()) for text in re.findall(r"(?<!`)`([^`]+)`(?!`)", prose(page))]


def links(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the anchor of each link and picture that leads to a file."""
    found: list[str] = re.findall(r"\]\(([^)\s]+)\)", prose(page))
    for link in found:
        if "://" not in link:
            path, _, anchor = link.partition("#")
            yield path, anchor


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as forges and the site make them."""
    headings: list[str] = re.findall(r"^#+ (.+)$", prose(page), re.M)
    return {_ESCAPES.sub("", heading.lower()).replace(" ", "-") for heading in headings}
