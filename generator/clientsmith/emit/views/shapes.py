"""The modules of `models/` and of `params/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...identifiers.reserved import is_name
from ...ir import Anything, Field, Scalar, Shape, TypeRef, Union
from ...ir.graph import refs_of
from ..annotations import (
    Annotation,
    Import,
    for_field,
    for_item,
    for_params,
    has_own_form,
    nullable,
)
from ..engine import ModelField, ModelFields
from ..imports import statements
from ..values import Code, Doc, Literal, Name, paragraphs
from .deferred import DeferredView, deferred_views, homes_by_time
from .old_names import (
    OldConstantView,
    OldFieldView,
    RemovedView,
    old_constant_imports,
    old_constants,
    old_field_imports,
    old_fields,
    removed_views,
)
from .page_classes import PageView, page_imports, page_view
from .shape_modules import ShapesModule
from .shape_order import has_forward_references, in_order, is_recursive_alias
from .text import patterns_doc


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
class ConstantView:
    """A value of an enum, by its name."""

    name: Name
    value: Literal
    doc: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class ShapeView:
    """A model or a TypedDict.

    `functional` says that a key is no identifier, `is_open` that the document allows keys without a
    name. `nullable` names, on the wire, the fields of a model that may be left out and may be null
    too, `read_only` the attributes that a request does not send. `extra` is the type of a model's
    fields that have no name in the document. Where there is an `alias`, it is the whole definition:
    the name stands for another type. A class with `constants` holds nothing else.
    """

    name: Name
    text: Literal
    doc: tuple[Doc, ...]
    fields: tuple[FieldView, ...]
    nullable: tuple[Literal, ...]
    read_only: tuple[Literal, ...]
    functional: bool
    is_open: bool
    is_untyped: bool = False
    extra: tuple[Code, ...] = ()
    alias: tuple[Code, ...] = ()
    constants: tuple[ConstantView, ...] = ()
    old_constants: tuple[OldConstantView, ...] = ()
    renamed: tuple[OldFieldView, ...] = ()
    removed: tuple[RemovedView, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module of `models/` or of `params/`; `forward` where a class mentions one defined later.

    `deferred` has what is not imported with it, `deferred_imports` the imports of these that a type
    checker sees.
    """

    forward: bool
    imports: tuple[Code, ...]
    deferred_imports: tuple[Code, ...]
    deferred: tuple[DeferredView, ...]
    shapes: tuple[ShapeView, ...]
    pages: tuple[PageView, ...]


def models_view(part: ShapesModule, printed: Mapping[str, ModelFields]) -> ModuleView:
    """Return the view of a module of `models/`; `printed` has the fields of each model."""
    homes, deferred = homes_by_time(part)
    used = homes | ({(".._runtime.deferred", "deferred_model")} if deferred else set[Import]())
    taken = {name for name, _ in part.homes}.union(shape.name for shape in part.shapes)
    if part.pages:
        used |= {pair for page in part.pages for pair in page_imports(page, taken)}
        used |= {pair for page in part.pages for pair in for_item(page.pagination.item).imports}
    for shape in part.shapes:
        if shape.constants:
            used |= {("typing", "Final"), *old_constant_imports(shape)}
        else:
            used |= _model_imports(shape, printed[shape.name])
    used |= _alias_imports(part.shapes, for_field)
    if deferred:
        # The module has a constant of its own.
        used.discard(("typing", "TYPE_CHECKING"))
    order = in_order(part.shapes)
    places = {shape.name: at for at, shape in enumerate(order)}
    shapes = tuple(_shown(shape, part, printed, places) for shape in order)
    pages = tuple(page_view(page, taken) for page in part.pages)
    return ModuleView(
        has_forward_references(part.shapes),
        statements(used),
        statements(deferred),
        deferred_views(deferred, "deferred_model"),
        shapes,
        pages,
    )


def params_view(part: ShapesModule) -> ModuleView:
    """Return the view of a module of `params/`."""
    used = _params_imports([shape for shape in part.shapes if not shape.alias])
    used |= _alias_imports(part.shapes, for_params)
    homes, deferred = homes_by_time(part)
    used |= homes | ({(".._runtime.deferred", "deferred_params")} if deferred else set[Import]())
    shapes = tuple(
        _alias(shape, part.shapes, for_params) if shape.alias else _typed_dict(shape)
        for shape in in_order(part.shapes)
    )
    return ModuleView(
        has_forward_references(part.shapes),
        statements(used),
        statements(deferred),
        deferred_views(deferred, "deferred_params"),
        shapes,
        pages=(),
    )


