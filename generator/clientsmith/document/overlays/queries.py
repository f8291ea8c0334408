"""JSONPath (RFC 9535) in strict mode, within limits.

Neither a long expression nor one that visits the same values again and again takes long: `$..*..*`
visits each value once for each value around it. Regular expressions are those of RFC 9485, and the
time of the engine grows only with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from jsonpath import JSONPath, JSONPathEnvironment, JSONPathError, JSONPathMatch, Parser
from jsonpath.function_extensions import ExpressionType, FilterFunction
from jsonpath.segments import (
    JSONPathChildSegment,
    JSONPathRecursiveDescentSegment,
    JSONPathSegment,
)
from jsonpath.stream import TokenStream
from jsonpath.token import Token

from ...diagnostics import ClientsmithError, Span
from ...limits import Limits, Watch, over
from ..patterns import Pattern, matches, pattern_of, tokens
from ..plain import CONTAINERS, Plain

_LONGEST = 20_000
"""Characters of an expression: 256 keys, which is the usual limit of depth, of 78 characters."""
_ESCAPE = re.compile(r"\\(?:u00(?P<control>[01][0-9A-Fa-f])|.)", re.DOTALL)
_OLD_DIALECTS = ("(@.length", "[(@", "=~", "~")
_SPECIAL_KEY = "put a key with other characters than letters and digits in brackets and quotes: "


class Selected(NamedTuple):
    """A value that an expression selects: the keys and indexes from the root to it."""

    parts: tuple[str | int, ...]
    value: Any


class Query:
    """A compiled expression."""

    def __init__(self, text: str, path: JSONPath) -> None:
        self.text = text
        self._path = path

    def select(self, data: Any, limits: Limits, watch: Watch, at: Span) -> list[Selected]:
        """Return the values that the expression selects, each once, in its order.

        Raises:
            ClientsmithError: it visits more values than the limit (code `limit-jsonpath-steps`).
        """
        steps = _Steps(limits, watch, at)
        nodes: Iterable[JSONPathMatch] = [_Match.root_of(data, steps)]
        for segment in self._path.segments:
            nodes = segment.resolve(nodes)
        found = {node.parts: Selected(node.parts, node.obj) for node in nodes}
        return list(found.values())


class BadQuery(Exception):
    """An expression is no JSONPath; `hint` says what to write instead, if that is known."""

    def __init__(self, message: str, offset: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint


def compiled(text: str) -> Query:
    """Return the compiled form of an expression.

    Raises:
        BadQuery: it is no JSONPath, or it is too long.
    """
    if len(text) > _LONGEST:
        raise BadQuery(f"an expression of {len(text):,} characters is too long")
    try:
        path = _environment().compile(text)
    except RecursionError:
        raise BadQuery("it is nested too deeply") from None
    except JSONPathError as bad:
        offset = bad.token.index if bad.token is not None else None
        raise BadQuery(_words(str(bad.message), text, offset), offset, _hint(text)) from None
    except ValueError:  # An integer with thousands of digits.
        raise BadQuery("a number is too long") from None
    if not isinstance(path, JSONPath):
        raise BadQuery("it joins several queries", None, "write an action for each")
    return Query(text, path)


def _words(message: str, text: str, offset: int | None) -> str:
    """Return a message of the JSONPath library, without the names of its tokens."""
    if "TOKEN_" not in message or offset is None:
        return message
    return f"unexpected '{text[offset]}'" if offset < len(text) else "it ends too early"


def _hint(text: str) -> str:
    if any(mark in text for mark in _OLD_DIALECTS):
        return "write it as in RFC 9535: filters are [?@.name == 'x'], and there are no scripts"
    if not text.startswith("$"):
        return f"begin with the root of the document: {'$.' + text.lstrip('.@')}"
    return f"{_SPECIAL_KEY}$.paths['/pets'].get"


class _Steps(dict[str, object]):
    """Counts the values that a query visits.

    The library hands one mapping from value to value, also into the queries of filters; it is not
    to be empty.
    """

    def __init__(self, limits: Limits, watch: Watch, at: Span) -> None:
        super().__init__(steps=0)
        self._left = limits.jsonpath_steps
        self._limits = limits
        self._watch = watch
        self._at = at

    def step(self) -> None:
        self._left -= 1
        if self._left < 0:
            message = "the expression visits too many values"
            limit = self._limits.jsonpath_steps
            raise ClientsmithError([over("jsonpath_steps", limit, message, self._at)])
        if self._left % 1_024 == 0:
            self._watch.check()


class _Match(JSONPathMatch):
    """A visited value. It keeps neither its children nor its path as text: both take memory."""

    __slots__ = ()

    @classmethod
    def root_of(cls, data: Any, steps: Mapping[str, object]) -> _Match:
        return cls(filter_context=steps, obj=data, parent=None, path="", parts=(), root=data)

    def add_child(self, *children: JSONPathMatch) -> None:
        pass

    def new_child(self, obj: object, key: int | str) -> JSONPathMatch:
        steps = self.filter_context()
        if isinstance(steps, _Steps):
            steps.step()
        return _Match(
            filter_context=steps,
            obj=obj,
            parent=self,
            path="",
            parts=(*self.parts, key),
            root=self.root,
        )


def _counted(nodes: Iterable[JSONPathMatch]) -> Iterator[JSONPathMatch]:
    """Yield nodes as `_Match`; that of a filter's query begins as the library's own."""
    for node in nodes:
        if isinstance(node, _Match):
            yield node
        else:
            yield _Match.root_of(node.obj, node.filter_context())


class _Child(JSONPathChildSegment):
    def resolve(self, nodes: Iterable[JSONPathMatch]) -> Iterable[JSONPathMatch]:
        return super().resolve(_counted(nodes))


class _Descendants(JSONPathRecursiveDescentSegment):
    """`..`, without the library's recursion, which ends at a depth of its own."""

    def resolve(self, nodes: Iterable[JSONPathMatch]) -> Iterable[JSONPathMatch]:
        for node in _counted(nodes):
            stack: list[JSONPathMatch] = [node]
            while stack:
                current = stack.pop()
                for selector in self.selectors:
                    yield from selector.resolve(current)
                stack.extend(
                    current.new_child(item, key)
                    for key, item in reversed(_parts(current.obj))
                    if type(item) in CONTAINERS
                )


