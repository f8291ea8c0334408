"""What an operation of the document is, and a call of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from .checking import Checker
    from .drift import Reader

Mode = Literal["parsed", "raw", "streaming"]
"""What a call results in: the value, the response, or the response before its body is read."""


@dataclass(frozen=True)
class Parameter:
    """An argument that is sent outside the body, by a style of OpenAPI (4.8.12.2)."""

    name: str
    _: KW_ONLY
    style: str = "form"
    explode: bool = True


class Query(Parameter):
    """In the query; the style `json` stands for a parameter whose content is JSON."""


class Header(Parameter): ...


class Cookie(Parameter): ...


@dataclass(frozen=True)
class JsonBody:
    """A JSON object of the arguments that have no other place; `names` has the fields that are
    called otherwise. One that is not `required` is left out when no field is given."""

    names: Mapping[str, str] | None = None
    _: KW_ONLY
    required: bool = True
    media_type: str = "application/json"


@dataclass(frozen=True)
class WholeJsonBody:
    """A JSON body that is one argument."""

    argument: str
    media_type: str = "application/json"


@dataclass(frozen=True)
class RawBody:
    """One argument, `bytes` or `str`, sent as it is."""

    argument: str
    media_type: str


@dataclass(frozen=True)
class PageNumber:
    """Pages asked for by number: `argument` chooses the page; `items`, `total` (of pages) and
    `number` are dotted paths of attributes in the answer."""

    argument: str
    items: str
    _: KW_ONLY
    number: str = "meta.page_number"
    total: str = "meta.total_pages"


@dataclass(frozen=True, eq=False)
class Operation:
    """A method and path, the places of the arguments, and the types of these and of the answers;
    those come from functions, so that declaring an operation imports no model."""

    method: str
    path: str
    _: KW_ONLY
    params: Callable[[], object] | None = None
    query: Mapping[str, Query] | None = None
    headers: Mapping[str, Header] | None = None
    cookies: Mapping[str, Cookie] | None = None
    body: JsonBody | WholeJsonBody | RawBody | None = None
    response: Callable[[], object] | None = None
    error: Callable[[], object] | None = None
    page: PageNumber | None = None

    @cached_property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @cached_property
    def segments(self) -> tuple[tuple[str, str], ...]:
        """The path as pairs of an argument's name and the literal text after it."""
        head, *rest = self.path.split("{")
        pairs = (piece.partition("}") for piece in rest)
        return (("", head), *((name, text) for name, _, text in pairs))

    @cached_property
    def places(self) -> Mapping[str, Parameter]:
        """Where each argument goes that is neither in the path nor in the body."""
        return {**(self.query or {}), **(self.headers or {}), **(self.cookies or {})}

    @cached_property
    def checker(self) -> Checker | None:
        from .checking import Checker

        return None if self.params is None else Checker(self.params(), self.name)

    @cached_property
    def reader(self) -> Reader:
        from .drift import Reader

        return Reader(None if self.response is None else self.response())

    @cached_property
    def error_reader(self) -> Reader | None:
        from .drift import Reader

        return None if self.error is None else Reader(self.error())


@cache
def paged(operation: Operation, page: Callable[[], object]) -> Operation:
    """The same operation with pages of another class for its answers."""
    return replace(operation, response=page)


@dataclass(eq=False, repr=False)
class Call:
    """An operation with the arguments and options it was called with; pages repeat it."""

    client: Any
    operation: Operation
    arguments: Mapping[str, object]
    options: Mapping[str, Any]
    mode: Mode = "parsed"

    def perform(self) -> Any:
        """The result, or on an asynchronous client a coroutine of it."""
        return self.client._perform(self)

    def __deepcopy__(self, memo: object) -> Call:
        """A deep copy of a page asks for the next one through the same client."""
        return self
