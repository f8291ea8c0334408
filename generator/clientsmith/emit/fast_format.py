"""Source in black's style, without black wherever a short rule gives the same bytes.

Black takes a millisecond for three lines. Of what a client is made of, nearly every statement fits
into its line as the template prints it, or is a call, a signature or an import that is too long
for it, and for these black's rule is short: what stands in the last bracket goes on a line of its
own, or, where that is too long too, each part of it does. Any other statement is given to black by
itself, and a file with a kind of statement that these rules say nothing about as a whole.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence

from .values import LINE, parsed

Black = Callable[[str, int], str]
"""A statement, or the head of one, and the width of a line → the statement in black's style."""

# What shows, in a statement without its strings, that black may not leave it as it is: single
# quotes, a comment or a second statement, missing or needless spaces, and a comma before a closing
# bracket, which would keep the bracket open.
_ODD = re.compile(r"['\"#;\\]|[^\S ]|  |[(\[{] | [)\]}]| [,:]|,[^\s)\]}]|,$")
# A string that has a double quote in it may come out in single quotes.
_STRING = re.compile(r'"(?:[^"\\]|\\[^"])*"')
_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[()\[\]{},]')
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_IMPORT = re.compile(r"(from [\w.]+ import )(\w.*)")
_CALL = re.compile(r"(?:return |@|(?:\w+, )*\w+(?:: None)? = )?(?:super\(\))?[\w.]+\(|\w+ = [(\[{]")
_ARGUMENT = re.compile(r'(?:\w+=|"(?:[^"\\]|\\.)*": )?(?:[\w.]*[(\[]|\{)')
# What cannot be parted stays on its line, however long that is.
_WHOLE = re.compile(r'(?:\w+=(?:lambda: )?|"[^"\\]*": )?(?:"[^"\\]*"|[\w.]+)')
_NAMED = re.compile(r"(\w+: TypeAlias = |\w+: |\w+ = )(.+?)( = (?:None|omit))?")
_OPERAND = re.compile(r'"(?:[^"\\]|\\.)*"|[()\[\]{}]| \| ')
_SUBSCRIPT = re.compile(r"[\w.]+\[")
_STRINGS = re.compile(r'((?:"[^"\\]*": )?)"[^"\\]*"(?: "[^"\\]*")+')
_COMMA_AT_END = re.compile(r",[)\]}]")
# A bracket without others in it: one that has no comma at its end, or the tuple of one item.
_CLOSED = re.compile(r"[(\[{](?:[^()\[\]{}]*[^,()\[\]{}])?[)\]}]|(?<![\w\])])\([^(),\[\]{}]*,\)")


class Unknown(Exception):
    """A file holds what no rule here is about."""


def laid_out(text: str, black: Black) -> str:
    """Return a module in black's style; `black` formats the statements that no rule here covers.

    Raises:
        Unknown: only black can format this file.
        SyntaxError: this is not Python.
    """
    return "\n".join(_File(text, black).lines()) + "\n"


