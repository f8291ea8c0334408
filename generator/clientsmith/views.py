"""`Api` → views: what each template gets, every leaf a typed value of `values`.

`templates/README.md` documents these classes for people who bend templates; a test keeps page and
classes the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .annotations import (
    Import,
    for_argument,
    for_item,
    for_params,
    for_response,
    for_result,
    nullable,
)
from .imports import statements
from .ir import (
    Anything,
    Api,
    Argument,
    Field,
    Json,
    JsonBody,
    Limits,
    ListOf,
    Operation,
    Pagination,
    RawBody,
    Ref,
    Resource,
    Scalar,
    Shape,
    TypeRef,
    Union,
    WholeJsonBody,
)
from .models import ModelFields, model_fields
from .modules import assign, refs, refs_of
from .names import snake
from .values import Code, Comment, Doc, Joined, Literal, Name, Prose, is_name, joined, paragraphs


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below a client or another resource, and its class."""

    name: Name
    class_name: Name


@dataclass(frozen=True, slots=True)
class CredentialView:
    """The argument of a client that takes its credential."""

    argument: Name
    text: Literal
    variable: Literal


@dataclass(frozen=True, slots=True)
class ClientFaceView:
    """One of the two client classes: the synchronous, the asynchronous."""

    class_name: Name
    base: Name
    transport: Name
    http_client: Name
    doc: Doc
    children: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class ClientView:
    """`client.py`."""

    client: Name
    async_client: Name
    name: Literal
    package: Literal
    environment: Literal
    base_url: Literal
    version: Literal
    deep_object_arrays: Literal
    credential: tuple[CredentialView, ...]
    imports: tuple[Code, ...]
    typing_imports: tuple[Code, ...]
    faces: tuple[ClientFaceView, ...]


@dataclass(frozen=True, slots=True)
class ExportView:
    """A name that a package exports, the module that has it, and its name there."""

    name: Name
    module: Code
    original: Name


@dataclass(frozen=True, slots=True)
class LazyView:
    """A module, and the names that are taken from it when first used: `name` or `name=original`."""

    module: Literal
    names: Joined


@dataclass(frozen=True, slots=True)
class IndexView:
    """The `__init__.py` of the package, of `models/` and of `params/`: names, resolved when they
    are first used.
    """

    doc: Doc
    runtime: Code
    imports: tuple[Code, ...]
    aliases: tuple[ExportView, ...]
    modules: tuple[LazyView, ...]


@dataclass(frozen=True, slots=True)
class OperationView:
    """The constant that describes an operation to the runtime."""

    constant: Name
    http_method: Literal
    path: Literal
    options: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of the synchronous class, and the value of its twin in the asynchronous one."""

    name: Name
    parameters: Joined
    returns: Code
    doc: Doc
    constant: Name
    values: Joined
    returns_none: bool
    twin: Code


@dataclass(frozen=True, slots=True)
class WrapperView:
    """A class that gives the methods of another a different result, and the name it goes by."""

    name: Name
    class_name: Name
    wrapped: Name
    base: Name
    function: Name


@dataclass(frozen=True, slots=True)
class FaceView:
    """One of the two classes of a resource: the synchronous, the asynchronous."""

    class_name: Name
    doc: Doc
    children: tuple[ChildView, ...]
    wrappers: tuple[WrapperView, ...]


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A module of `resources/`."""

    doc: Doc
    imports: tuple[Code, ...]
    typing_imports: tuple[Code, ...]
    operations: tuple[OperationView, ...]
    methods: tuple[MethodView, ...]
    sync: FaceView
    asynchronous: FaceView


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a model, or a key of a TypedDict."""

    name: Name
    key: Literal
    annotation: Code
    quoted: Literal
    default: tuple[Code, ...]
    doc: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The page classes of a paginated operation."""

    page: Name
    async_page: Name
    answer: Name
    item: Code
    doc: Doc


