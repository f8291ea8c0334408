"""How the structure of two Markdown files differs (CommonMark 0.31).

Compared are the blocks, line by line, and in each line the characters that make emphasis, code,
links, HTML or tables, in their order. A word more or less is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from . import python

Line = tuple[int, str, tuple[str, ...]]
"""The number of a line, the indentation and marker of its block, and its special characters."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ ]*([^`]*)$")
_BLOCK = re.compile(
    r"(?:#{1,6}(?=\s|$)|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)|>|=+\s*$|(?:[-*_]\s*){3,}$)"
)
# An escaped character, or code, in which a backslash escapes nothing (section 6.1).
_INLINE = re.compile(r"\\[!-/:-@\[-`{-~]|(`+)(?!`)(.*?)(?<!`)\1(?!`)")
_SPECIAL = re.compile(r"[`*_{}\[\]<>#|!~&]")


def difference(text: str, other: str) -> int | None:
    """Return the first line of `text` whose structure is another than in the other file."""
    for here, there in zip_longest(_lines(text), _lines(other)):
        if here is None or there is None:
            return (here or there or (1,))[0]
        if here[1:] != there[1:] and not _is_same_code(here[1], there[1]):
            return here[0]
    return None


def _is_same_code(here: str, there: str) -> bool:
    """Whether two blocks of code are Python that differs in the values of strings alone."""
    if not (here.startswith("```python\n") and there.startswith("```python\n")):
        return False
    try:
        return python.difference(here.partition("\n")[2], there.partition("\n")[2]) is None
    except SyntaxError:
        return False


def _lines(text: str) -> Iterator[Line]:
    """Yield each line outside of blocks of code, and each of these blocks as one."""
    fence, start = None, 0
    code: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        found = _FENCE.match(line)
        if fence is None and found is not None:
            fence, start, code = found[1], number, [found[2].strip()]
        elif fence is None:
            yield number, *_structure(line)
        elif found is not None and found[1].startswith(fence) and not found[2]:
            # Of code in another language the number of lines counts, and not what it says.
            body = "\n".join(code) if code[0] == "python" else f"{code[0]}{len(code)}"
            yield start, f"```{body}", ()
            fence = None
        else:
            code.append(line)
    if fence is not None:
        yield start, "a block of code without an end", ()


def _structure(line: str) -> tuple[str, tuple[str, ...]]:
    body = line.lstrip()
    marker = _BLOCK.match(body)
    indent = line[: len(line) - len(body)]
    head = indent + (re.sub(r"\d+", "1", marker[0]) if marker else "text" if body else "")
    bare = _INLINE.sub(
        lambda found: "\N{WHITE SQUARE}" if found[1] else "",
        body[marker.end() :] if marker else body,
    )
    return head, tuple(_SPECIAL.findall(bare)) + ("code",) * bare.count("\N{WHITE SQUARE}")