class _File:
    """The statements of a file, one after another."""

    def __init__(self, text: str, black: Black) -> None:
        self._tree = parsed(text)
        self._lines = text.split("\n")
        self._black = black

    def lines(self) -> Iterator[str]:
        yield from self._body(self._tree.body, 0, None, 1, len(self._lines))

    def _body(
        self, body: Sequence[ast.stmt], depth: int, owner: ast.stmt | None, start: int, end: int
    ) -> Iterator[str]:
        """Yield the lines of a body: it is in the lines `start` to `end`, indented by `depth`."""
        before: ast.stmt | None = None
        for statement in body:
            first = _first_line(statement)
            empty, comments = self._gap(start, first, depth)
            yield from [""] * _empty_lines(before, statement, owner, empty, before is body[0])
            if comments and before is not None and _is_import(before):
                yield from [""] * (min(empty, 1 if depth else 2) - 1)
            yield from comments
            yield from self._statement(statement, first, depth)
            start = _last_line(statement) + 1
            before = statement
        if any(line.strip() for line in self._lines[start - 1 : end]):
            raise Unknown

    def _gap(self, start: int, end: int, depth: int) -> tuple[int, list[str]]:
        """Return how many empty lines are above the line `end`, and the comments under these."""
        if end < start:
            raise Unknown
        lines = self._lines[start - 1 : end - 1]
        comments = [line for line in lines if line.strip()]
        empty = len(lines) - len(comments)
        if any(line.strip() for line in lines[:empty]) or not all(
            line.startswith(" " * depth + "# ") for line in comments
        ):
            raise Unknown
        return empty, comments

    def _statement(self, statement: ast.stmt, first: int, depth: int) -> Iterator[str]:
        match statement:
            case ast.ClassDef(body=body) | ast.FunctionDef(body=body):
                for decorator in statement.decorator_list:
                    yield from self._simple(decorator.lineno, _last_line(decorator), depth)
                yield from self._compound(statement, body, statement.lineno, depth)
            case ast.If(body=body, orelse=[]):
                yield from self._compound(statement, body, first, depth)
            case ast.If(body=body, orelse=orelse):
                last = _last_line(body[-1])
                yield from self._compound(statement, body, first, depth, last)
                if self._lines[last].strip() != "else:":
                    raise Unknown
                yield from self._compound(statement, orelse, last + 1, depth)
            case ast.Expr(value=ast.Constant(value=str())):
                yield from self._text(first, _last_line(statement))
            case (
                ast.Import()
                | ast.ImportFrom()
                | ast.Assign()
                | ast.AnnAssign()
                | ast.Return()
                | ast.Pass()
                | ast.Expr()
            ):
                yield from self._simple(first, _last_line(statement), depth)
            case _:
                raise Unknown

    def _text(self, first: int, last: int) -> list[str]:
        """Return the lines of a docstring, which `values.docstring` prints as black does.

        Raises:
            Unknown: it ends with a quote or a backslash, to which black adds a space.
        """
        lines = self._lines[first - 1 : last]
        if any('""""' in line for line in lines) or lines[-1].endswith('\\"""'):
            raise Unknown
        return lines

    def _compound(
        self,
        owner: ast.stmt,
        body: Sequence[ast.stmt],
        first: int,
        depth: int,
        last: int | None = None,
    ) -> Iterator[str]:
        """Yield the lines of a statement with a body: the head begins in the line `first`."""
        start = _first_line(body[0])
        while not self._lines[start - 2].strip() or self._lines[start - 2].strip()[0] == "#":
            start -= 1
        yield from self._simple(first, start - 1, depth)
        yield from self._body(body, depth + 4, owner, start, last or _last_line(owner))

    def _simple(self, first: int, last: int, depth: int) -> Iterator[str]:
        """Yield the lines of a statement without a body, or of the head of one with a body."""
        margin = " " * depth
        source = self._lines[first - 1 : last]
        if not source or source[0][:depth] != margin or source[0][depth : depth + 1].isspace():
            raise Unknown
        lines = _split(_joined(source), depth)
        if lines is None:
            own = (line.removeprefix(margin) for line in source)
            lines = self._black("\n".join(own), LINE - depth).rstrip("\n").split("\n")
            lines = [margin + line if line else "" for line in lines]
        yield from lines


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return decorators[0].lineno if decorators else statement.lineno


def _last_line(node: ast.stmt | ast.expr) -> int:
    return node.end_lineno or node.lineno


def _empty_lines(
    before: ast.stmt | None, here: ast.stmt, owner: ast.stmt | None, found: int, is_second: bool
) -> int:
    """Return how many empty lines black puts between two statements that have `found` of them."""
    most = 2 if owner is None else 1
    if before is None:
        return 0 if owner is None or _is_text(here) else min(found, 1)
    if _is_block(here) or _is_block(before):
        return most
    if is_second and _is_text(before) and (owner is None or isinstance(owner, ast.ClassDef)):
        return 1
    if _is_import(before) and not _is_import(here):
        return 1
    return min(found, most)


def _is_block(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ClassDef | ast.FunctionDef)


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_import(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Import | ast.ImportFrom)


def _joined(lines: Sequence[str]) -> str:
    """Return a statement of several lines as one line."""
    text = lines[0].strip()
    for line in lines[1:]:
        part = line.strip()
        text += part if text[-1:] in _OPEN or part[:1] in _CLOSE else f" {part}"
    return text


def _split(text: str, depth: int) -> list[str] | None:
    """Return the lines of a statement; None if black has to format it."""
    # Letters outside of ASCII may be two columns wide.
    bare = _STRING.sub("_", text)
    if not text.isascii() or '"""' in text or _ODD.search(bare):
        return None
    if _is_flat(bare) and depth + len(text) <= LINE:
        return [" " * depth + text]
    if found := _IMPORT.fullmatch(text):
        names = found[2].split(", ")
        margin = " " * depth
        return [f"{margin}{found[1]}(", *(f"{margin}    {name}," for name in names), f"{margin})"]
    if text.startswith(("def ", "class ")) and "(" in text:
        return _opened(text, text.index("("), "", depth)
    if found := _CALL.match(text):
        return _opened(text, found.end() - 1, "", depth)
    margin = " " * depth
    if text.endswith(" = None") and len(margin) + len(text) - len("None") + 1 <= LINE:
        # Black opens what is behind the last `=` first, where the rest then fits.
        return [f"{margin}{text.removesuffix('None')}(", f"{margin}    None", f"{margin})"]
    return _annotated(text, "", depth)


def _is_flat(bare: str) -> bool:
    """Whether no bracket has a comma at its end, which would open it; that of a tuple does not."""
    found = 1
    while found:
        bare, found = _CLOSED.subn("_", bare)
    return not _COMMA_AT_END.search(bare)