@dataclass(frozen=True, slots=True)
class ShapeView:
    """A model, or a TypedDict; `functional` where a key is no identifier, `is_open` where the
    document allows keys without a name.

    `nullable` names, on the wire, the fields of a model that may be left out and may be null too.
    """

    name: Name
    text: Literal
    doc: tuple[Doc, ...]
    fields: tuple[FieldView, ...]
    nullable: tuple[Literal, ...]
    functional: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module of `models/` or of `params/`; `forward` where a class mentions one defined later."""

    forward: bool
    imports: tuple[Code, ...]
    shapes: tuple[ShapeView, ...]
    pages: tuple[PageView, ...]


@dataclass(frozen=True, slots=True)
class CallView:
    """A call in `API.md`."""

    call: Code
    operation: Code
    summary: Prose
    example: Code
    async_example: Code
    returns: Code


@dataclass(frozen=True, slots=True)
class GuideView:
    """`API.md` and `AGENTS.md`."""

    title: Prose
    package: Code
    client: Code
    async_client: Code
    error: Code
    environment: Code
    variables: tuple[Code, ...]
    calls: tuple[CallView, ...]
    lists: tuple[CallView, ...]


_RUNTIME_EXPORTS = {
    "omitted": ("Omit", "omit"),
    "timeouts": ("Timeout",),
    "errors": (
        "APIConnectionError",
        "APIError",
        "APIResponseValidationError",
        "APIStatusError",
        "APITimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "InternalServerError",
        "NotFoundError",
        "PermissionDeniedError",
        "RateLimitError",
        "RequestValidationError",
        "UnprocessableEntityError",
    ),
    "responses": ("APIResponse", "AsyncAPIResponse"),
    "models": ("Drift",),
    "options": ("RequestOptions",),
    "transport": ("AsyncTransport", "Request", "Response", "Transport"),
}
_CLIENT_NAMES = ("AsyncClient", "Service", "SyncClient", "child", "omit")
_CLIENT_TYPES = (
    "AsyncHttpClient",
    "AsyncTransportTypes",
    "Drift",
    "HttpClient",
    "Omit",
    "TimeoutTypes",
    "TransportTypes",
)
_KINDS = {"query": "Query", "header": "Header", "cookie": "Cookie"}
_FACES = (("", "synchronous"), ("Async", "asynchronous"))
_NAMES_WIDTH = 72
_WRAPPERS = ("raw", "streaming")


def package_view(api: Api) -> IndexView:
    """`__init__.py`."""
    exports = [
        _export(api, api.client, "client"),
        _export(api, f"Async{api.client}", "client"),
        _export_from("._runtime.errors", f"{api.client}Error", "ClientError"),
    ]
    for module, names in _RUNTIME_EXPORTS.items():
        exports += [_export_from(f"._runtime.{module}", name, name) for name in names]
    return _index_of(_title(api), "._runtime", exports)


def client_view(api: Api) -> ClientView:
    """`client.py`."""
    title = api.title or api.package
    auth = api.auth
    faces = tuple(
        ClientFaceView(
            class_name=Name(prefix + api.client),
            base=Name(f"{prefix or 'Sync'}Client"),
            transport=Name(f"{prefix}TransportTypes"),
            http_client=Name(f"{prefix}HttpClient"),
            doc=Doc(f"The {word} client of the {title}.", 4),
            children=tuple(_child(child, prefix) for child in api.resources),
        )
        for prefix, word in _FACES
    )
    return ClientView(
        client=Name(api.client),
        async_client=Name(f"Async{api.client}"),
        name=Literal(api.client),
        package=Literal(api.package),
        environment=Literal(api.environment),
        base_url=Literal(api.base_url),
        version=Literal(api.version),
        deep_object_arrays=Literal(api.deep_object_arrays),
        credential=(
            ()
            if auth is None
            else (
                CredentialView(Name(auth.argument), Literal(auth.argument), Literal(auth.variable)),
            )
        ),
        imports=statements(
            {
                (".", "resources"),
                *(("._runtime", name) for name in _CLIENT_NAMES),
                *([] if auth is None else [("._runtime", "bearer_token")]),
            }
        ),
        typing_imports=statements(
            {
                ("collections.abc", "Callable"),
                ("collections.abc", "Mapping"),
                *(("._runtime", name) for name in _CLIENT_TYPES),
            }
        ),
        faces=faces,
    )


def resource_view(api: Api, resource: Resource) -> ResourceView:
    """A module of `resources/`."""
    sync, asynchronous = (_face(api, resource, prefix) for prefix, _ in _FACES)
    return ResourceView(
        doc=Doc(f"The calls of `client.{'.'.join(resource.path)}`."),
        imports=statements(_imports(resource)),
        typing_imports=statements(_typing_imports(resource) - _imports(resource)),
        operations=tuple(_operation(operation) for operation in resource.operations),
        methods=tuple(_method(operation, resource.class_name) for operation in resource.operations),
        sync=sync,
        asynchronous=asynchronous,
    )


def _face(api: Api, resource: Resource, prefix: str) -> FaceView:
    name = prefix + resource.class_name
    wrappers = tuple(
        WrapperView(
            name=Name(f"with_{kind}_response"),
            class_name=Name(f"{name}With{kind.capitalize()}Response"),
            wrapped=Name(name),
            base=Name(f"{prefix}View"),
            function=Name(f"{prefix.lower()}_{kind}".strip("_")),
        )
        for kind in _WRAPPERS
    )
    dotted = ".".join(resource.path)
    return FaceView(
        class_name=Name(name),
        doc=Doc(f"`client.{dotted}` of {_a(prefix + api.client)}.", 4),
        children=tuple(_child(child, prefix) for child in resource.children),
        wrappers=wrappers if resource.operations else (),
    )


def models_view(api: Api) -> dict[str, ModuleView]:
    """The modules of `models/`, by name."""
    printed = model_fields(api.models)
    module = model_modules(api)
    views: dict[str, ModuleView] = {}
    for place in sorted({module[shape.name] for shape in api.models}):
        inside = [shape for shape in api.models if module[shape.name] == place]
        used = {pair for shape in inside for pair in printed[shape.name].imports}
        used.add((".._runtime.models", "Model"))
        used |= _shape_imports(api, inside, module, place)
        shapes = tuple(_model(shape, printed[shape.name]) for shape in _bottom_up(inside))
        views[place] = ModuleView(_forward(inside), statements(used), shapes, pages=())
    for operation in api.operations():
        pagination, answer = operation.pagination, operation.response.type
        if pagination is None or not isinstance(answer, Ref):
            continue
        place = module[pagination.page]
        used = {(".._runtime.pagination", "AsyncPage"), (".._runtime.pagination", "Page")}
        used |= _named_imports(api, {answer.name, *refs(pagination.item)}, module, place)
        used |= for_item(pagination.item).imports
        views[place] = ModuleView(
            False, statements(used), shapes=(), pages=(_page(operation, pagination, answer.name),)
        )
    return dict(sorted(views.items()))


def params_view(api: Api) -> dict[str, ModuleView]:
    """The modules of `params/`, by name."""
    module = params_modules(api)
    views: dict[str, ModuleView] = {}
    for place in sorted(set(module.values())):
        inside = [shape for shape in api.params if module[shape.name] == place]
        shapes = tuple(_typed_dict(shape) for shape in _bottom_up(inside))
        used = _params_imports(inside)
        used |= _shape_imports(api, inside, module, place, for_params=True)
        views[place] = ModuleView(_forward(inside), statements(used), shapes, pages=())
    return views


def models_index(api: Api) -> IndexView:
    """`models/__init__.py`."""
    doc = "The models of answers. Using one loads the module that it stands in, and no other."
    return _index(api, doc, model_modules(api))


def resources_index(api: Api) -> IndexView:
    """`resources/__init__.py`."""
    doc = "The resources of the clients: the classes that calls are methods of."
    module = {
        prefix + resource.class_name: resource.module
        for resource in api.walk()
        for prefix, _ in _FACES
    }
    return _index(api, doc, module)


def params_index(api: Api) -> IndexView:
    """`params/__init__.py`."""
    doc = "The shapes of requests, as TypedDicts."
    return _index(api, doc, params_modules(api), for_params=True)


def guide_view(api: Api) -> GuideView:
    """`API.md` and `AGENTS.md`."""
    calls = tuple(_call(operation) for operation in api.operations())
    lists = tuple(
        view
        for view, operation in zip(calls, api.operations(), strict=True)
        if operation.pagination
    )
    return GuideView(
        title=Prose(api.title or api.package),
        package=Code(Name(api.package).source),
        client=Code(Name(api.client).source),
        async_client=Code(Name(f"Async{api.client}").source),
        error=Code(Name(f"{api.client}Error").source),
        environment=Code(Name(api.environment).source),
        variables=() if api.auth is None else (Code(Name(api.auth.variable).source),),
        calls=calls,
        lists=lists,
    )


def model_modules(api: Api) -> dict[str, str]:
    """Model and page name → its module in `models/`."""
    homes = _homes(api.models, {})
    module = assign(api.models, lambda shape: homes[shape.name])
    for operation in api.operations():
        if operation.pagination is not None:
            module[operation.pagination.page] = snake(operation.pagination.page)
            module[f"Async{operation.pagination.page}"] = snake(operation.pagination.page)
    return module


def params_modules(api: Api) -> dict[str, str]:
    """TypedDict name → its module in `params/`."""
    owners: dict[str, str] = {}
    for resource in api.walk():
        for operation in resource.operations:
            owners[operation.pointer] = f"{resource.module}_params"
            if isinstance(operation.body, JsonBody):
                owners.setdefault(operation.body.pointer, f"{resource.module}_params")
    homes = _homes(api.params, owners)
    return assign(api.params, lambda shape: homes[shape.name])


def _homes(shapes: Sequence[Shape], owners: dict[str, str]) -> dict[str, str]:
    """Shape → the module of the outermost shape or operation that its place lies in."""
    own = {shape.pointer: snake(shape.name) for shape in shapes} | owners
    homes: dict[str, str] = {}
    for shape in shapes:
        tokens = shape.pointer.split("/")
        above = ("/".join(tokens[:end]) for end in range(2, len(tokens) + 1))
        homes[shape.name] = next(own[pointer] for pointer in above if pointer in own)
    return homes


def _index(api: Api, doc: str, module: dict[str, str], *, for_params: bool = False) -> IndexView:
    exports = (
        _export(api, name, module[name], "..", for_params=for_params) for name in sorted(module)
    )
    return _index_of(doc, ".._runtime", list(exports))


def _index_of(doc: str, runtime: str, exports: list[ExportView]) -> IndexView:
    pairs: set[tuple[str, str]] = set()
    aliases: list[ExportView] = []
    modules: dict[str, list[str]] = {}
    for item in sorted(exports, key=lambda item: (item.module.source, item.name.source)):
        name, original = item.name.source, item.original.source
        entry = name if name == original else f"{name}={original}"
        modules.setdefault(item.module.source, []).append(entry)
        if name == original:
            # A type checker takes only `name as name` for an export.
            pairs.add((item.module.source, f"{name} as {name}"))
        else:
            aliases.append(item)
            pairs.add((item.module.source, original))
    lazy = tuple(
        LazyView(Literal(module), joined(_chunks(names), "\n")) for module, names in modules.items()
    )
    return IndexView(Doc(doc), Code(runtime), statements(pairs), tuple(aliases), lazy)


def _chunks(names: Sequence[str]) -> Iterator[Literal]:
    """The names with spaces between, in strings that fit into a line."""
    line = ""
    for name in names:
        if line and len(line) + len(name) > _NAMES_WIDTH:
            yield Literal(line + " ")
            line = ""
        line += f" {name}" if line else name
    yield Literal(line)


def _export(
    api: Api, name: str, module: str, up: str = ".", *, for_params: bool = False
) -> ExportView:
    place = _place(api, name, f".{module}", f"{up}_custom", for_params=for_params)
    return _export_from(place, name, name)


def _export_from(module: str, name: str, original: str) -> ExportView:
    return ExportView(Name(name), Code(module), Name(original))


def _child(resource: Resource, prefix: str) -> ChildView:
    return ChildView(Name(resource.name), Name(prefix + resource.class_name))


def _place(api: Api, name: str, module: str, custom: str, *, for_params: bool) -> str:
    """The module of a class: the generated one, or that of the user's class of the same name.

    Those of `_custom/params.py` are request shapes; all others are models, resources, clients.
    """
    is_params = api.custom.get(name, "").partition(".")[0] == "params"
    if name not in api.custom or is_params != for_params:
        return module
    return custom + (f".{api.custom[name]}" if api.custom[name] else "")


def _operation(operation: Operation) -> OperationView:
    options: list[Code] = []
    if operation.params is not None:
        options.append(Code(f"params=lambda: params.{Name(operation.params).source}"))
    for location in ("query", "header", "cookie"):
        items = [item for item in operation.arguments if item.location == location]
        if items:
            entries = ", ".join(f"{Literal(item.name).source}: {_wire(item)}" for item in items)
            keyword = {"query": "query", "header": "headers", "cookie": "cookies"}[location]
            options.append(Code(f"{keyword}={{{entries}}}"))
    if operation.body is not None:
        options.append(Code(f"body={_body(operation)}"))
    pagination = operation.pagination
    if pagination is not None:
        options.append(Code(f"response=lambda: models.{Name(pagination.page).source}"))
        options.append(Code(f"page=core.{_page_number(pagination)}"))
    elif operation.response.type is not None:
        options.append(
            Code(f"response=lambda: {for_response(operation.response.type).code.source}")
        )
    if operation.error is not None:
        options.append(Code(f"error=lambda: {for_response(operation.error).code.source}"))
    return OperationView(
        _constant(operation),
        Literal(operation.http_method),
        Literal(operation.path),
        tuple(options),
    )


def _wire(item: Argument) -> str:
    arguments = [Literal(item.wire).source]
    if item.location == "query":
        if item.style != "form":
            arguments.append(f"style={Literal(item.style).source}")
        if not item.explode:
            arguments.append("explode=False")
    return f"core.{_KINDS[item.location]}({', '.join(arguments)})"


def _body(operation: Operation) -> str:
    match operation.body:
        case JsonBody(required=required, media_type=media_type):
            fields = [item for item in operation.arguments if item.location == "body"]
            renamed = {item.name: item.wire for item in fields if item.name != item.wire}
            given = [Literal(dict(renamed)).source] if renamed else []
            given += [] if required else ["required=False"]
            given += _media_type(media_type)
            return f"core.JsonBody({', '.join(given)})"
        case WholeJsonBody(argument=argument, media_type=media_type):
            given = [Literal(argument).source, *_media_type(media_type)]
            return f"core.WholeJsonBody({', '.join(given)})"
        case RawBody(argument=argument, media_type=media_type):
            return f"core.RawBody({Literal(argument).source}, {Literal(media_type).source})"
        case None:
            return "None"


def _media_type(media_type: str) -> list[str]:
    usual = media_type == "application/json"
    return [] if usual else [f"media_type={Literal(media_type).source}"]


def _page_number(pagination: Pagination) -> str:
    usual = Pagination(pagination.argument, pagination.items, pagination.item)
    arguments = [
        f"argument={Literal(pagination.argument).source}",
        f"items={Literal(pagination.items).source}",
    ]
    if pagination.number != usual.number:
        arguments.append(f"number={Literal('.'.join(pagination.number)).source}")
    if pagination.total != usual.total:
        arguments.append(f"total={Literal('.'.join(pagination.total)).source}")
    return f"PageNumber({', '.join(arguments)})"


def _constant(operation: Operation) -> Name:
    return Name(f"_{operation.method.upper()}")


def _method(operation: Operation, resource: str) -> MethodView:
    pagination = operation.pagination
    method = f"{Name(resource).source}.{Name(operation.method).source}"
    type_ = operation.response.type
    returns = Code("None") if type_ is None else for_result(type_).code
    twin = f"core.asynchronous({method})"
    if pagination is not None:
        page = Name(pagination.page).source
        returns = Code(f"models.{page}")
        twin = f"core.paginated({method}, lambda: models.Async{page})"
    return MethodView(
        name=Name(operation.method),
        parameters=joined(_parameters(operation)),
        returns=returns,
        doc=Doc(_method_doc(operation), 8),
        constant=_constant(operation),
        values=joined(
            Code(f"{Literal(item.name).source}: {Name(item.name).source}")
            for item in operation.arguments
        ),
        returns_none=type_ is None,
        twin=Code(twin),
    )


def _parameters(operation: Operation) -> list[Code]:
    parameters = [Code("self")]
    named = [item for item in operation.arguments if not item.positional]
    parameters += [
        Code(f"{Name(item.name).source}: {for_argument(item.type).code.source}")
        for item in operation.arguments
        if item.positional
    ]
    if named:
        parameters.append(Code("*"))
    for item in named:
        annotation = for_argument(item.type).code.source
        if item.required:
            parameters.append(Code(f"{Name(item.name).source}: {annotation}"))
        else:
            # Null stands last in a union, as in hand-written code.
            head, null = (
                (annotation.removesuffix(" | None"), " | None")
                if nullable(item.type)
                else (annotation, "")
            )
            parameters.append(Code(f"{Name(item.name).source}: {head} | Omit{null} = omit"))
    parameters.append(Code("**options: Unpack[RequestOptions]"))
    return parameters


def _summary(operation: Operation) -> str:
    summary = paragraphs(operation.summary or operation.description.split("\n\n")[0])
    if not summary:
        summary = f"Call `{_inline(operation.key)}`"
    return summary if summary[-1] in ".!?" else summary + "."


def _method_doc(operation: Operation) -> str:
    summary = _summary(operation)
    parts = [summary]
    description = paragraphs(operation.description)
    if description and description.rstrip(".") != summary.rstrip("."):
        parts.append(description)
    if operation.deprecated:
        parts.append("Deprecated: the document marks this operation so.")
    arguments = [
        _argument_doc(item) for item in operation.arguments if item.doc or item.has_default
    ]
    if arguments:
        parts.append("Args:\n" + "\n".join(arguments))
    return "\n\n".join(parts)


def _argument_doc(item: Argument) -> str:
    text = " ".join(paragraphs(item.doc).split())
    notes = _limits_doc(item.type)
    if item.has_default and not item.required and item.default is not None:
        notes.append(f"default {Literal(item.default).source}")
    if item.deprecated:
        notes.append("deprecated")
    if notes:
        text = f"{text.rstrip('.')} ({', '.join(notes)})." if text else f"({', '.join(notes)})"
    wrapped = Comment(f"{item.name}: {text}", 14).source.split("\n")
    lines = [line.strip().removeprefix("#").removeprefix(" ") for line in wrapped]
    return "    " + "\n        ".join(lines)


def _limits_doc(type_: TypeRef) -> list[str]:
    limits: Limits | None = type_.limits if isinstance(type_, Scalar | ListOf) else None
    if limits is None:
        parts = getattr(type_, "members", ())
        limits = next((part.limits for part in parts if isinstance(part, Scalar | ListOf)), None)
    if limits is None:
        return []
    low, high = limits.minimum, limits.maximum
    if low is not None and high is not None:
        return [f"{low} to {high}"]
    if low is not None:
        return [f"at least {low}"]
    return [f"at most {high}"] if high is not None else []


def _imports(resource: Resource) -> set[Import]:
    """What a module of `resources/` imports when it is used."""
    pairs = {("..", "_runtime as core")}
    if resource.children:
        pairs.add(("..", "resources"))
    for operation in resource.operations:
        if operation.params is not None:
            pairs.add(("..", "params"))
        if not all(item.required for item in operation.arguments):
            pairs.add((".._runtime", "omit"))
        if operation.pagination is not None:
            pairs.add(("..", "models"))
        elif operation.response.type is not None:
            pairs |= for_response(operation.response.type).imports
        if operation.error is not None:
            pairs |= for_response(operation.error).imports
    return pairs


def _typing_imports(resource: Resource) -> set[Import]:
    """What its signatures mention."""
    pairs: set[Import] = set()
    for operation in resource.operations:
        pairs |= {("typing", "Unpack"), (".._runtime", "RequestOptions")}
        if operation.pagination is None and operation.response.type is not None:
            pairs |= for_result(operation.response.type).imports
        for item in operation.arguments:
            pairs |= for_argument(item.type).imports
            if not item.required:
                pairs.add((".._runtime", "Omit"))
    return pairs


def _params_imports(shapes: Iterable[Shape]) -> set[Import]:
    # pydantic asks for the TypedDict of typing_extensions before Python 3.12.
    pairs = {("typing_extensions", "TypedDict")}
    shapes = list(shapes)
    if any(shape.extra is not None for shape in shapes):
        pairs |= {("pydantic", "ConfigDict"), ("pydantic", "with_config")}
    for field in (field for shape in shapes for field in shape.fields):
        pairs |= for_params(_checked_type(field)).imports
        if field.required:
            pairs.add(("typing", "Required"))
    return pairs


def _shape_imports(
    api: Api,
    shapes: Iterable[Shape],
    module: dict[str, str],
    place: str,
    *,
    for_params: bool = False,
) -> set[Import]:
    names = {name for shape in shapes for name in refs_of(shape)}
    return _named_imports(api, names, module, place, for_params=for_params)


def _named_imports(
    api: Api, names: Iterable[str], module: dict[str, str], place: str, *, for_params: bool = False
) -> set[Import]:
    # Inside of its own module the generated class stands, which the user's is made from.
    return {
        (_place(api, name, f".{module[name]}", ".._custom", for_params=for_params), name)
        for name in names
        if module[name] != place
    }


def _bottom_up(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes of a module, each after those that it mentions, as far as a ring allows."""
    inside = {shape.name: shape for shape in shapes}
    done: dict[str, Shape] = {}
    for start in shapes:
        stack = [(start.name, iter(refs_of(start)))]
        open_ = {start.name}
        while stack:
            name, following = stack[-1]
            for other in following:
                if other in inside and other not in done and other not in open_:
                    open_.add(other)
                    stack.append((other, iter(refs_of(inside[other]))))
                    break
            else:
                stack.pop()
                done.setdefault(name, inside[name])
    return list(done.values())


