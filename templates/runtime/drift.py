"""Reads answers, also those that are not what the document says.

An answer that fits is read in one go. Else it is built up again part by part: what fits is typed,
what does not is kept as it came, and each difference is a `Drift`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from .kinds import is_dict, is_list
from .models import Drift, Problem


class Reader:
    """Reads the JSON of one type."""

    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation
        self.model = _model(annotation)
        self.is_none = annotation is None or annotation is NoneType
        if self.model is not None:
            self.model.model_rebuild()
            self.read = self.model.__pydantic_validator__.validate_json
        else:
            self.read = _adapter(annotation).validator.validate_json

    def read_anyhow(self, content: bytes, operation: str) -> tuple[Any, list[Drift]]:
        """The value, with what does not fit kept in it. Raises `ValueError` on invalid JSON."""
        drifts: list[Drift] = []
        try:
            value = _Builder(operation, drifts).build(self.annotation, json.loads(content), "")
        except RecursionError:
            raise ValueError("nested too deeply") from None
        return value, drifts

    def observe(self, value: Any, operation: str) -> list[Drift]:
        """What a value that fits holds beyond the document: unknown fields and enum values."""
        return list(_observe(self.annotation, value, "", operation))


class _Builder:
    def __init__(self, operation: str, drifts: list[Drift]) -> None:
        self.operation = operation
        self.drifts = drifts

    def build(self, annotation: Any, value: Any, pointer: str) -> Any:
        """`value` as the type, or as near to it as it goes."""
        try:
            return _adapter(annotation).validate_python(value)
        except ValidationError as error:
            problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
        plain = _unwrap(annotation)
        model = _model(plain)
        if model is not None and (isinstance(value, dict) or model.__pydantic_root_model__):
            return self._model(model, value, pointer)
        branches = [branch for branch in _branches(plain) if _shape(branch) is type(value)]
        if len(branches) > 1:
            return self._nearest(branches, value, pointer)
        if branches and branches[0] is not plain:
            return self.build(branches[0], value, pointer)
        arguments = get_args(plain)
        if branches and arguments and is_list(value):
            items = enumerate(value)
            return [self.build(arguments[0], item, f"{pointer}/{at}") for at, item in items]
        if branches and arguments and is_dict(value):
            return {k: self.build(arguments[1], v, _inner(pointer, k)) for k, v in value.items()}
        self._note(pointer, "invalid-value", problem["msg"], value)
        return value

    def _model(self, model: type[BaseModel], value: Any, pointer: str) -> BaseModel:
        fields = model.model_fields
        if model.__pydantic_root_model__:
            root = self.build(fields["root"].annotation, value, pointer)
            return model.model_construct(root=root)
        unknown: dict[str, Any] = dict(value)
        known: dict[str, Any] = {}
        for name, field in fields.items():
            key = _wire_name(name, field)
            key = name if key not in unknown and name in unknown else key
            if key in unknown:
                inner = _inner(pointer, key)
                known[name] = self.build(_annotation(field), unknown.pop(key), inner)
            elif field.is_required():
                self._note(_inner(pointer, key), "missing-field", "is required but was not sent")
        built = model.model_construct()
        for name, field in fields.items():
            default = field.get_default(call_default_factory=True, validated_data={})
            vars(built)[name] = known.get(name, None if field.is_required() else default)
        built.__pydantic_fields_set__.update({*known, *unknown})
        if built.__pydantic_extra__ is not None:
            built.__pydantic_extra__.update(unknown)
        return built

    def _nearest(self, branches: list[Any], value: Any, pointer: str) -> Any:
        """The branch of a union that differs least."""
        best: tuple[Any, list[Drift]] | None = None
        for branch in branches:
            tried: list[Drift] = []
            built = _Builder(self.operation, tried).build(branch, value, pointer)
            if best is None or len(tried) < len(best[1]):
                best = built, tried
        assert best is not None
        self.drifts.extend(best[1])
        return best[0]

    def _note(self, pointer: str, problem: Problem, detail: str, value: object = None) -> None:
        detail = detail if problem == "missing-field" else detail[:1].lower() + detail[1:]
        self.drifts.append(Drift(self.operation, pointer, problem, detail, value))


def _observe(annotation: Any, value: Any, pointer: str, operation: str) -> Iterator[Drift]:
    """What a value holds beyond the document, at and below `pointer`."""
    if isinstance(value, BaseModel):
        for key, item in (value.model_extra or {}).items():
            detail = "is not a field that the document knows"
            yield Drift(operation, _inner(pointer, key), "unknown-field", detail, item)
        nullable = getattr(type(value), "__nullable__", ())
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set:
                root = type(value).__pydantic_root_model__
                wire, item = _wire_name(name, field), getattr(value, name)
                below = pointer if root else _inner(pointer, wire)
                # A field that need not be sent is None where it is not: its type cannot tell null.
                if item is None and not field.is_required() and wire not in nullable:
                    yield Drift(operation, below, "unexpected-null", "is null")
                yield from _observe(field.annotation, item, below, operation)
        return
    branches = _branches(_unwrap(annotation))
    if isinstance(value, str):
        known = [
            arg for branch in branches if get_origin(branch) is Literal for arg in get_args(branch)
        ]
        if known and str in branches and value not in known:
            detail = "is not a value that the document knows"
            yield Drift(operation, pointer, "unknown-value", detail, value)
    elif is_list(value) or is_dict(value):
        shaped = [get_args(branch) for branch in branches if _shape(branch) is type(value)]
        inner = shaped[0][-1] if shaped and shaped[0] else Any
        parts: Any = value.items() if is_dict(value) else enumerate(value)
        for key, part in parts:
            yield from _observe(inner, part, _inner(pointer, str(key)), operation)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return None


def _unwrap(annotation: Any) -> Any:
    while True:
        if hasattr(annotation, "__value__"):  # a `type` alias; `TypeAliasType` came with 3.12
            annotation = annotation.__value__
        elif get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        else:
            return annotation


def _branches(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) not in (Union, UnionType):
        return (annotation,)
    return tuple(_unwrap(branch) for branch in get_args(annotation))


def _shape(annotation: Any) -> type | None:
    """The plain type whose parts this type can take: dict for models, else its own origin."""
    if _model(annotation) is not None:
        return dict
    origin: Any = get_origin(annotation)
    return origin if origin in (list, dict) else None


def _annotation(field: FieldInfo) -> Any:
    if not field.metadata:
        return field.annotation
    return Annotated[(field.annotation, *field.metadata)]  # pyright: ignore


def _wire_name(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias if isinstance(field.validation_alias, str) else field.alias
    return alias or name


def _inner(pointer: str, key: str) -> str:
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
