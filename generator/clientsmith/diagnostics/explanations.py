"""The section of each code in `docs/diagnostics.md`, which is their only source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_HEADINGS = re.compile(r"^(#+) (.+)\n", re.M)
# `Error; a warning with `--lenient`.`, before what the code means.
_SEVERITY = re.compile(r"(Error|Warning).*?\. ")
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def page() -> Path:
    """Return the page; a wheel carries it inside the package, a checkout in `docs/`."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "diagnostics.md"
    return installed if installed.is_file() else package.parents[1] / "docs" / "diagnostics.md"


def summaries() -> Mapping[str, str]:
    """Return what each code means in the first sentence of the page, without the dot."""
    return {code: _first_sentence(text) for code, text in explanations().items()}


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.partition("\n\n")[0].split())
    # A dot ends a sentence where a space follows: not that of `names.lock`.
    return _SEVERITY.sub("", paragraph, count=1).partition(". ")[0].removesuffix(".")


@cache
def explanations() -> Mapping[str, str]:
    """Return what the page says of each code, as Markdown without its heading."""
    text = page().read_text(encoding="utf-8")
    # A line of a block of code may look like a heading: `# mine` is a comment of a shell.
    found = [each for each in _HEADINGS.finditer(text) if len(each[1]) in (2, 3)]
    ends = [each.start() for each in found[1:]] + [len(text)]
    return {
        each[2]: text[each.end() : end].strip() + "\n"
        for each, end in zip(found, ends, strict=True)
        if len(each[1]) == 3 and _CODE.fullmatch(each[2])
    }