def _forward(shapes: Sequence[Shape]) -> bool:
    """Whether a shape of a module mentions itself or one that stands after it."""
    later = {shape.name for shape in shapes}
    for shape in _bottom_up(shapes):
        if later.intersection(refs_of(shape)):
            return True
        later.discard(shape.name)
    return False


def _model(shape: Shape, printed: ModelFields) -> ShapeView:
    fields = tuple(
        FieldView(
            name=Name(field.name),
            key=Literal(own.wire),
            annotation=Code(field.annotation),
            quoted=Literal(field.annotation),
            default=() if field.default is None else (Code(field.default),),
            doc=_field_doc(own),
        )
        for field, own in zip(printed.fields, shape.fields, strict=True)
    )
    nullable_fields = tuple(
        Literal(field.wire)
        for field in shape.fields
        if not field.required and (nullable(field.type) or isinstance(field.type, Anything))
    )
    doc = _optional_doc(shape.doc, 4)
    return ShapeView(
        Name(shape.name), Literal(shape.name), doc, fields, nullable_fields, False, is_open=True
    )


def _typed_dict(shape: Shape) -> ShapeView:
    functional = any(not _is_key(field.wire) for field in shape.fields)
    fields = tuple(_key(field, functional) for field in shape.fields)
    doc = _optional_doc(shape.doc, 0 if functional else 4)
    return ShapeView(
        Name(shape.name), Literal(shape.name), doc, fields, (), functional, shape.extra is not None
    )


