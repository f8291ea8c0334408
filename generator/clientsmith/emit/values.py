"""The only values that templates can print. None of them lets a document's text become code.

`Name` is a proven identifier, `Literal` a Python literal quoted by the value's own type, `Doc`
docstring text, `Comment` comment text, `Prose` Markdown text, `JsonText` a JSON document, `Toml` a
TOML value, `Code` source that the generator made, `Joined` a list of these. The Jinja environment's
`finalize` is `source_of`, which refuses everything else, plain strings included.
"""

from __future__ import annotations

import ast
import json
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..identifiers.reserved import is_name
from ..ir import Json
from ..ir.texts import PLAIN, clean
from .html_text import plain

LINE = 100
"""Columns of a line of generated source."""


@lru_cache(2)
def parsed(source: str) -> ast.Module:
    """Return the syntax tree of a module: the formatter and the proof look at the same texts."""
    return ast.parse(source)


@dataclass(frozen=True, slots=True)
class Name:
    """An identifier."""

    text: str

    def __post_init__(self) -> None:
        if not is_name(self.text):
            raise ValueError(f"{self.text!r} is not a name that Python code may use")

    @property
    def source(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Literal:
    """A Python literal for a JSON value."""

    value: Json

    @property
    def source(self) -> str:
        return _literal(self.value)


@dataclass(frozen=True, slots=True)
class Code:
    """Source made by the generator, from names, literals and its own constants alone."""

    source: str


@dataclass(frozen=True, slots=True)
class Doc:
    """A docstring: text that may hold anything, printed escaped and wrapped."""

    text: str
    indent: int = 0

    @property
    def source(self) -> str:
        return docstring(self.text, self.indent)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: each line of the text behind `# `."""

    text: str
    indent: int = 0

    @property
    def source(self) -> str:
        lines = wrap(clean(self.text), LINE - self.indent - 2)
        return ("\n" + " " * self.indent).join(f"# {line}".rstrip() for line in lines)


_MARKER = re.compile(r"^(\d{1,9}|(?![.)]))([-+.)]|=+$)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in a Markdown page, on one line, with everything that Markdown or HTML reads escaped."""

    text: str

    @property
    def source(self) -> str:
        flat = " ".join(clean(self.text).split())
        text = "".join("\\" + char if char in "\\`*_{}[]<>#|!~&" else char for char in flat)
        # At the start of a line `- a` and `1. a` would be items of a list.
        return _MARKER.sub(r"\1\\\2", text)


@dataclass(frozen=True, slots=True)
class JsonText:
    """A JSON document (RFC 8259), indented."""

    value: Json

    @property
    def source(self) -> str:
        return json.dumps(self.value, indent=2, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Toml:
    """A TOML value (TOML 1.0): a text on one line, an array, or an inline table of these."""

    value: str | Sequence[Toml] | Mapping[str, Toml]

    @property
    def source(self) -> str:
        value = self.value
        if isinstance(value, str):
            return _toml_string(value)
        if isinstance(value, Mapping):
            pairs = (f"{_toml_key(key)} = {each.source}" for key, each in value.items())
            return f"{{ {', '.join(pairs)} }}"
        line = f"[{', '.join(each.source for each in value)}]"
        if len(value) < 2:
            return line
        return "".join(("[", *(f"\n    {each.source}," for each in value), "\n]"))


@dataclass(frozen=True, slots=True)
class Joined:
    """Values one after another, with `separator` between."""

    parts: tuple[Value, ...]
    separator: str = ", "

    @property
    def source(self) -> str:
        return self.separator.join(part.source for part in self.parts)


Value = Name | Literal | Code | Doc | Comment | Prose | JsonText | Toml | Joined


def source_of(value: object) -> str:
    """Return the source of a typed value, as Jinja's `finalize`.

    Raises:
        TypeError: `value` is of another type; a string, for one, cannot be printed.
    """
    if isinstance(value, Value):
        return value.source
    kind = type(value).__name__
    raise TypeError(
        f"a template printed a {kind}; only the classes of clientsmith.emit.values print"
    )


def joined(parts: Iterable[Value], separator: str = ", ") -> Joined:
    """Return values one after another with a separator between."""
    return Joined(tuple(parts), separator)


def wrap(text: str, width: int, used: int = 0) -> list[str]:
    """Return the lines of `text`, paragraphs wrapped at `width`; lists and code keep their lines.

    `used` columns of the first line are taken already.
    """
    lines: list[str] = []
    for line in text.strip("\n").split("\n"):
        body = line.lstrip()
        hang = " " * (len(line) - len(body))
        taken = 0 if lines else used
        if len(line) + taken <= width:
            lines.append(line.rstrip())
            continue
        parts = textwrap.wrap(
            body,
            max(width, 20),
            initial_indent=hang + "\0" * taken,
            subsequent_indent=hang + ("  " if body[:2] in ("- ", "* ") else ""),
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += [part.replace("\0", "") for part in parts]
    return lines


def paragraphs(text: str) -> str:
    """Return `text` with the lines of each paragraph joined, and its HTML as plain text.

    Documents wrap prose by hand. Lists and code keep their lines.
    """
    result: list[str] = []
    # Whether there is a text does not hang on what it is made of.
    shown = clean(plain(text)).strip() or clean(text).strip()
    for line in shown.split("\n"):
        is_prose = (
            line[:1] not in ("", " ", "-", "*", "#", "|", ">", "`") and not line[:1].isdigit()
        )
        if is_prose and result and result[-1] and result[-1][:1] not in " |>#`":
            result[-1] += " " + line.strip()
        else:
            result.append(line.rstrip())
    return "\n".join(result)


# A quote at the end that no backslash of its own stands before.
_OPEN_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"$')


def docstring(text: str, indent: int) -> str:
    """Return the source of a docstring at `indent` columns, quotes included (PEP 257)."""
    escaped = clean(text).strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    margin = " " * indent
    lines = wrap(escaped, LINE - indent, used=3)
    if len(lines) == 1 and len(lines[0]) + indent + 6 > LINE:
        return f'"""{lines[0]}\n{margin}"""'
    if len(lines) == 1:
        body = lines[0]
        if _OPEN_QUOTE.search(body):
            body = body[:-1] + '\\"'
        return f'"""{body}"""'
    rest = "\n".join(margin + line if line else "" for line in lines[1:])
    return f'"""{lines[0]}\n{rest}\n{margin}"""'


def _literal(value: Json) -> str:
    match value:
        case None | bool():
            return repr(value)
        case str():
            return _string(value)
        case int():
            return repr(value)
        case float():
            return (
                repr(value)
                if value == value and abs(value) != float("inf")
                else f'float("{value}")'
            )
        case list():
            return "[" + ", ".join(_literal(item) for item in value) + "]"
        case dict():
            return (
                "{"
                + ", ".join(f"{_string(key)}: {_literal(item)}" for key, item in value.items())
                + "}"
            )


# `json.dumps` makes an encoder at each call that has options.
_quoted = json.JSONEncoder(ensure_ascii=False).encode


def _string(text: str) -> str:
    # JSON's escapes are all Python's too, but for what Python would read as is: controls and marks
    # are escaped.
    quoted = _quoted(text)
    if PLAIN.fullmatch(quoted):
        return quoted
    return "".join(
        char if unicodedata.category(char)[0] not in "CZ" or char == " " else _escape(char)
        for char in quoted
    )


def _toml_key(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else _toml_string(text)


def _toml_string(text: str) -> str:
    """Return a basic string of TOML: what is not seen is escaped or dropped."""
    flat = " ".join(clean(text).split())
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    )