def _parts(value: Any) -> list[tuple[str | int, Any]]:
    """Return each member with its key, or each item with its index."""
    plain: Plain = value
    if isinstance(plain, dict):
        return list(plain.items())
    return list(enumerate(plain)) if isinstance(plain, list) else []


class _Parser(Parser):
    def parse_query(self, stream: TokenStream) -> Iterable[JSONPathSegment]:
        for segment in super().parse_query(stream):
            kind = _Child if isinstance(segment, JSONPathChildSegment) else _Descendants
            yield kind(env=segment.env, token=segment.token, selectors=segment.selectors)

    def _decode_string_literal(self, token: Token) -> str:
        """Return the text of a string, in which the library refuses escaped control characters.

        They are allowed (RFC 9535, section 2.3.1.1).
        """
        decoded, start = "", 0
        controls = [each for each in _ESCAPE.finditer(token.value) if each["control"]]
        for escape in controls:
            before = Token(
                token.kind, token.value[start : escape.start()], token.index + start, token.path
            )
            decoded += super()._decode_string_literal(before) + chr(int(escape["control"], 16))
            start = escape.end()
        rest = Token(token.kind, token.value[start:], token.index + start, token.path)
        return decoded + super()._decode_string_literal(rest)


class _Environment(JSONPathEnvironment):
    parser_class = _Parser

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions["match"] = _RegularExpression(is_whole=True)
        self.function_extensions["search"] = _RegularExpression(is_whole=False)


@cache
def _environment() -> _Environment:
    return _Environment(strict=True)


class _RegularExpression(FilterFunction):
    """`match` or `search`: false for what is no text, or no regular expression."""

    @property
    def arg_types(self) -> list[ExpressionType]:
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    @property
    def return_type(self) -> ExpressionType:
        return ExpressionType.LOGICAL

    def __init__(self, *, is_whole: bool) -> None:
        self._is_whole = is_whole

    def __call__(self, value: object, source: object) -> bool:
        if not isinstance(value, str) or not isinstance(source, str):
            return False
        # A dot is any character but the ends of lines (RFC 9485, section 5.3).
        parts = [r"[^\n\r]" if kind == "dot" else text for kind, text in tokens(source)]
        # Checked alone: in a group, `a)(b` would be two of them.
        if source and not pattern_of(source).regex:
            return False
        regex = "".join(parts)
        return matches(Pattern("", f"^(?:{regex})$" if self._is_whole else f"(?:{regex})"), value)
