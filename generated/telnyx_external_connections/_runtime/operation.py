"""How an operation of the document is described, and a call of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from .checking import Checker
    from .drift import Reader
    from .exchange import Exchange
    from .request import Draft
    from .responses import BaseAPIResponse
    from .settings import Settings
    from .transport import Request, Response

Mode = Literal["parsed", "raw", "streaming"]
"""What a call results in: the value, the response, or the response before its body is read."""
Why = Literal["named", "counted", "flagged", "hoped"]
"""Why a page is asked for: the one before names it, a total counts that far, a flag tells of more,
or nothing tells that there is none."""


class Location(Protocol):
    """A header, cookie or query parameter: writes an argument into a request."""

    def write(self, draft: Draft, value: object) -> None: ...


class Segment(Protocol):
    """A path parameter in another style than `simple`: returns the text of an argument."""

    def text(self, value: object) -> str: ...


@dataclass(frozen=True)
class Parameter:
    name: str


@dataclass(frozen=True)
class Query(Parameter):
    """A query parameter in the style `form`, or `deepObject` to any depth (OpenAPI, 4.8.12.2)."""

    _: KW_ONLY
    style: str = "form"
    explode: bool = True

    def write(self, draft: Draft, value: object) -> None:
        draft.add_query(self.name, value, self.style, self.explode)


class Body(Protocol):
    """A request body: writes the arguments that are no parameters."""

    def write(self, draft: Draft, fields: dict[str, object]) -> None: ...


@dataclass(frozen=True)
class JsonBody:
    """A JSON object of the arguments; `names` has the properties that are called otherwise.

    One that is not `required` is left out if none of its properties is passed.
    """

    names: Mapping[str, str] | None = None
    _: KW_ONLY
    required: bool = True
    media_type: str = "application/json"

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if fields or draft.extra or self.required:
            if names := self.names:
                fields = {names.get(name, name): item for name, item in fields.items()}
            draft.add_json(fields, self.media_type)


class PagePlan:
    """The rule by which the next page of a list is requested."""

    def next(self, page: Any, call: Call) -> Call | None:
        """Return the call for the page after `page`, which `call` returned; None after the last."""
        raise NotImplementedError


@dataclass(frozen=True)
class PageNumber(PagePlan):
    """The rule of pages by number; `argument` is the parameter that chooses the page.

    `total`, the number of pages, and `number`, that of this page, are dotted paths in the response.
    A page without items is the last, and so is one with a lower number than requested: such a
    server would repeat it forever. A total below the number of the page itself is ignored.
    """

    argument: str
    _: KW_ONLY
    number: str = "meta.page_number"
    total: str = "meta.total_pages"

    def next(self, page: Any, call: Call) -> Call | None:
        total, own = page._integer(self.total), page._integer(self.number)
        asked = call.arguments.get(self.argument)
        number = asked if isinstance(asked, int) else 1 if own is None else own
        stands_still = own is not None and own < number
        if number == total or stands_still or not page.items_of_page():
            return None
        arguments = {**call.arguments, self.argument: number + 1}
        why: Why = "counted" if total is not None and total > number else "hoped"
        return replace(call, arguments=arguments, mode="parsed", why=why)


class Answer(Protocol):
    """A decoder of responses that are not all JSON of one type; see `answers.Answer`."""

    def streams(self, response: Response) -> bool: ...
    def responses(self, waits: bool) -> type[BaseAPIResponse[Any]]: ...
    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any: ...


@dataclass(frozen=True, eq=False)
class Operation:
    """A method and path, such as `GET /items/{id}`, with its parameters and response types.

    The types come from functions, so that declaring an operation imports no model. `encoder`
    converts arguments before they are written, `loads` parses JSON. `errors` has the types of
    errors by status, if they are not the client's usual one: `{"404 410": ..., "default": ...}`.
    """

    name: str
    _: KW_ONLY
    params: Callable[[], object] | None = None
    locations: Mapping[str, Location] = field(default_factory=dict[str, Location])
    paths: Mapping[str, Segment] = field(default_factory=dict[str, Segment])
    body: Body = JsonBody(required=False)
    encoder: Body | None = None
    response: Callable[[], object] | None = None
    answer: Answer | None = None
    accept: str = ""
    loads: Callable[[bytes], Any] | None = None
    errors: Mapping[str, Callable[[], object]] | None = None
    page: PagePlan | None = None
    security: tuple[tuple[str, ...], ...] | None = None
    server: Callable[[Settings], str] | None = None

    @cached_property
    def method(self) -> str:
        return self.name.partition(" ")[0]

    @cached_property
    def segments(self) -> tuple[tuple[str, str], ...]:
        """The path as pairs: the name of a parameter, and the literal text after it."""
        head, *rest = self.name.partition(" ")[2].split("{")
        pairs = (piece.partition("}") for piece in rest)
        return (("", head), *((name, text) for name, _, text in pairs))

    @cached_property
    def checker(self) -> Checker | None:
        from .checking import Checker

        return None if self.params is None else Checker(self.params(), self.name)

    @cached_property
    def reader(self) -> Reader:
        from .drift import Reader

        return Reader(None if self.response is None else self.response())

    def error_reader(self, status: int, usual: Callable[[], object] | None) -> Reader | None:
        """Return the reader of an error: that of its status, its range (`4XX`), or `default`."""
        from .drift import Reader

        if self.errors is not None:
            types = {key: type_ for keys, type_ in self.errors.items() for key in keys.split()}
            keys = (str(status), f"{status // 100}XX", "default")
            usual = next((types[key] for key in keys if key in types), None)
        return None if usual is None else Reader(usual())


@cache
def paged(operation: Operation, page: Callable[[], object]) -> Operation:
    """Return the same operation with pages of another class as its responses."""
    return replace(operation, response=page)


@dataclass(eq=False, repr=False)
class Call:
    """An operation with its arguments and options; each further page is another call."""

    client: Any
    operation: Operation
    arguments: Mapping[str, object]
    options: Mapping[str, Any]
    mode: Mode = "parsed"
    why: Why = "named"

    def perform(self) -> Any:
        """Return the result, or on an asynchronous client a coroutine of it."""
        return self.client._perform(self)

    def to_url(self, request: Request) -> Request:
        """Return the request, which a subclass may send to another URL."""
        return request