def _part(text: str, end: str, depth: int) -> list[str] | None:
    """Return the lines of an element, argument or type inside of brackets, followed by `end`."""
    margin = " " * depth
    if _is_flat(_STRING.sub("_", text)) and depth + len(text) + len(end) <= LINE:
        return [margin + text + end]
    operands = _operands(text)
    if len(operands) > 1 and not _NAMED.match(text):
        return _union(operands, end, depth)
    if found := _ARGUMENT.match(text):
        return _opened(text, found.end() - 1, end, depth)
    if found := _STRINGS.fullmatch(text):
        strings = _STRING.findall(text[len(found[1]) :])
        lines = [margin + each for each in (found[1] + strings[0], *strings[1:])]
        return [*lines[:-1], lines[-1] + end]
    if end and _WHOLE.fullmatch(text):
        return [margin + text + end]
    return _annotated(text, end, depth)


def _annotated(text: str, end: str, depth: int) -> list[str] | None:
    """Return the lines of a name with its type, which black puts in parentheses if it is a union.

    `a: Literal[...] | None = omit` becomes `a: (`, the type in a line or one operand a line, and
    `) = omit`.
    """
    found = _NAMED.fullmatch(text)
    if found is None or " = " in _STRING.sub("_", found[2]):
        return None
    name, type_, default = found[1], found[2], found[3] or ""
    operands = _operands(type_)
    margin, inner = " " * depth, " " * (depth + 4)
    if len(operands) == 1:
        at = _SUBSCRIPT.match(type_)
        return None if default or not at else _opened(text, len(name) + at.end() - 1, end, depth)
    is_short = len(inner) + len(type_) <= LINE
    lines = [inner + type_] if is_short else _union(operands, "", depth + 4)
    return None if lines is None else [f"{margin}{name}(", *lines, f"{margin}){default}{end}"]


def _union(operands: Sequence[str], end: str, depth: int) -> list[str] | None:
    """Return the lines of a union, one for each type, followed by `end`."""
    lines: list[str] = []
    for number, operand in enumerate(operands, 1):
        text = operand if number == 1 else f"| {operand}"
        behind = end if number == len(operands) else ""
        if depth + len(text) + len(behind) <= LINE:
            lines.append(" " * depth + text + behind)
            continue
        at = _SUBSCRIPT.match(operand)
        start = len(text) - len(operand)
        opened = _opened(text, start + at.end() - 1, behind, depth) if at else None
        if opened is None:
            return None
        lines += opened
    return lines


def _operands(type_: str) -> list[str]:
    """Return the types of a union: those that ` | ` separates outside of brackets and strings."""
    found: list[str] = []
    open_, start = 0, 0
    for mark in _OPERAND.finditer(type_):
        open_ += (mark[0] in _OPEN) - (mark[0] in _CLOSE)
        if mark[0] == " | " and not open_:
            found.append(type_[start : mark.start()])
            start = mark.end()
    return [*found, type_[start:]]


def _opened(text: str, at: int, end: str, depth: int) -> list[str] | None:
    """Return the lines of `text` with the bracket that begins at `at` opened, followed by `end`.

    What is in it goes on a line of its own if it fits and is no display of several elements; else
    each part goes on one, with a comma (black's magic trailing comma keeps it open). A long
    `f(a, b)` is `f(`, `a, b` and `)`, or, if `a, b` is too long as well, `f(`, `a,`, `b,` and `)`.
    """
    parts, close = _parts(text, at)
    is_open = parts[-1] == ""
    parts = parts[:-1] if is_open else parts
    is_definition = text.startswith("def ")
    if (close != len(text)) != text.startswith(("def ", "class ")) or not parts:
        return None
    margin, inner = " " * depth, " " * (depth + 4)
    head, tail = margin + text[: at + 1], margin + text[close - 1 :] + end
    if len(head) > LINE or len(tail) > LINE:
        return None
    # A list, a tuple or a dict of several parts always has one in each line.
    is_display = not (text[at - 1 : at].isalnum() or text[at - 1 : at] in ("_", "]", ")"))
    only = len(parts) == 1
    if is_display and only and text[at] == "(" and not is_open:
        return None
    if not is_open and (only or not is_display):
        line = inner + ", ".join(parts) + ("," if only and is_definition else "")
        if len(line) <= LINE and _is_flat(_STRING.sub("_", line)):
            return [head, line, tail]
        if only and not is_definition:
            inside = _part(parts[0], "", depth + 4)
            return None if inside is None else [head, *inside, tail]
    lines: list[str] = []
    for part in parts:
        own = _part(part, ",", depth + 4)
        if own is None:
            return None
        lines += own
    return [head, *lines, tail]


def _parts(text: str, at: int) -> tuple[list[str], int]:
    """Return the parts, between commas, of the bracket at `at`, and the index after the bracket."""
    open_ = 0
    start = at + 1
    parts: list[str] = []
    for mark in _MARK.finditer(text, at):
        if mark[0] in _OPEN:
            open_ += 1
        elif mark[0] in _CLOSE:
            open_ -= 1
        if (mark[0] == "," and open_ == 1) or open_ == 0:
            parts.append(text[start : mark.start()].strip())
            start = mark.end()
        if open_ == 0:
            break
    return parts, start