def _is_key(wire: str) -> bool:
    # Inside a class, Python mangles names that start with two underscores.
    return is_name(wire) and not wire.startswith("__")


def _key(field: Field, functional: bool) -> FieldView:
    annotation = for_params(_checked_type(field)).code.source
    annotation = f"Required[{annotation}]" if field.required else annotation
    return FieldView(
        name=Name("key") if functional else Name(field.wire),
        key=Literal(field.wire),
        annotation=Code(annotation),
        quoted=Literal(annotation),
        default=(),
        doc=_field_doc(field),
    )


def _checked_type(field: Field) -> TypeRef:
    """The type of a field as far as it is checked before a request is sent."""
    # A documented default that breaks its format shows that the API does not check the format.
    return _without_format(field.type) if field.has_default and field.default == "" else field.type


def _without_format(type_: TypeRef) -> TypeRef:
    if isinstance(type_, Scalar):
        return replace(type_, format=None)
    if isinstance(type_, Union):
        return replace(type_, members=tuple(_without_format(member) for member in type_.members))
    return type_


def _field_doc(field: Field) -> tuple[Doc, ...]:
    return _optional_doc(f"{field.doc}\n\nDeprecated." if field.deprecated else field.doc, 4)


def _optional_doc(text: str, indent: int) -> tuple[Doc, ...]:
    text = paragraphs(text)
    return (Doc(text, indent),) if text else ()


