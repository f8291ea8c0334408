"""The modules of `models/` and of `params/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..annotations import Import, for_item, for_params, nullable
from ..imports import statements
from ..ir import Anything, Api, Field, Pagination, Ref, Scalar, Shape, TypeRef, Union
from ..models import ModelFields
from ..modules import refs, refs_of
from ..values import Code, Doc, Literal, Name, is_name, paragraphs
from .places import model_modules, module_of, params_modules


@dataclass(frozen=True, slots=True)
class PageClass:
    """The page classes of the operation behind `call`; `answer` names the model of a page."""

    call: str
    pagination: Pagination
    answer: str


@dataclass(frozen=True, slots=True)
class ShapesPart:
    """What a module of `models/` or `params/` is made of: its shapes or its page classes, and the
    module of each class that these mention and that stands elsewhere.
    """

    shapes: tuple[Shape, ...]
    homes: tuple[tuple[str, str], ...]
    pages: tuple[PageClass, ...] = ()


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


def models_parts(api: Api) -> dict[str, ShapesPart]:
    """What each module of `models/` is made of, by the module's name."""
    module = model_modules(api)
    parts = _parts(api, api.models, module, for_params=False)
    for operation in api.operations():
        pagination, answer = operation.pagination, operation.response.type
        if pagination is None or not isinstance(answer, Ref):
            continue
        place = module[pagination.page]
        names = {answer.name, *refs(pagination.item)}
        page = PageClass(operation.call, pagination, answer.name)
        homes = _homes_of(api, names, module, place, for_params=False)
        parts[place] = ShapesPart(shapes=(), homes=homes, pages=(page,))
    return dict(sorted(parts.items()))


def params_parts(api: Api) -> dict[str, ShapesPart]:
    """What each module of `params/` is made of, by the module's name."""
    return _parts(api, api.params, params_modules(api), for_params=True)


def models_view(part: ShapesPart, printed: Mapping[str, ModelFields]) -> ModuleView:
    """A module of `models/`; `printed` has the fields of its shapes, by their name."""
    used = {(module, name) for name, module in part.homes}
    if part.pages:
        used |= {(".._runtime.pagination", "AsyncPage"), (".._runtime.pagination", "Page")}
        used |= {pair for page in part.pages for pair in for_item(page.pagination.item).imports}
    else:
        used.add((".._runtime.models", "Model"))
        used |= {pair for shape in part.shapes for pair in printed[shape.name].imports}
    return ModuleView(
        _forward(part.shapes),
        statements(used),
        tuple(_model(shape, printed[shape.name]) for shape in _bottom_up(part.shapes)),
        tuple(_page(page) for page in part.pages),
    )


def params_view(part: ShapesPart) -> ModuleView:
    """A module of `params/`."""
    used = _params_imports(part.shapes)
    used |= {(module, name) for name, module in part.homes}
    shapes = tuple(_typed_dict(shape) for shape in _bottom_up(part.shapes))
    return ModuleView(_forward(part.shapes), statements(used), shapes, pages=())


def _parts(
    api: Api, shapes: Sequence[Shape], module: Mapping[str, str], *, for_params: bool
) -> dict[str, ShapesPart]:
    inside: dict[str, list[Shape]] = {}
    for shape in shapes:
        inside.setdefault(module[shape.name], []).append(shape)
    parts: dict[str, ShapesPart] = {}
    for place, members in sorted(inside.items()):
        names = {name for shape in members for name in refs_of(shape)}
        homes = _homes_of(api, names, module, place, for_params=for_params)
        parts[place] = ShapesPart(tuple(members), homes)
    return parts


def _homes_of(
    api: Api, names: Iterable[str], module: Mapping[str, str], place: str, *, for_params: bool
) -> tuple[tuple[str, str], ...]:
    # Inside of its own module the generated class stands, which the user's is made from.
    return tuple(
        (name, module_of(api, name, f".{module[name]}", ".._custom", for_params=for_params))
        for name in sorted(names)
        if module[name] != place
    )


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


def _page(page: PageClass) -> PageView:
    name = page.pagination.page
    return PageView(
        page=Name(name),
        async_page=Name(f"Async{name}"),
        answer=Name(page.answer),
        item=for_item(page.pagination.item).code,
        doc=Doc(f"A page of `{page.call}`.", 4),
    )
