"""What an operation of the document is, and a call of one."""

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


class Place(Protocol):
    """Where an argument goes that is neither plainly in the path nor in the body."""

    def write(self, draft: Draft, value: object) -> None: ...


class Segment(Protocol):
    """How an argument stands in the path, unless plainly."""

    def text(self, value: object) -> str: ...


@dataclass(frozen=True)
class Parameter:
    name: str


@dataclass(frozen=True)
class Query(Parameter):
    """In the query, by the style `form`, or `deepObject` to any depth (OpenAPI, 4.8.12.2)."""

    _: KW_ONLY
    style: str = "form"
    explode: bool = True

    def write(self, draft: Draft, value: object) -> None:
        draft.add_query(self.name, value, self.style, self.explode)


class Body(Protocol):
    """Writes the arguments that have no other place as the content of a request."""

    def write(self, draft: Draft, fields: dict[str, object]) -> None: ...


@dataclass(frozen=True)
class JsonBody:
    """A JSON object of the arguments; `names` has those that are called otherwise. One that is not
    `required` is left out when no field is given."""

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
    """How a list goes on."""

    def next(self, page: Any, call: Call) -> Call | None:
        """The call for the page after `page`, which `call` had; None on the last."""
        raise NotImplementedError


@dataclass(frozen=True)
class PageNumber(PagePlan):
    """Pages asked for by number: `argument` chooses the page; `total` (of pages) and `number` are
    dotted paths in the answer. An empty page is the last; so is one before that asked for, since
    such a server would else be asked without end. A total that is not there or that the page
    itself disproves, as 0 or 2 on page 3, tells nothing: an empty page or a repeated one ends it.
    """

    argument: str
    _: KW_ONLY
    number: str = "meta.page_number"
    total: str = "meta.total_pages"

    def next(self, page: Any, call: Call) -> Call | None:
        total, told = page._whole(self.total), page._whole(self.number)
        asked = call.arguments.get(self.argument)
        number = asked if isinstance(asked, int) else 1 if told is None else told
        stands_still = told is not None and told < number
        if number == total or stands_still or not page.items_of_page():
            return None
        arguments = {**call.arguments, self.argument: number + 1}
        why: Why = "counted" if total is not None and total > number else "hoped"
        return replace(call, arguments=arguments, mode="parsed", why=why)


class Answer(Protocol):
    """Reads what is not JSON of one type, as `response` is; see `answers.Answer`."""

    def streams(self, response: Response) -> bool: ...
    def responses(self, waits: bool) -> type[BaseAPIResponse[Any]]: ...
    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any: ...


@dataclass(frozen=True, eq=False)
class Operation:
    """A method and path, `GET /items/{id}`, the places of the arguments, and the types of these and
    of the answers; those come from functions, so that declaring an operation imports no model.
    `exact` changes arguments before they are written, `loads` reads JSON. `errors` has the types of
    errors by status where they are not the client's usual one: `{"404 410": ..., "4XX": ...,
    "default": ...}`."""

    name: str
    _: KW_ONLY
    params: Callable[[], object] | None = None
    places: Mapping[str, Place] = field(default_factory=dict[str, Place])
    paths: Mapping[str, Segment] = field(default_factory=dict[str, Segment])
    body: Body = JsonBody(required=False)
    exact: Body | None = None
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
        """The path as pairs of an argument's name and the literal text after it."""
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
        """What reads an error of this status: by the status itself, its range, or all the rest."""
        from .drift import Reader

        if self.errors is not None:
            types = {key: type_ for keys, type_ in self.errors.items() for key in keys.split()}
            places = (str(status), f"{status // 100}XX", "default")
            usual = next((types[place] for place in places if place in types), None)
        return None if usual is None else Reader(usual())


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
    why: Why = "named"

    def perform(self) -> Any:
        """The result, or on an asynchronous client a coroutine of it."""
        return self.client._perform(self)

    def directed(self, request: Request) -> Request:
        """The request of this call, to where it goes."""
        return request