def _page(operation: Operation, pagination: Pagination, answer: str) -> PageView:
    return PageView(
        page=Name(pagination.page),
        async_page=Name(f"Async{pagination.page}"),
        answer=Name(answer),
        item=for_item(pagination.item).code,
        doc=Doc(f"A page of `{operation.call}`.", 4),
    )


def _call(operation: Operation) -> CallView:
    example = _example(operation, "client")
    return CallView(
        call=Code(operation.call),
        operation=Code(_inline(operation.key)),
        summary=Prose(operation.summary or operation.key),
        example=example,
        async_example=Code(example.source if operation.pagination else f"await {example.source}"),
        returns=_method(operation, operation.method).returns,
    )


def _example(operation: Operation, client: str) -> Code:
    arguments: list[str] = []
    for item in operation.arguments:
        if item.name not in operation.example:
            continue
        value = _pretty(operation.example[item.name])
        arguments.append(value if item.positional else f"{Name(item.name).source}={value}")
    head = f"{client}.{operation.call}("
    line = f"{head}{', '.join(arguments)})"
    if len(line) <= 88 and "\n" not in line:
        return Code(line)
    body = "".join(f"    {argument},\n" for argument in arguments)
    return Code(f"{head}\n{body})")


def _pretty(value: Json) -> str:
    return Literal(value).source


def _inline(text: str) -> str:
    return "".join(char for char in text if char.isprintable() and char not in "`<>")


def _title(api: Api) -> str:
    return f"A typed client of the {api.title or api.package}."


def _a(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} `{name}`"
