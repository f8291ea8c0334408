"""`TypeRef` → Python annotation, in models, signatures, TypedDicts and results.

An annotation comes with the names that it uses, found in the type and never in the printed
text, in which a value of an enum could look like a name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..document import Pattern
from ..ir import (
    COMPOUND,
    NO_LIMITS,
    NULL,
    Among,
    Anything,
    Choice,
    JsonScalar,
    Limits,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    TupleOf,
    TypeRef,
    Union,
    Upload,
)
from .scalars import checked_types, decoded_types, given_types, read_types
from .type_names import (
    BOUNDS,
    CHECKED,
    ENCODED,
    JSON_TYPES,
    MODULES,
    MOST_IN_A_ROW,
    NUMERIC,
    OF_KIND,
)
from .values import Code, Literal, Name

Import = tuple[str, str]
"""A module and a name in it."""


@dataclass(frozen=True, slots=True)
class Annotation:
    code: Code
    imports: frozenset[Import]


@dataclass(frozen=True, slots=True)
class _Style:
    """How one of the places prints types."""

    list_: str
    map_: str
    scalar: Callable[[Scalar], tuple[str, ...]]
    """The types of a string, number and so on, in their order."""
    folder: str = ""
    """`models` or `params`, where shapes are written `models.Name`."""
    limits: bool = False
    is_request: bool = False
    """Whether a model may be given where the type refers to an object of a request."""
    is_open: bool = False
    """Whether an enum takes values that the document does not know."""
    is_read: bool = False
    """Whether pydantic reads answers by it, and not only a person or a type checker."""
    anything: str = "object"
    taken: frozenset[str] = frozenset()
    """The names of the class's own attributes, which hide what is called like them."""
    undefined: frozenset[str] = frozenset()
    """The shapes whose classes are defined later in the module, or around the annotation."""


def for_argument(type_: TypeRef) -> Annotation:
    """Return the annotation of an argument in a method's signature: what a caller may pass."""
    return _annotation(type_, _Style("Sequence", "Mapping", given_types, "params", is_request=True))


def for_params(type_: TypeRef) -> Annotation:
    """Return the annotation of a key of a TypedDict in `params/`.

    It is as in a signature, and has what is checked before a request is sent.
    """
    return _annotation(
        type_, _Style("Sequence", "Mapping", checked_types, limits=True, is_request=True)
    )


def for_result(type_: TypeRef) -> Annotation:
    """Return the annotation of what a method returns.

    Lists are `builtins.list`, since a method of the class may be called `list`.
    """
    return _annotation(type_, _Style("builtins.list", "dict", read_types, "models", is_open=True))


def for_response(type_: TypeRef) -> Annotation:
    """Return the annotation of an answer in the constant of an operation, outside of any class."""
    return _annotation(
        type_, _Style("list", "dict", decoded_types, "models", is_open=True, is_read=True)
    )


def for_field(
    type_: TypeRef, taken: frozenset[str] = frozenset(), undefined: frozenset[str] = frozenset()
) -> Annotation:
    """Return the annotation of a field of a model, or of the type of an alias in `models/`.

    `taken` has the names of the attributes of the model, which hide built-in names, `undefined` the
    shapes that are not defined yet where the field is.
    """
    style = _Style("list", "dict", decoded_types, is_open=True, is_read=True, anything="Any")
    return _annotation(type_, replace(style, taken=taken, undefined=undefined))


def for_item(type_: TypeRef) -> Annotation:
    """Return the annotation of the items of a page, in a module of `models/`."""
    return _annotation(type_, _Style("list", "dict", read_types, is_open=True))


def nullable(type_: TypeRef) -> bool:
    """Whether null is among the values of `type_`."""
    return type_ == NULL or (isinstance(type_, Union) and NULL in type_.members)


def _annotation(type_: TypeRef, style: _Style) -> Annotation:
    imports: set[Import] = set()
    text = _print(type_, style, imports)
    return Annotation(Code(text), frozenset(imports))


