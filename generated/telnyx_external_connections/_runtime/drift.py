"""Validation of responses, with what does not fit kept.

What fits the document is typed, the rest is kept as received, and each difference is a `Drift`.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from itertools import repeat
from sys import modules
from threading import Lock
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, GetPydanticSchema, TypeAdapter, ValidationError

from .forks import guard
from .json_types import without_conversions
from .models import ANSWER, Drift, Problem
from .plain_data import is_dict, wire_name

Loads = Callable[[bytes], Any]
_Tried = dict[tuple[int, Any], tuple[Any, list[Drift]]]
_UNIONS = (Union, UnionType)

# Two threads that complete one pydantic model at the same time break each other's work.
completing = Lock()
guard(completing)


class Reader:
    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation
        self.model = model_of(annotation)
        self.is_none = annotation in (None, NoneType)
        members = members_of(annotation)
        self.takes_none = NoneType in members
        self.takes_all = any(member in (object, Any) for member in members)
        self.takes_text = self.takes_all or str in members
        self._validator = validator(annotation)

    def read(self, content: bytes, loads: Loads | None = None) -> Any:
        """Return the value of JSON. Raises `ValueError` if it does not fit, or is no JSON."""
        if loads is None:
            return self._validator.validate_json(content, context=ANSWER, by_name=False)
        return self._validator.validate_python(loads(content), context=ANSWER, by_name=False)

    def blank(self, text: str) -> Any:
        """Return an empty model, list or dict for a response that is not JSON; its text or None."""
        if self.takes_text and text:
            return text
        kind = self.annotation
        if self.model is not None and self.model.__pydantic_root_model__:
            kind = completed(self.model).model_fields["root"].annotation
        members = [member for member in members_of(kind) if member is not NoneType]
        if len(members) != 1:
            return None
        plain = shape(members[0])
        if plain is None:
            return "" if members == [str] else None
        return self.read_leniently(b"{}" if plain is dict else b"[]", "")[0]

    def read_leniently(
        self, content: bytes, operation: str, loads: Loads | None = None
    ) -> tuple[Any, list[Drift]]:
        """Return the value, with what does not fit kept. Raises `ValueError` on invalid JSON."""
        walk = _Walk(operation)
        try:
            value = (loads or json.loads)(content)
            return walk.build(self.annotation, value, ""), walk.drifts
        except RecursionError:
            raise ValueError("nested too deeply") from None

    def read_error(
        self, content: bytes, operation: str, loads: Loads | None = None
    ) -> tuple[Any, list[Drift]]:
        """Return the value as `read_leniently` does, but None for another kind of error."""
        try:
            return self.read(content, loads), []
        except ValueError:
            value, drifts = self.read_leniently(content, operation, loads)
        return None if any(map(self._is_other, drifts)) else value, drifts

    def _is_other(self, drift: Drift) -> bool:
        """Return whether a difference shows another kind of error: `{"detail": "x"}` for a list."""
        if not drift.pointer or drift.problem == "missing-field":
            return True
        fields = {} if self.model is None else completed(self.model).model_fields
        types = {inner("", wire_name(name, field)): field for name, field in fields.items()}
        if drift.problem != "invalid-value" or drift.pointer not in types:
            return False
        members = members_of(types[drift.pointer].rebuild_annotation())
        return type(drift.value) in (dict, list) or any(map(shape, members))

    def observe(self, value: Any, operation: str) -> list[Drift]:
        """Return what a value has beyond the document: unknown fields and enum values, nulls."""
        walk = _Walk(operation)
        walk.observe(self.annotation, value, "")
        return walk.drifts


class _Walk:
    """A walk through a response, which collects its differences from the document."""

    def __init__(self, operation: str, tried: _Tried | None = None) -> None:
        self.operation = operation
        self.drifts: list[Drift] = []
        # A union inside a union is tried once, however many branches lead to it.
        self._tried: _Tried = {} if tried is None else tried

    def report(self, pointer: str, problem: Problem, said: str, value: object = None) -> None:
        self.drifts.append(Drift(self.operation, pointer, problem, said, value))

    def build(self, annotation: Any, value: Any, pointer: str) -> Any:
        """Return `value` as the type, or as near to it as possible."""
        try:
            return validator(annotation).validate_python(value, context=ANSWER, by_name=False)
        except ValidationError as error:
            said = error.errors(include_url=False, include_context=False)[0]["msg"]
        if _is_free(annotation, value):
            return value
        plain = _unwrap(annotation)
        if (mark := mark_of(plain)) and type(value) is mark.kind:
            return mark.build(self, plain, value, pointer)
        model = model_of(plain)
        if model is not None and (is_dict(value) or model.__pydantic_root_model__):
            return self._model(model, value, pointer)
        branches = [branch for branch in members_of(plain) if shape(branch) is type(value)]
        if len(branches) > 1:
            return self._nearest(branches, value, pointer)
        if branches and branches[0] is not plain:
            return self.build(branches[0], value, pointer)
        if branches and get_args(plain):
            parts = [
                (key, self.build(type_, part, inner(pointer, key)))
                for key, type_, part in _parts(plain, value)
            ]
            return dict(parts) if is_dict(value) else [part for _, part in parts]
        self.report(pointer, "invalid-value", said[:1].lower() + said[1:], value)
        return value

    def _model(self, model: type[BaseModel], value: Any, pointer: str) -> BaseModel:
        fields = completed(model).model_fields
        if model.__pydantic_root_model__:
            root = self.build(fields["root"].annotation, value, pointer)
            return model.model_construct(root=root)
        unknown: dict[str, Any] = dict(value)
        built = model.model_construct()
        for name, field in fields.items():
            key = wire_name(name, field)
            if key in unknown:
                below = inner(pointer, key)
                item = self.build(field.rebuild_annotation(), unknown.pop(key), below)
                built.__pydantic_fields_set__.add(name)
            elif field.is_required():
                self.report(inner(pointer, key), "missing-field", "is required but was not sent")
                item = None
            else:
                item = field.get_default(call_default_factory=True, validated_data={})
            vars(built)[name] = item
        if others := getattr(model, "__others__", None):
            type_ = others()
            unknown = {k: self.build(type_, v, inner(pointer, k)) for k, v in unknown.items()}
        built.__pydantic_fields_set__.update(unknown.keys() - fields.keys())
        if built.__pydantic_extra__ is not None:
            built.__pydantic_extra__.update(unknown)
        return built

    def _nearest(self, branches: list[Any], value: Any, pointer: str) -> Any:
        """Return a value as the member of a union that it differs least from."""
        key = id(value), tuple(branches)
        if key not in self._tried:
            tries: list[tuple[int, Any, list[Drift]]] = []
            for branch in branches:
                walk, beyond = _Walk(self.operation, self._tried), _Walk(self.operation)
                built = walk.build(branch, value, pointer)
                beyond.observe(branch, built, pointer)
                tries.append((len(walk.drifts + beyond.drifts), built, walk.drifts))
            self._tried[key] = min(tries, key=lambda tried: tried[0])[1:]
        built, drifts = self._tried[key]
        self.drifts += drifts
        return built

    def observe(self, annotation: Any, value: Any, pointer: str) -> None:
        """Collect what a valid value has beyond the document, at and below `pointer`."""
        kind = value.__class__
        if isinstance(value, BaseModel):
            self._observe_model(value, pointer)
        elif isinstance(value, datetime) and value.tzinfo is None:
            said = "has no offset from UTC (RFC 3339, 5.6)"
            self.report(pointer, "invalid-value", said, value.isoformat())
        elif kind in (str, int, bool):
            branches = members_of(annotation)
            enums = [get_args(branch) for branch in branches if get_origin(branch) is Literal]
            # Of the value's own type: 5 is not unknown to `int | Literal["inf"] | str`.
            known = [item for enum in enums for item in enum if type(item) is kind]
            if known and kind in branches and value not in known:
                self.report(
                    pointer, "unknown-value", "is not a value that the document knows", value
                )
        elif kind in (list, tuple, dict):
            plain = dict if kind is dict else list
            branches = tuple(each for each in members_of(annotation) if shape(each) is plain)
            # Of `list[Cat] | list[Dog]`, the one that leaves the least unexplained counts.
            walks: list[_Walk] = []
            for branch in branches or (Any,):
                walks.append(walk := _Walk(self.operation))
                for key, type_, part in _parts(branch, value):
                    walk.observe(type_, part, inner(pointer, key))
            fewest: list[Drift] = min([walk.drifts for walk in walks], key=len)
            self.drifts += fewest

    def _observe_model(self, model: BaseModel, pointer: str) -> None:
        kind = type(model)
        others = getattr(kind, "__others__", None)
        for key, item in (model.model_extra or {}).items():
            below = inner(pointer, key)
            if others is not None:
                self.observe(others(), item, below)
            else:
                self.report(below, "unknown-field", "is not a field that the document knows", item)
        for name, field in completed(kind).model_fields.items():
            if name in model.model_fields_set:
                wire, type_ = wire_name(name, field), field.rebuild_annotation()
                item = getattr(model, name)
                below = pointer if kind.__pydantic_root_model__ else inner(pointer, wire)
                # The type of an optional field includes None, whether null is allowed or not; of a
                # required one, validation has reported a null that is not.
                is_judged = field.is_required() or wire in getattr(kind, "__nullable__", ())
                # pydantic takes the field `createdAt` for set where only `created_at` was sent.
                is_judged |= name in (model.model_extra or ())
                if item is None and not (is_judged or _is_free(type_, item)):
                    self.report(below, "unexpected-null", "is null")
                self.observe(type_, item, below)


def _parts(annotation: Any, value: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Return the key or position of each part of a value, its type and the part."""
    mark = mark_of(annotation)
    if hasattr(mark, "types"):
        types: Iterable[Any] = mark.types(annotation, value)
    else:
        types = repeat((get_args(annotation) or (Any,))[-1])
    pairs: Any = value.items() if is_dict(value) else enumerate(value)
    return ((key, type_, part) for type_, (key, part) in zip(types, pairs, strict=False))