def _model_imports(shape: Shape, printed: ModelFields) -> set[Import]:
    """Return the imports of the class of a model, but for other models."""
    if shape.alias is not None:
        return set()
    used = {*printed.imports, (".._runtime.models", "Model"), *old_field_imports(shape)}
    if any(field.name != own.wire for field, own in zip(printed.fields, shape.fields, strict=True)):
        used |= {("pydantic", "Field"), ("typing", "Annotated")}
    for own in shape.fields:
        if has_own_form(own.type):
            used |= for_field(own.type, _attributes(shape)).imports
    if shape.extra is not None:
        used.remove((".._runtime.models", "Model"))
        used.add((".._runtime.open_models", "OpenModel"))
        if shape.extra != Anything():
            used |= for_field(shape.extra, _attributes(shape)).imports
    return used


def _attributes(shape: Shape) -> frozenset[str]:
    return frozenset(field.name for field in shape.fields)


def _alias_imports(shapes: Sequence[Shape], print_: Callable[[TypeRef], Annotation]) -> set[Import]:
    used: set[Import] = set()
    for shape in shapes:
        if shape.alias is not None:
            used |= print_(shape.alias).imports
            rings = is_recursive_alias(shape, shapes)
            used.add(("typing_extensions", "TypeAliasType") if rings else ("typing", "TypeAlias"))
    return used


def _params_imports(shapes: Sequence[Shape]) -> set[Import]:
    if not shapes:
        return set()
    # pydantic asks for the TypedDict of typing_extensions before Python 3.12.
    pairs = {("typing_extensions", "TypedDict")}
    if any(shape.extra is not None for shape in shapes):
        pairs |= {("pydantic", "ConfigDict"), ("pydantic", "with_config")}
    for field in (field for shape in shapes for field in shape.fields):
        pairs |= for_params(_checked_type(field)).imports
        if field.required:
            pairs.add(("typing", "Required"))
    return pairs


def _alias(
    shape: Shape, shapes: Sequence[Shape], print_: Callable[[TypeRef], Annotation]
) -> ShapeView:
    name, type_ = Name(shape.name), shape.alias or Anything()
    code = print_(type_).code.source
    text = Literal(shape.name).source
    if is_recursive_alias(shape, shapes):
        code = f"{name.source} = TypeAliasType({text}, {Literal(code).source})"
    else:
        code = f"{name.source}: TypeAlias = {code}"
    doc = _optional_doc(shape.doc, 0)
    return ShapeView(name, Literal(shape.name), doc, (), (), (), False, False, alias=(Code(code),))


def _shown(
    shape: Shape,
    part: ShapesModule,
    printed: Mapping[str, ModelFields],
    places: Mapping[str, int],
) -> ShapeView:
    if shape.constants:
        return _constants(shape)
    if shape.alias:
        return _alias(shape, part.shapes, for_field)
    own = places[shape.name]
    undefined = frozenset(name for name in refs_of(shape) if places.get(name, -1) >= own)
    return _model(shape, printed[shape.name], undefined)


def _constants(shape: Shape) -> ShapeView:
    constants = tuple(
        ConstantView(Name(each.name), Literal(each.value), _optional_doc(each.doc, 4))
        for each in shape.constants
    )
    doc = _optional_doc(shape.doc, 4)
    name = Name(shape.name)
    return ShapeView(
        name,
        Literal(shape.name),
        doc,
        (),
        (),
        (),
        functional=False,
        is_open=False,
        constants=constants,
        old_constants=old_constants(shape),
        removed=removed_views(shape.removed),
    )


