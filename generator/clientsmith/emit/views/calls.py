"""The calls in `API.md`, each with a table of its arguments, results and errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...diagnostics.counts import counted
from ...ir import Argument, Json, Limits, ListOf, MapOf, Operation, Scalar, TypeRef, Union, Upload
from ..annotations import for_argument, for_result
from ..values import Code, Literal, Name, Prose, paragraphs
from . import answers
from .method import returned
from .text import inline_code, patterns_doc


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """An argument of a call: its type, and in words whether it is required and its limits."""

    name: Code
    type: Code
    rules: Prose


@dataclass(frozen=True, slots=True)
class ErrorView:
    """The type of `error` of an `APIStatusError`, and the statuses that have it."""

    statuses: Code
    type: Code


@dataclass(frozen=True, slots=True)
class CallView:
    """A call in `API.md`; its types are as the cell of a table needs them."""

    call: Code
    operation: Code
    summary: Prose
    example: Code
    async_example: Code
    arguments: tuple[ArgumentView, ...]
    returns: Code
    errors: tuple[ErrorView, ...]


def call_view(operation: Operation) -> CallView:
    """Return the view of an operation's call."""
    example = example_of(operation)
    return CallView(
        call=Code(operation.call),
        operation=Code(inline_code(operation.key)),
        summary=summary(operation),
        example=example,
        async_example=Code(example.source if operation.pagination else f"await {example.source}"),
        arguments=tuple(map(_argument, operation.arguments)),
        returns=_in_cell(answers.shown(returned(operation)).source),
        errors=tuple(_errors(operation)),
    )


def summary(operation: Operation) -> Prose:
    """Return the first paragraph of an operation's summary or description."""
    text = paragraphs(operation.summary or operation.description).partition("\n\n")[0].rstrip(".")
    # With the full stop of the template, a number alone would begin a numbered list.
    return Prose("" if text.isdecimal() else text) if text else Prose(operation.key)


def _argument(item: Argument) -> ArgumentView:
    annotation = for_argument(item.type).code.source
    rules = ["required"] if item.required else []
    rules += ["by position"] if item.positional else []
    rules += limits_in_words(item.type)
    if item.has_default and not item.required and item.default is not None:
        rules.append(f"default {Literal(item.default).source}")
    if item.deprecated:
        rules.append("deprecated")
    return ArgumentView(Code(Name(item.name).source), _in_cell(annotation), Prose("; ".join(rules)))


def _errors(operation: Operation) -> Iterator[ErrorView]:
    statuses: dict[str, list[str]] = {}
    for status, type_ in operation.errors:
        statuses.setdefault(for_result(type_).code.source, []).append(status or "any status")
    for text, keys in statuses.items():
        yield ErrorView(Code(inline_code(", ".join(keys))), _in_cell(text))


def _in_cell(annotation: str) -> Code:
    """Return an annotation as code in the cell of a table (GFM 4.10).

    A value of an enum may hold a backquote, which would end the code: in a literal it is escaped.
    """
    return Code(annotation.replace("`", "\\x60").replace("|", "\\|"))


def limits_in_words(type_: TypeRef) -> list[str]:
    """Return what values of a type have to keep to, as `at most 100` or `1 to 20 characters`."""
    match type_:
        case Scalar(kind="string", limits=limits):
            return [
                *_between(limits.min_length, limits.max_length, "character"),
                *patterns_doc(type_),
            ]
        case Scalar(limits=limits):
            return [*_bounds(limits), *_multiple(limits)]
        case ListOf(items=items, limits=limits):
            found = _between(limits.min_items, limits.max_items, "item")
            found += ["no two alike"] if limits.unique_items else []
            return [*found, *(f"each {text}" for text in limits_in_words(items))]
        case MapOf(limits=limits):
            return _between(limits.min_properties, limits.max_properties, "key")
        case Union(members=members):
            return list(dict.fromkeys(_joined(map(limits_in_words, members))))
        case _:
            return []


def _joined(parts: Iterable[list[str]]) -> Iterator[str]:
    for part in parts:
        yield from part


def _bounds(limits: Limits) -> list[str]:
    texts: list[str] = []
    for low, word in ((limits.minimum, "at least"), (limits.exclusive_minimum, "more than")):
        texts += [] if low is None else [f"{word} {low}"]
    for high, word in ((limits.maximum, "at most"), (limits.exclusive_maximum, "less than")):
        texts += [] if high is None else [f"{word} {high}"]
    if limits.minimum is not None and limits.maximum is not None and len(texts) == 2:
        return [f"{limits.minimum} to {limits.maximum}"]
    return texts


def _multiple(limits: Limits) -> list[str]:
    return [] if limits.multiple_of is None else [f"a multiple of {limits.multiple_of}"]


def _between(low: int | None, high: int | None, noun: str) -> list[str]:
    if low is not None and high is not None:
        return [counted(low, noun) if low == high else f"{low:,} to {counted(high, noun)}"]
    if low is not None:
        return [f"at least {counted(low, noun)}"]
    return [] if high is None else [f"at most {counted(high, noun)}"]


def example_of(operation: Operation, through: str = "") -> Code:
    """Return a call with the document's example values; `through` names a view of its resource."""
    arguments: list[str] = []
    for item in operation.arguments:
        if item.name not in operation.example:
            continue
        value = _value(operation.example[item.name], item.type)
        arguments.append(value if item.positional else f"{Name(item.name).source}={value}")
    steps = (*operation.resource, *([through] if through else []), operation.method)
    head = f"client.{'.'.join(steps)}("
    line = f"{head}{', '.join(arguments)})"
    if len(line) <= 88 and "\n" not in line:
        return Code(line)
    body = "".join(f"    {argument},\n" for argument in arguments)
    return Code(f"{head}\n{body})")


def _value(value: Json, type_: TypeRef) -> str:
    match type_:
        case Upload():
            return 'b"content"'
        case ListOf(items=Upload()):
            return '[b"content"]'
        case _:
            return Literal(value).source