def _print(type_: TypeRef, style: _Style, imports: set[Import]) -> str:
    """Return the annotation of a type in a style, and add what it needs to `imports`.

    A `ListOf(Ref("Pet"))` is `list[Pet]` in a model, `Sequence[params.Pet]` in a signature and
    `builtins.list[models.Pet]` as a result, where `list` may be a method of the class.
    """
    match type_:
        case Scalar() | ListOf() | MapOf() | TupleOf() if type_.is_untyped and style.is_read:
            text = _print(replace(type_, is_untyped=False), style, imports)
            kind = JSON_TYPES[type_.kind if isinstance(type_, Scalar) else type(type_)]
            return _marked(text, f"Untyped({kind})", imports)
        case Scalar():
            return " | ".join(_scalar(type_, style, imports))
        case Anything():
            _import(style.anything, imports)
            return style.anything
        case Choice(values=values, is_const=is_const):
            is_open = style.is_open and not (is_const or type_.is_free)
            text = " | ".join(_choice(values, is_open, imports))
            if type_.is_free and style.is_read and "Literal" in text:
                return _marked(text, "Suggested()", imports)
            if not (style.limits and type_.has_fractions):
                return text
            known = ", ".join(Literal(value).source for value in values)
            return _marked(text, f"one_of({known})", imports)
        case Among(type=inner, values=values):
            text = _print(inner, style, imports)
            known = ", ".join(Literal(json.loads(value)).source for value in values)
            return _marked(text, f"one_of({known})", imports) if style.limits else text
        case ListOf(items=items, limits=limits):
            imports.update(_container(style.list_))
            text = f"{style.list_}[{_print(items, style, imports)}]"
            if not style.limits:
                return text
            text = _limited(text, limits, "array", imports)
            return _marked(text, "Unique()", imports) if limits.unique_items else text
        case TupleOf(items=items, rest=rest):
            parts = [_print(item, style, imports) for item in items]
            if rest is not None:
                parts.append(f"*tuple[{_print(rest, style, imports)}, ...]")
            text = f"tuple[{', '.join(parts)}]"
            marked = style.is_read or style.limits
            return _marked(text, "ByPosition()", imports) if marked else text
        case MapOf(values=values, limits=limits):
            imports.update(_container(style.map_))
            text = f"{style.map_}[str, {_print(values, style, imports)}]"
            return _limited(text, limits, "object", imports) if style.limits else text
        case Ref(name=name):
            text = Name(name).source
            if style.folder:
                imports.add(("..", style.folder))
                text = f"{style.folder}.{text}"
            return _or_model(text, style, imports) if _takes_model(type_, style) else text
        case Upload(is_file=is_file):
            name = "FileTypes" if is_file else "ContentTypes"
            imports.add((".._runtime.content", name))
            return name
        case Union(members=members):
            if type_.by_enums and style.is_read:
                apart = tuple(member for member in members if isinstance(member, COMPOUND))
                marked = _marked(_joined(apart, style, imports), "ByEnums()", imports)
                rest = tuple(member for member in members if member not in apart)
                others = [_joined(rest, style, imports)] if rest else []
                return _one_of([marked, *others], style, imports)
            text = _joined(members, style, imports)
            if type_.mixes and style.limits:
                text = _marked(text, "AnyOf()", imports)
            if any(_takes_model(member, style) for member in members):
                return _or_model(text, style, imports)
            if type_.mixes and style.limits:
                return text
            if not (type_.tags and style.is_read):
                return text
            choices = ", ".join(
                f"{Literal(value).source}: {_print(Ref(name), style, imports)}"
                for value, name in type_.tags
            )
            other = f", {_print(Ref(type_.otherwise), style, imports)}" if type_.otherwise else ""
            other += ", reports=False" if type_.is_complete else ""
            other += f", attribute={Literal(type_.attribute).source}" if type_.attribute else ""
            # pyright reads a mark as an expression, in which the class around it is not defined.
            is_early = not style.undefined.isdisjoint(name for _, name in type_.tags)
            table = f"{'lambda: ' if is_early else ''}{{{choices}}}"
            mark = f"TaggedBy({Literal(type_.discriminator).source}, {table}{other})"
            return _marked(text, mark, imports)


def _takes_model(type_: TypeRef, style: _Style) -> bool:
    return style.is_request and isinstance(type_, Ref) and type_.takes_model


def _or_model(text: str, style: _Style, imports: set[Import]) -> str:
    """Return the annotation of a value that a caller may also pass as a model of an answer.

    In a signature that is `params.Pet | core.Model`, for people and type checkers. In `params/` it
    is `OrModel[Pet]`, since pydantic evaluates it and checks the data of a model as a TypedDict.
    """
    if style.folder:
        head, null = (text.removesuffix(" | None"), text[len(text.removesuffix(" | None")) :])
        return f"{head} | core.Model{null}"
    _import("OrModel", imports)
    return f"OrModel[{text}]"


def _joined(members: Sequence[TypeRef], style: _Style, imports: set[Import]) -> str:
    """Return the annotation of a union, with each type once."""
    names: dict[str, None] = {}
    for member in members:
        own: list[str] = []
        if isinstance(member, Scalar) and not (member.is_untyped and style.is_read):
            own = _scalar(member, style, imports)
        # The union as a whole takes a model, and says so once.
        plain = replace(member, takes_model=False) if isinstance(member, Ref) else member
        names |= dict.fromkeys(own or [_print(plain, style, imports)])
    return _one_of([*names], style, imports)


