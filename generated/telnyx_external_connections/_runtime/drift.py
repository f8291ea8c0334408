"""Reads answers. One that is not what the document says is built up part by part: what fits is
typed, what does not is kept as it came, and each difference is a `Drift`."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from sys import modules
from threading import Lock
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from .forks import guard
from .models import Drift, Problem
from .plain import is_dict, is_list

Loads = Callable[[bytes], Any]

# Two threads that complete one pydantic model at the same time break each other's work.
completing = Lock()
guard(completing)


class Reader:
    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation
        self.model = _model(annotation)
        self.is_none = annotation in (None, NoneType)
        branches = _branches(annotation)
        self.takes_none = NoneType in branches
        self.takes_text = any(branch in (str, object, Any) for branch in branches)
        if self.model is None:
            with completing:
                self._validator = _adapter(annotation).validator
        else:
            self._validator = completed(self.model).__pydantic_validator__

    def read(self, content: bytes, loads: Loads | None = None) -> Any:
        """The value. Raises `ValueError` for what does not fit or is no JSON."""
        if loads is None:
            return self._validator.validate_json(content)
        return self._validator.validate_python(loads(content))

    def blank(self, text: str) -> Any:
        """What an answer of this text comes to, which is no JSON: a model without fields, an empty
        list or object, the text where the type takes it, else None."""
        if self.takes_text and text:
            return text
        kind = self.annotation
        if self.model is not None and self.model.__pydantic_root_model__:
            kind = completed(self.model).model_fields["root"].annotation
        branches = [branch for branch in _branches(kind) if branch is not NoneType]
        if len(branches) != 1:
            return None
        shape = _shape(branches[0])
        if shape is None:
            return "" if branches == [str] else None
        return self.read_anyhow(b"{}" if shape is dict else b"[]", "")[0]

    def read_anyhow(
        self, content: bytes, operation: str, loads: Loads | None = None
    ) -> tuple[Any, list[Drift]]:
        """The value, with what does not fit kept in it. Raises `ValueError` on invalid JSON."""
        builder = _Builder(operation)
        try:
            value = (loads or json.loads)(content)
            return builder.build(self.annotation, value, ""), builder.drifts
        except RecursionError:
            raise ValueError("nested too deeply") from None

    def observe(self, value: Any, operation: str) -> list[Drift]:
        """What a value that fits holds beyond the document: unknown fields and enum values."""
        return list(_observe(self.annotation, value, "", operation))


class _Builder:
    def __init__(self, operation: str) -> None:
        self.operation = operation
        self.drifts: list[Drift] = []

    def build(self, annotation: Any, value: Any, pointer: str) -> Any:
        """`value` as the type, or as near to it as it goes."""
        try:
            return _adapter(annotation).validate_python(value)
        except ValidationError as error:
            said = error.errors(include_url=False, include_context=False)[0]["msg"]
        plain = _unwrap(annotation)
        if (mark := _mark(plain)) and type(value) is mark.kind:
            return mark.build(self, plain, value, pointer)
        model = _model(plain)
        if model is not None and (is_dict(value) or model.__pydantic_root_model__):
            return self._model(model, value, pointer)
        branches = [branch for branch in _branches(plain) if _shape(branch) is type(value)]
        if len(branches) > 1:
            return self._nearest(branches, value, pointer)
        if branches and branches[0] is not plain:
            return self.build(branches[0], value, pointer)
        item = get_args(plain)[-1] if branches and get_args(plain) else None
        if item is not None and is_list(value):
            return [self.build(item, part, f"{pointer}/{at}") for at, part in enumerate(value)]
        if item is not None and is_dict(value):
            return {k: self.build(item, v, inner(pointer, k)) for k, v in value.items()}
        said = said[:1].lower() + said[1:]
        self.tell(pointer, "invalid-value", said, value)
        return value

    def tell(self, pointer: str, problem: Problem, said: str, value: object = None) -> None:
        self.drifts.append(Drift(self.operation, pointer, problem, said, value))

    def _model(self, model: type[BaseModel], value: Any, pointer: str) -> BaseModel:
        fields = completed(model).model_fields
        if model.__pydantic_root_model__:
            root = self.build(fields["root"].annotation, value, pointer)
            return model.model_construct(root=root)
        unknown: dict[str, Any] = dict(value)
        built = model.model_construct()
        for name, field in fields.items():
            key = _wire_name(name, field)
            key = name if key not in unknown and name in unknown else key
            if key in unknown:
                item = self.build(_annotation(field), unknown.pop(key), inner(pointer, key))
                built.__pydantic_fields_set__.add(name)
            elif field.is_required():
                said = "is required but was not sent"
                self.tell(inner(pointer, key), "missing-field", said)
                item = None
            else:
                item = field.get_default(call_default_factory=True, validated_data={})
            vars(built)[name] = item
        if build_others := getattr(model, "__open__", None):
            unknown = build_others(self, unknown, pointer)
        built.__pydantic_fields_set__.update(unknown)
        if built.__pydantic_extra__ is not None:
            built.__pydantic_extra__.update(unknown)
        return built

    def _nearest(self, branches: list[Any], value: Any, pointer: str) -> Any:
        """The branch of a union that differs least."""
        tries: list[tuple[Any, list[Drift]]] = []
        for branch in branches:
            builder = _Builder(self.operation)
            tries.append((builder.build(branch, value, pointer), builder.drifts))
        built, drifts = min(tries, key=lambda tried: len(tried[1]))
        self.drifts += drifts
        return built


def _observe(annotation: Any, value: Any, pointer: str, operation: str) -> Iterator[Drift]:
    """What a value holds beyond the document, at and below `pointer`."""
    if isinstance(value, BaseModel):
        kind = type(value)
        extra = {} if getattr(kind, "__open__", False) else value.model_extra or {}
        for key, item in extra.items():
            detail = "is not a field that the document knows"
            yield Drift(operation, inner(pointer, key), "unknown-field", detail, item)
        nullable = getattr(kind, "__nullable__", ())
        for name, field in completed(kind).model_fields.items():
            if name in value.model_fields_set:
                wire, item = _wire_name(name, field), getattr(value, name)
                below = pointer if kind.__pydantic_root_model__ else inner(pointer, wire)
                # A field that need not be sent is None where it is not: its type cannot tell null.
                if item is None and not field.is_required() and wire not in nullable:
                    yield Drift(operation, below, "unexpected-null", "is null")
                yield from _observe(field.annotation, item, below, operation)
        return
    branches = _branches(_unwrap(annotation))
    if isinstance(value, str):
        literals = [get_args(branch) for branch in branches if get_origin(branch) is Literal]
        if literals and str in branches and not any(value in known for known in literals):
            detail = "is not a value that the document knows"
            yield Drift(operation, pointer, "unknown-value", detail, value)
    elif type(value) in (list, tuple, dict):
        shaped = [get_args(branch) for branch in branches if _shape(branch) is type(value)]
        item = shaped[0][-1] if shaped and shaped[0] else Any
        parts: Any = value.items() if is_dict(value) else enumerate(value)
        for key, part in parts:
            yield from _observe(item, part, inner(pointer, str(key)), operation)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def completed(model: type[BaseModel]) -> type[BaseModel]:
    """The model, its types known also where they stand after it."""
    if not model.__pydantic_complete__:
        with completing:
            model.model_rebuild()
    return model


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return None


def _unwrap(annotation: Any) -> Any:
    """A type without its alias and, if no mark in it says how to build it, its `Annotated`."""
    while True:
        if hasattr(annotation, "__value__"):
            annotation = evaluated(annotation.__value__, annotation.__module__)
        elif get_origin(annotation) is Annotated and _mark(annotation) is None:
            annotation = get_args(annotation)[0]
        else:
            return annotation


def evaluated(annotation: Any, module: str) -> Any:
    """The type that an annotation stands for which may be text of that module."""
    holder = type("", (), {"__annotations__": {"": annotation}})
    return get_type_hints(holder, vars(modules[module]), include_extras=True)[""]


def _mark(annotation: Any) -> Any:
    """What an optional module of the runtime says of a type: `kind`, dict or list, is what `build`
    takes."""
    marks = getattr(annotation, "__metadata__", ())
    return next((mark for mark in marks if hasattr(mark, "build")), None)


def _branches(annotation: Any) -> tuple[Any, ...]:
    annotation = _unwrap(annotation)
    if get_origin(annotation) not in (Union, UnionType):
        return (annotation,)
    return tuple(inner for branch in get_args(annotation) for inner in _branches(branch))


def _shape(annotation: Any) -> type | None:
    """The plain type whose parts this type can take: dict for models, else its own origin."""
    if mark := _mark(annotation):
        return dict if mark.kind is dict else list
    origin: Any = dict if _model(annotation) is not None else get_origin(annotation)
    return origin if origin in (list, dict) else None


def _annotation(field: FieldInfo) -> Any:
    if not field.metadata:
        return field.annotation
    return Annotated[(field.annotation, *field.metadata)]  # pyright: ignore


def _wire_name(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias if isinstance(field.validation_alias, str) else field.alias
    return alias or name


def inner(pointer: str, key: str) -> str:
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
