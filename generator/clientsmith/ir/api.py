"""The typed, frozen picture of an API: everything that the write stages see of a document.

Text in it (`doc`, `summary`, wire names, examples) is data. Nothing here is Python source; `render`
alone turns it into source, through the typed values of `values`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from ..document.patterns import Pattern
from ..identifiers import module
from .pagination import FieldPath, Plan

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JsonScalar = None | bool | int | float | str
Location = Literal["path", "query", "querystring", "header", "cookie", "body", "media type"]
Requirement = tuple[tuple[str, ...], ...]
"""Alternatives; each names the credentials that it takes together, and behind a name the scopes
that are asked for, with spaces between.
"""
_BEARER = ("Authorization", "Bearer ")
OR_TEXT = "a number, or its text"
"""In place of a format: a number that JSON may have as text."""
ScalarKind = Literal["string", "integer", "number", "boolean", "null"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The assertions of JSON Schema that a request is checked for (JSON Schema Validation, sections
    6.2 to 6.5).
    """

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    patterns: tuple[Pattern, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None

    def __repr__(self) -> str:
        # Most scalars have none, and the text of a part says so for each of them.
        if self is NO_LIMITS:
            return "Limits()"
        return f"Limits{tuple(getattr(self, name) for name in self.__slots__)}"


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A JSON scalar, refined by the document's `format` where one is given."""

    kind: ScalarKind
    format: str | None = None
    limits: Limits = NO_LIMITS
    is_untyped: bool = False
    """Whether the schema has no `type`, and so says nothing of values of another one (JSON Schema
    Validation, section 4.1); so for arrays and objects.
    """

    @property
    def may_be_text(self) -> bool:
        """Whether JSON may have this number as text, too."""
        return self.format == OR_TEXT

    @property
    def is_exact(self) -> bool:
        """Whether its form in JSON is not the one that its Python value has by itself: a decimal
        that is a number, or an integer that is text.
        """
        return (self.kind, self.format) in (("number", "decimal"), ("string", "int64"))


@dataclass(frozen=True, slots=True)
class Anything:
    """A schema that allows any value."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An `enum`, or a `const`, which tells the members of a union apart: one of these values."""

    values: tuple[JsonScalar, ...]
    is_const: bool = False
    name: str = ""
    """The shape that has a constant for each value, if the document gives them names."""
    is_free: bool = False
    """Whether it only suggests values: it is in a union with its own type."""

    @property
    def has_fractions(self) -> bool:
        """Whether there are values that Python's `Literal` cannot hold."""
        return any(isinstance(value, float) for value in self.values)


@dataclass(frozen=True, slots=True)
class Among:
    """An `enum` or a `const` of arrays, or one of objects: one of these values, which are JSON
    texts.
    """

    type: TypeRef
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    items: TypeRef
    limits: Limits = NO_LIMITS
    is_untyped: bool = False


@dataclass(frozen=True, slots=True)
class MapOf:
    values: TypeRef
    limits: Limits = NO_LIMITS
    is_untyped: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """The shape of this name."""

    name: str
    takes_model: bool = False
    """Whether a request takes a model here, as an answer gave it, in place of a TypedDict."""


@dataclass(frozen=True, slots=True)
class TupleOf:
    """An array whose first items have types of their own (`prefixItems`); `rest` is the type of
    those after them, None where there are none.
    """

    items: tuple[TypeRef, ...]
    rest: TypeRef | None = None
    is_untyped: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """A value of one of several types. Where there are `tags`, all members are shapes, and the
    value of the property `discriminator` tells which: value → name of the shape.
    """

    members: tuple[TypeRef, ...]
    discriminator: str = ""
    tags: tuple[tuple[JsonScalar, str], ...] = ()
    otherwise: str = ""
    """The shape of a value that no tag knows, if the document has one."""
    is_complete: bool = False
    """Whether it is a document's own word that all other values are `otherwise`."""
    mixes: bool = False
    """Whether all members are shapes, and a value may have the fields of several."""
    by_enums: bool = False
    """Whether the values of enums tell members apart that are arrays or objects."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes to be sent, from wherever they come; `is_file` where they may have a file's name and
    media type, as in a part of a multipart body.
    """

    is_file: bool


TypeRef = Scalar | Anything | Choice | Among | ListOf | TupleOf | MapOf | Ref | Union | Upload
NULL = Scalar("null")
COMPOUND = (ListOf, MapOf, Ref, TupleOf)
"""The types of arrays and objects."""


@dataclass(frozen=True, slots=True)
class Field:
    """A property of an object schema."""

    name: str
    wire: str
    type: TypeRef
    required: bool
    doc: str = ""
    default: Json = None
    has_default: bool = False
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False


@dataclass(frozen=True, slots=True)
class Constant:
    """A value of an enum that has a name."""

    name: str
    value: JsonScalar
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """An object schema: a model where it is read, a TypedDict where it is sent."""

    name: str
    pointer: str
    fields: tuple[Field, ...]
    doc: str = ""
    extra: TypeRef | None = None
    """The type of properties that have no name in the document, if it says that there are such."""
    alias: TypeRef | None = None
    """What the name stands for where that is no object: it has no fields then."""
    constants: tuple[Constant, ...] = ()
    """What it consists of where it is no object, but the names of an enum's values."""
    later: frozenset[str] = frozenset()
    """The shapes it mentions that are looked up only when they are used."""
    is_untyped: bool = False
    """Whether the schema has no `type`, so that it says nothing of other values than objects."""
    is_of_call: bool = False
    """Whether it has the arguments of a call, of which the method's docstring tells."""

    @property
    def types(self) -> list[TypeRef]:
        """The types that it is made of."""
        types = [field.type for field in self.fields]
        return types + [type_ for type_ in (self.extra, self.alias) if type_ is not None]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call: a parameter, or a property of the body."""

    name: str
    wire: str
    location: Location
    type: TypeRef
    required: bool
    positional: bool = False
    doc: str = ""
    default: Json = None
    has_default: bool = False
    deprecated: bool = False
    style: str = ""
    explode: bool = True
    """Whether the members of the value stand apart; False where its type has none."""
    allow_reserved: bool = False
    content: str = ""
    """The media type of a parameter that is described by `content` and not by a schema."""

    @property
    def is_plain(self) -> bool:
        """Whether the base of the runtime can write it; other parameters need `styles`."""
        if self.allow_reserved or self.content:
            return False
        match self.location:
            case "path" | "header":
                return self.style == "simple" and not self.explode
            case "cookie":
                return self.style == "form" and not self.explode
            case "query":
                return self.style in ("form", "deepObject")
            case _:
                return self.location in ("body", "media type")


HEADER_LINES = "lines"
"""The style of a header with a line for each item of an array, which OpenAPI does not have."""

RANGES = frozenset({"*/*", "application/*", "text/*"})
"""The ranges of media types that JSON is in (RFC 9110, section 12.5.1)."""

USUAL_MEDIA_TYPES = frozenset(
    {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}
)
"""Those that the runtime's bodies have unless they are told another."""


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON body whose properties are arguments; `pointer` is the place of its schema."""

    required: bool
    pointer: str
    media_type: str = "application/json"
    needed: tuple[str, ...] = ()
    """The arguments that it has to have where it is not required and any of it is given."""


@dataclass(frozen=True, slots=True)
class WholeJsonBody:
    """A JSON body given as one argument, since it is no object of known properties."""

    argument: str
    required: bool
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Part:
    """How the parts of one field of a multipart body are sent (OpenAPI, section 4.8.15)."""

    wire: str
    media_type: str = ""
    """The media types that it may have, joined by commas; empty for the usual ones."""
    is_file: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    """Header → the argument that gives it."""


@dataclass(frozen=True, slots=True)
class FormBody:
    """A form, urlencoded or of several parts, whose fields are arguments or, where they have no
    known names, all in the one `argument`.
    """

    required: bool
    pointer: str
    media_type: str
    is_multipart: bool
    argument: str | None = None
    needed: tuple[str, ...] = ()
    """As in `JsonBody`."""
    styles: tuple[Argument, ...] = ()
    """The fields that are written as if they stood in the query."""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class LinesBody:
    """A body of JSON texts in a row, given as a list; `is_sequence` is `application/json-seq`."""

    argument: str
    media_type: str
    is_sequence: bool


@dataclass(frozen=True, slots=True)
class RawBody:
    """A body of another media type, given as text or bytes; the argument `kind` may say which where
    the document leaves it open.
    """

    argument: str
    media_type: str
    kind: str | None = None
    is_base64: bool = False
    """Whether it is text in base64, which bytes become."""


SingleBody = JsonBody | WholeJsonBody | FormBody | LinesBody | RawBody


@dataclass(frozen=True, slots=True)
class ChosenBody:
    """The same arguments in one of several media types, the first unless `kind` says otherwise."""

    kind: str
    bodies: tuple[SingleBody, ...]


Body = SingleBody | ChosenBody


@dataclass(frozen=True, slots=True)
class Pagination:
    """How a list goes on, and where a page has its items."""

    plan: Plan
    items: FieldPath
    """Empty where the answer itself is the list."""
    item: TypeRef
    rule: str = ""
    """What shows that the operation paginates, in words."""
    page: str = ""
    """The name of the page class; the asynchronous one is `Async` and this."""

    @property
    def runtime(self) -> frozenset[str]:
        """The optional modules of the runtime that its pages need."""
        needed: set[str] = set() if self.items else {"list_pages"}
        return frozenset(needed | ({"next_pages"} if self.plan.module else set()))


AnswerKind = Literal["none", "json", "text", "file", "lines", "events"]
STREAMS: frozenset[AnswerKind] = frozenset({"lines", "events"})
"""The kinds of answers whose items come one by one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes with a status of success, in one media type."""

    status: str
    """`200`, `2XX` or `default` (OpenAPI 3.1, section 4.8.16)."""
    kind: AnswerKind
    media_type: str = ""
    type: TypeRef = Anything()
    """Of JSON; of one item where items come one by one (`lines`, `events`)."""
    named: tuple[tuple[str, TypeRef], ...] = ()
    """The types of the data of events, by the event's name, where the document tells them apart."""

    @property
    def is_range(self) -> bool:
        """Whether it is JSON, a text or bytes, as its own media type says."""
        return self.kind == "json" and self.media_type in RANGES


@dataclass(frozen=True, slots=True)
class Response:
    """What a call returns.

    Where all answers are JSON of one type, that is `type`, or None when they have no body. Else it
    is one of `answers`, which are in the order of their status, JSON first.
    """

    type: TypeRef | None = None
    answers: tuple[Answer, ...] = ()
    accept: str = "application/json"
    """The media types that the client asks for, the preferred one first."""
    headers: tuple[tuple[str, str], ...] = ()
    """The headers that an answer of success has, and what the document says of each."""
    doc: str = ""

    @property
    def runtime(self) -> frozenset[str]:
        """The optional modules of the runtime that read it."""
        kinds = {answer.kind for answer in self.answers}
        modules = {"answers"} if kinds else set[str]()
        modules |= {"downloads"} if "file" in kinds else set()
        is_range = any(answer.is_range for answer in self.answers)
        modules |= {"downloads", "ranges"} if is_range else set()
        modules |= {"streams"} if kinds & {"lines", "events"} else set()
        return frozenset(modules | {"events"} if "events" in kinds else modules)

    @property
    def types(self) -> tuple[TypeRef, ...]:
        """Every type that is read."""
        read = (item.type for item in self.answers if item.kind in ("json", "lines", "events"))
        named = (type_ for item in self.answers for _, type_ in item.named)
        return (*(() if self.type is None else (self.type,)), *read, *named)

    @property
    def whole(self) -> Response:
        """What comes where no stream is asked for: a status that has nothing else keeps those."""
        return self._part(streams=False)

    @property
    def streamed(self) -> Response:
        """What comes where a stream is asked for: a status that has none keeps what it has."""
        return self._part(streams=True)

    def _part(self, *, streams: bool) -> Response:
        def is_meant(answer: Answer) -> bool:
            return answer.kind == "none" or (answer.kind in STREAMS) == streams

        meant = {answer.status for answer in self.answers if is_meant(answer)}
        answers = tuple(
            answer for answer in self.answers if is_meant(answer) or answer.status not in meant
        )
        names = {answer.media_type for answer in self.answers if answer.kind in STREAMS}
        asked = self.accept.split(", ")
        accept = ", ".join(name for name in asked if (name.partition(";")[0] in names) == streams)
        match answers:
            case (Answer(kind="json", media_type="application/json") as one,):
                return replace(self, type=one.type, answers=(), accept=accept)
            case _:
                return replace(self, type=None, answers=answers, accept=accept)


@dataclass(frozen=True, slots=True)
class Switch:
    """The argument that chooses between an answer as a whole and a stream of items."""

    argument: str
    wire: str
    is_default: bool
    """Whether the stream comes where the argument is left out or null."""
    values: frozenset[bool | None]
    """What the argument may be."""

    @property
    def runtime(self) -> frozenset[str]:
        """The optional modules of the runtime that make the choice."""
        return frozenset({"switches"})


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the document and the call that stands for it."""

    key: str
    """`METHOD /path`, as the document writes them."""
    pointer: str
    identifier: str
    """The operationId, or a name made from method and path."""
    resource: tuple[str, ...]
    method: str
    http_method: str
    path: str
    """The path with each `{parameter}` replaced by its argument's name in braces."""
    summary: str
    description: str
    arguments: tuple[Argument, ...]
    params: str | None
    """The name of the TypedDict that holds the call's arguments; None where there is nothing to
    check.
    """
    body: Body | None
    response: Response
    errors: tuple[tuple[str, TypeRef], ...]
    """The types of errors by status, `4XX` or `default`; one of an empty status holds for all."""
    pagination: Pagination | None
    deprecated: bool
    security: Requirement | None = None
    """What it wants; None where that is what operations want in general."""
    server: str | None = None
    """The URL of a server of its own; a path where that is on the client's."""
    example: Mapping[str, Json] = field(default_factory=dict[str, Json])
    """Values for the arguments, from the document's examples."""
    example_response: Json = None
    exact: tuple[str, ...] = ()
    """The arguments in which there are values whose form in JSON their types alone tell."""
    loads_exactly: bool = False
    """Whether its answers have decimals that are numbers."""
    has_usual_error: bool = True
    """Whether its errors are of `Api.error`; where there is none, whether it documents no error."""
    is_variant: bool = False
    """Whether it is a further call of an operation, for a body of another media type."""
    switch: Switch | None = None

    def bodies(self) -> tuple[SingleBody, ...]:
        """The bodies that a call of it may have."""
        if isinstance(self.body, ChosenBody):
            return self.body.bodies
        return () if self.body is None else (self.body,)

    @property
    def runtime(self) -> frozenset[str]:
        """The optional modules of the runtime that its constant is made with."""
        modules: set[str] = set()
        styled = self.arguments
        for body in self.bodies():
            if isinstance(body, JsonBody | FormBody) and body.needed:
                modules.add("optional_body")
            match body:
                case FormBody(is_multipart=is_multipart, styles=styles):
                    modules.add("multipart" if is_multipart else "forms")
                    styled += styles
                case RawBody(is_base64=True):
                    modules.add("base64_body")
                case LinesBody() | RawBody():
                    modules.add("bodies")
                case WholeJsonBody():
                    modules.add("parameters")
                case _:
                    pass
        if isinstance(self.body, ChosenBody):
            modules.add("body_choice")
        if not all(item.is_plain for item in styled):
            modules.add("styles")
        if any(item.is_plain and item.location in ("header", "cookie") for item in styled):
            modules.add("parameters")
        if self.pagination is not None and self.pagination.plan.module:
            modules.add(self.pagination.plan.module)
        if self.deprecated or self.deprecated_arguments:
            modules.add("deprecation")
        if self.server is not None:
            modules.add("servers")
        if self.exact:
            modules.add("number_encoding")
        if self.loads_exactly:
            modules.add("number_decoding")
        return frozenset(modules)

    @property
    def deprecated_arguments(self) -> tuple[str, ...]:
        """The names of the arguments that are given by name and are not to be used any more."""
        return tuple(
            item.name for item in self.arguments if item.deprecated and not item.positional
        )

    @property
    def call(self) -> str:
        """The call as a user writes it behind the client: `external_connections.create`."""
        return ".".join((*self.resource, self.method))


@dataclass(frozen=True, slots=True)
class Resource:
    """A node of the client's tree."""

    path: tuple[str, ...]
    class_name: str
    doc: str
    operations: tuple[Operation, ...]
    children: tuple[Resource, ...]

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def module(self) -> str:
        return module(self.class_name)


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable in the URLs of servers, which is an argument of the client."""

    argument: str
    wire: str
    default: str
    choices: tuple[str, ...]
    is_path: bool
    """Whether it stands for more than a part of the host wherever it does."""


@dataclass(frozen=True, slots=True)
class CredentialArgument:
    """An argument of the client, and the environment variable that stands in for it."""

    name: str
    variable: str
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A text that is sent as it is, or after `prefix` (RFC 9110, section 11.4)."""

    argument: CredentialArgument
    location: Literal["header", "query", "cookie"]
    wire: str
    prefix: str = ""

    @property
    def arguments(self) -> tuple[CredentialArgument, ...]:
        return (self.argument,)

    @property
    def name(self) -> str:
        return self.argument.name


@dataclass(frozen=True, slots=True)
class Login:
    """A user name and a password (RFC 7617)."""

    username: CredentialArgument
    password: CredentialArgument

    @property
    def arguments(self) -> tuple[CredentialArgument, ...]:
        return (self.username, self.password)

    @property
    def name(self) -> str:
        return self.username.name


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """A token, given or fetched from `token_url` (RFC 6749, section 4.4)."""

    token: CredentialArgument
    client_id: CredentialArgument
    client_secret: CredentialArgument
    token_url: str
    in_body: bool = False
    """Whether the token is asked for with the identifier and the secret in the form."""

    @property
    def arguments(self) -> tuple[CredentialArgument, ...]:
        return (self.token, self.client_id, self.client_secret)

    @property
    def name(self) -> str:
        return self.token.name


Credential = ApiKey | Login | ClientCredentials


@dataclass(frozen=True, slots=True)
class Security:
    """The credentials of a client."""

    credentials: tuple[Credential, ...]
    default: Requirement
    """What operations want that say nothing else."""
    needed: Requirement
    """All that operations want, if there is none that does without; else empty."""

    @property
    def bearer(self) -> ApiKey | None:
        """The bearer token that every operation wants, where it is all there is."""
        one = self.credentials[0]
        is_all = self.needed == self.default == ((one.name,),) and len(self.credentials) == 1
        if is_all and isinstance(one, ApiKey) and (one.wire, one.prefix) == _BEARER:
            return one
        return None


@dataclass(frozen=True, slots=True)
class Webhooks:
    """What the API sends on its own account, in webhooks and callbacks."""

    payload: TypeRef
    path: tuple[str, ...]
    """Where the value stands that tells payloads apart; empty where nothing does."""
    tags: tuple[tuple[str, TypeRef], ...]
    header: str = ""
    """The header whose value tells them apart, instead of one in them; in lower case."""
    loads_exactly: bool = False
    """As in `Operation`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an operation is typed less precisely than the document does, or refused, and the place
    in the document that is to blame.
    """

    text: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of one operation of the document: `degraded` works and is typed less precisely,
    `refused` has no call.
    """

    operation: str
    call: str | None
    status: Literal["generated", "degraded", "refused"]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Api:
    title: str
    version: str
    description: str
    package: str
    client: str
    environment: str
    base_url: str
    deep_object_arrays: str
    naive_datetimes: str
    """What becomes of a `datetime` without an offset: `refuse` or `utc`."""
    security: Security | None
    resources: tuple[Resource, ...]
    models: tuple[Shape, ...]
    """The shapes that answers reach."""
    params: tuple[Shape, ...]
    """The shapes that requests reach."""
    coverage: tuple[Coverage, ...]
    error: TypeRef | None = None
    """The type of the errors of most operations."""
    webhooks: Webhooks | None = None
    servers: tuple[str, ...] = ()
    """The URLs that a user chooses from, where there are several."""
    variables: tuple[ServerVariable, ...] = ()
    left: tuple[str, ...] = ()
    """The security schemes that the HTTP client has to answer, such as one of certificates."""
    credentials: Mapping[str, str] = field(default_factory=dict[str, str])
    """Security scheme → the name of its first argument; for `names.lock`."""
    custom: Mapping[str, str] = field(default_factory=dict[str, str])
    """Class name → module of `_custom/` that defines it."""
    calls: Mapping[str, str] = field(default_factory=dict[str, str])
    """`METHOD /path` → call, of every operation of the document, also of those that are not
    selected; for `names.lock`.
    """
    types: Mapping[str, str] = field(default_factory=dict[str, str])
    """JSON pointer → class name, of everything named; for `names.lock`."""

    def walk(self) -> tuple[Resource, ...]:
        """Every resource, parents first."""
        found: list[Resource] = []
        waiting = list(reversed(self.resources))
        while waiting:
            resource = waiting.pop()
            found.append(resource)
            waiting.extend(reversed(resource.children))
        return tuple(found)

    def operations(self) -> tuple[Operation, ...]:
        """Every operation, in the order of the tree."""
        return tuple(operation for resource in self.walk() for operation in resource.operations)