def _one_of(names: Sequence[str], style: _Style, imports: set[Import]) -> str:
    """Return the annotation of a union of types that are printed already.

    `lambda: Annotated[Pet, ...] | None` in the constant of an operation is an expression, in which
    pyright takes no `|` after `Annotated`; it is `Union[Annotated[Pet, ...], None]` there.
    """
    is_expression = style.is_read and bool(style.folder)
    is_marked = is_expression and any(name.startswith("Annotated[") for name in names)
    if len(names) > MOST_IN_A_ROW or (is_marked and len(names) > 1):
        imports.add(("typing", "Union"))
        return f"Union[{', '.join(names)}]"
    return " | ".join(names)


def _scalar(type_: Scalar, style: _Style, imports: set[Import]) -> list[str]:
    """Return the Python types of a JSON scalar."""
    texts: list[str] = []
    for name in style.scalar(type_):
        _import(name, imports, hidden=name in style.taken)
        text = f"{name}_aliased" if name in style.taken else name
        # A date has no length: its text has.
        has_limits = type_.kind != "string" or name in ("str", "bytes", *CHECKED.values())
        limited = style.limits and has_limits
        texts.append(_limited(text, type_.limits, type_.kind, imports) if limited else text)
    return texts


def _marked(text: str, mark: str, imports: set[Import]) -> str:
    """Return `Annotated[text, mark]`: pydantic reads the mark, type checkers ignore it."""
    _import("Annotated", imports)
    _import(mark.partition("(")[0], imports)
    return f"Annotated[{text}, {mark}]"


def _import(name: str, imports: set[Import], *, hidden: bool = False) -> None:
    if name in MODULES or hidden:
        imports.add(
            (MODULES.get(name, "builtins"), f"{name} as {name}_aliased" if hidden else name)
        )


def _choice(
    values: tuple[JsonScalar, ...], is_open: bool, imports: set[Import]
) -> Mapping[str, None]:
    """Return the types of an enum in their order.

    A number with a fraction is printed as `float`, since `Literal[1.5]` is not allowed (PEP 586).
    """
    literals = [Literal(value).source for value in values if not isinstance(value, float)]
    types: dict[str, None] = {}
    if literals:
        imports.add(("typing", "Literal"))
        types[f"Literal[{', '.join(literals)}]"] = None
    for value in values:
        if is_open or isinstance(value, float):
            types[type(value).__name__] = None
    return types


def _container(name: str) -> set[Import]:
    if name in MODULES:
        return {(MODULES[name], name)}
    return {("builtins", "")} if name.startswith("builtins.") else set()


def has_own_form(type_: TypeRef) -> bool:
    """Whether a value of this type is read in a way that its plain annotation does not show."""
    match type_:
        case Scalar() | ListOf() | MapOf() if type_.is_untyped:
            return True
        case Scalar(kind="string", format=form):
            return form in ENCODED
        case Scalar(kind="number", format="decimal") | Scalar(may_be_text=True):
            return True
        case Choice():
            return type_.has_fractions or type_.is_free
        case ListOf(items=part) | MapOf(values=part):
            return has_own_form(part)
        case Union(members=parts):
            return bool(type_.tags) or type_.by_enums or any(map(has_own_form, parts))
        case _:
            return isinstance(type_, TupleOf)


def _limited(text: str, limits: Limits, kind: str, imports: set[Import]) -> str:
    if limits is NO_LIMITS:
        return text
    given = {
        keyword: getattr(limits, name)
        for keyword, name in BOUNDS
        if getattr(limits, name) is not None and OF_KIND.get(name, kind) == kind
    }
    numeric = kind in ("integer", "number")
    fitting = {key: value for key, value in given.items() if (key in NUMERIC) == numeric}
    marks: list[str] = []
    if fitting and kind not in ("boolean", "null"):
        arguments = ", ".join(f"{key}={Literal(value).source}" for key, value in fitting.items())
        marks.append(f"Field({arguments})")
    if kind == "string" and text != "bytes":
        # What is given as bytes is text in base64 when it is sent.
        marks += [_match(each) for each in limits.patterns if each.regex]
    if not marks:
        return text
    for name in ("Annotated", *(mark.partition("(")[0] for mark in marks)):
        _import(name, imports)
    return f"Annotated[{text}, {', '.join(marks)}]"


def _match(pattern: Pattern) -> str:
    given = [pattern.regex] if pattern.source == pattern.regex else [pattern.regex, pattern.source]
    return f"Matches({', '.join(Literal(text).source for text in given)})"
