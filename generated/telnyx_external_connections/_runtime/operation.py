"""What an operation of the document is. Generated modules hold one of these for each call.

Plain classes, not dataclasses: importing a generated resource costs neither `dataclasses` nor
`typing`, and what takes time to prepare (checker, readers) is made at the first call and kept.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from .checking import Checker
    from .drift import Reader

PARSED, RAW, STREAMING = "parsed", "raw", "streaming"
"""What a call results in: the value, the response, or the response before its body is read."""


class Parameter:
    """An argument that is sent outside the body, by a style of OpenAPI (4.8.12.2)."""

    __slots__ = ("explode", "name", "style")

    def __init__(self, name: str, *, style: str = "form", explode: bool = True) -> None:
        self.name = name
        self.style = style
        self.explode = explode


class Query(Parameter):
    """In the query; the style `json` stands for a parameter whose content is JSON."""


class Header(Parameter):
    """In a header, always of style `simple`."""


class Cookie(Parameter):
    """In the Cookie header."""


class JsonBody:
    """A JSON object: each argument that has no other place is a field of it, in the order of the
    arguments. `names` gives the field where it is called otherwise; a body that is not `required`
    is left out when none of its fields is given."""

    __slots__ = ("names", "required")

    def __init__(self, names: Mapping[str, str] | None = None, *, required: bool = True) -> None:
        self.names = names or {}
        self.required = required


class WholeJsonBody:
    """A JSON body that is one argument."""

    __slots__ = ("argument",)

    def __init__(self, argument: str) -> None:
        self.argument = argument


class RawBody:
    """One argument, `bytes` or `str`, sent as it is."""

    __slots__ = ("argument", "media_type")

    def __init__(self, argument: str, media_type: str) -> None:
        self.argument = argument
        self.media_type = media_type


class PageNumber:
    """Pages asked for by number: `argument` chooses the page; `items`, `total` (of pages) and
    `number` are dotted paths of attributes in the answer."""

    __slots__ = ("argument", "items", "number", "total")

    def __init__(
        self,
        argument: str,
        items: str,
        *,
        number: str = "meta.page_number",
        total: str = "meta.total_pages",
    ) -> None:
        self.argument = argument
        self.items = items
        self.number = number
        self.total = total


class Operation:
    """A method and path, the place of each argument, and the types by which a call is checked and
    its answer read. These come from functions, so that declaring an operation imports no model."""

    def __init__(
        self,
        method: str,
        path: str,
        *,
        params: Callable[[], object] | None = None,
        query: Mapping[str, Query] | None = None,
        headers: Mapping[str, Header] | None = None,
        cookies: Mapping[str, Cookie] | None = None,
        body: JsonBody | WholeJsonBody | RawBody | None = None,
        response: Callable[[], object] | None = None,
        error: Callable[[], object] | None = None,
        page: PageNumber | None = None,
    ) -> None:
        self.method = method
        self.path = path
        self.name = f"{method} {path}"
        self.places: dict[str, Parameter] = {**(query or {}), **(headers or {}), **(cookies or {})}
        self.body = body
        self.page = page
        self._params = params
        self._response = response
        self._error = error
        self._paged: Operation | None = None

    @cached_property
    def segments(self) -> tuple[tuple[str, str], ...]:
        """The path as pairs of an argument's name and the literal text after it."""
        head, *rest = self.path.split("{")
        pairs = (piece.partition("}") for piece in rest)
        return (("", head), *((name, text) for name, _, text in pairs))

    @cached_property
    def checker(self) -> Checker | None:
        """Checks the arguments of a call; None where there are none."""
        from .checking import Checker

        return None if self._params is None else Checker(self._params(), self.name)

    @cached_property
    def reader(self) -> Reader:
        """Reads the answer."""
        from .drift import Reader

        return Reader(None if self._response is None else self._response())

    @cached_property
    def error_reader(self) -> Reader | None:
        """Reads the document's own error model."""
        from .drift import Reader

        return None if self._error is None else Reader(self._error())

    def paged(self, page: Callable[[], object]) -> Operation:
        """The same operation with pages of another class for its answers."""
        if self._paged is None:
            self._paged = copy(self)
            self._paged._response = page
            self._paged.__dict__.pop("reader", None)
        return self._paged


class Call:
    """An operation with the arguments and options it was called with; pages repeat it."""

    __slots__ = ("arguments", "client", "operation", "options")

    def __init__(
        self,
        client: Any,
        operation: Operation,
        arguments: Mapping[str, object],
        options: Mapping[str, Any],
    ) -> None:
        self.client = client
        self.operation = operation
        self.arguments = arguments
        self.options = options