_STRICT = GetPydanticSchema(lambda source, handler: without_conversions(handler(source)))


@cache
def validator(annotation: Any) -> Any:
    """Return the pydantic validator of a type."""
    model = model_of(annotation)
    if model is not None:
        return completed(model).__pydantic_validator__
    with completing:
        return TypeAdapter[Any](Annotated[(annotation, _STRICT)]).validator  # pyright: ignore


def completed(model: type[BaseModel]) -> type[BaseModel]:
    """Return a model whose field types are resolved, also those that are defined after it."""
    if not model.__pydantic_complete__:
        with completing:
            model.model_rebuild()
    return model


def model_of(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return None


def _unwrap(annotation: Any, stop: str = "kind") -> Any:
    """Return a type without alias and `Annotated`, unless that has a mark with this attribute."""
    while True:
        if hasattr(annotation, "__value__"):
            annotation = evaluated(annotation.__value__, annotation.__module__)
        elif get_origin(annotation) is Annotated and mark_of(annotation, stop) is None:
            deferred = mark_of(annotation, "target")
            annotation = get_args(annotation)[0] if deferred is None else deferred.target
        else:
            return annotation


def evaluated(annotation: Any, module: str) -> Any:
    """Return the type of an annotation, which may be text of that module."""
    holder = type("", (), {"__annotations__": {"": annotation}})
    return get_type_hints(holder, vars(modules[module]), include_extras=True)[""]


def mark_of(annotation: Any, attribute: str = "kind") -> Any:
    """Return the mark of a type that has this attribute: `kind` is the class `build` takes."""
    marks = getattr(annotation, "__metadata__", ())
    return next((mark for mark in marks if hasattr(mark, attribute)), None)


def _is_free(annotation: Any, value: Any) -> bool:
    """Return whether a schema without `type` allows this value (JSON Schema Validation, 4.1)."""
    plain = _unwrap(annotation, "only")
    if mark := mark_of(plain, "only"):
        return type(value) is not mark.only
    if get_origin(plain) in _UNIONS:
        return any(_is_free(part, value) for part in get_args(plain))
    return getattr(plain, "__untyped__", False) and not is_dict(value)


def members_of(annotation: Any) -> tuple[Any, ...]:
    """Return the members of a union, nested ones too, or the type itself."""
    annotation = _unwrap(annotation)
    if get_origin(annotation) not in _UNIONS:
        return (annotation,)
    return tuple(inner for branch in get_args(annotation) for inner in members_of(branch))


def shape(annotation: Any) -> type | None:
    """Return the class of a type's plain data, dict or list; None for scalars."""
    if mark := mark_of(annotation):
        kind: type | None = mark.kind
        return kind
    origin: Any = dict if model_of(annotation) is not None else get_origin(annotation)
    return origin if origin in (list, dict) else None


def inner(pointer: str, key: str | int) -> str:
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"