def _model(shape: Shape, printed: ModelFields, undefined: frozenset[str]) -> ShapeView:
    taken = _attributes(shape)
    fields = tuple(
        _attribute(field, own, taken, undefined)
        for field, own in zip(printed.fields, shape.fields, strict=True)
    )
    nullable_fields = tuple(
        Literal(field.wire)
        for field in shape.fields
        if not field.required and (nullable(field.type) or isinstance(field.type, Anything))
    )
    doc = _optional_doc(shape.doc, 4)
    typed = shape.extra is not None and shape.extra != Anything()
    return ShapeView(
        Name(shape.name),
        Literal(shape.name),
        doc,
        fields,
        nullable_fields,
        tuple(
            Literal(printed_field.name)
            for printed_field, own in zip(printed.fields, shape.fields, strict=True)
            if own.read_only
        ),
        functional=False,
        is_open=shape.extra is not None,
        is_untyped=shape.is_untyped,
        extra=(for_field(shape.extra, taken, undefined).code,) if shape.extra and typed else (),
        renamed=old_fields(shape, {each.name.text: each.annotation.source for each in fields}),
        removed=removed_views(shape.removed),
    )


def _attribute(
    printed: ModelField, field: Field, taken: frozenset[str], undefined: frozenset[str]
) -> FieldView:
    annotation = printed.annotation
    if has_own_form(field.type):
        annotation = for_field(field.type, taken, undefined).code.source
        if not field.required and not nullable(field.type):
            annotation += " | None"
    if printed.name != field.wire:
        # As a default, an alias would be the argument that type checkers want: `Pet(createdAt=…)`.
        annotation = f"Annotated[{annotation}, Field(alias={Literal(field.wire).source})]"
    return FieldView(
        name=Name(printed.name),
        key=Literal(field.wire),
        annotation=Code(annotation),
        quoted=Literal(annotation),
        default=() if field.required else (Code("None"),),
        doc=_field_doc(field),
    )


def _typed_dict(shape: Shape) -> ShapeView:
    used = {name for field in shape.fields for _, name in for_params(field.type).imports}
    # In a class, a key hides what is called like it from the annotations.
    used.update(("str", "int", "float", "bool", "bytes", "tuple", "object", *refs_of(shape)))
    functional = any(not _is_key(field.wire) or field.wire in used for field in shape.fields)
    fields = tuple(_key(field, functional, shape.is_of_call) for field in shape.fields)
    doc = _optional_doc(shape.doc, 0 if functional else 4)
    return ShapeView(
        Name(shape.name),
        Literal(shape.name),
        doc,
        fields,
        (),
        (),
        functional,
        shape.extra is not None,
    )


def _is_key(wire: str) -> bool:
    # Inside a class, Python mangles names that start with two underscores.
    return is_name(wire) and not wire.startswith("__")


def _key(field: Field, functional: bool, is_of_call: bool) -> FieldView:
    annotation = for_params(_checked_type(field)).code.source
    annotation = f"Required[{annotation}]" if field.required else annotation
    return FieldView(
        name=Name("key") if functional else Name(field.wire),
        key=Literal(field.wire),
        annotation=Code(annotation),
        quoted=Literal(annotation),
        default=(),
        doc=_field_doc(field) if is_of_call else _key_doc(field),
    )


def _checked_type(field: Field) -> TypeRef:
    """Return the type of a field as far as it is checked before a request is sent."""
    # A documented default that breaks its format shows that the API does not check the format.
    return _without_format(field.type) if field.has_default and field.default == "" else field.type


def _without_format(type_: TypeRef) -> TypeRef:
    if isinstance(type_, Scalar):
        return replace(type_, format=None)
    if isinstance(type_, Union):
        return replace(type_, members=tuple(_without_format(member) for member in type_.members))
    return type_


def _field_doc(field: Field, *, with_default: bool = False) -> tuple[Doc, ...]:
    notes = ["Deprecated."] if field.deprecated else []
    if with_default and field.has_default and not field.required and field.default is not None:
        notes.append(f"Default {Literal(field.default).source}.")
    return _optional_doc("\n\n".join(filter(None, (field.doc, " ".join(notes)))), 4)


def _key_doc(field: Field) -> tuple[Doc, ...]:
    """Return the docstring of a key of a request: its description, default and patterns."""
    patterns = [f"{each[:1].upper()}{each[1:]}." for each in patterns_doc(field.type)]
    text = "".join(doc.text for doc in _field_doc(field, with_default=True))
    # Patterns are no prose, in which `(?<name>` would be read as HTML.
    return (
        (Doc("\n\n".join(filter(None, (text, " ".join(patterns)))), 4),) if text or patterns else ()
    )


def _optional_doc(text: str, indent: int) -> tuple[Doc, ...]:
    text = paragraphs(text)
    return (Doc(text, indent),) if text else ()
