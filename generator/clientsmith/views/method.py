"""The methods of resources: their signatures and docstrings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..annotations import for_argument, nullable
from ..ir import Argument, Limits, ListOf, Operation, Scalar, TypeRef
from ..values import LINE, Code, Doc, Joined, Literal, Name, clean, joined, paragraphs
from . import answers
from .operation import constant_name
from .text import inline_code, patterns_doc


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of the synchronous class, and the value of the same with other results."""

    name: Name
    decorators: tuple[Code, ...]
    parameters: Joined
    returns: Code
    doc: Doc
    passed: Joined
    returns_none: bool
    other: Code


def method_view(operation: Operation, resource: str) -> MethodView:
    pagination = operation.pagination
    function = Code(f"{Name(resource).source}.{Name(operation.method).source}")
    returns = returned(operation)
    other = answers.with_other_results(operation.response, function)
    if pagination is not None:
        page = Name(pagination.page).source
        other = Code(f"core.paginated({function.source}, lambda: models.Async{page})")
    if operation.deprecated:
        other = Code(f"deprecation.marked({other.source})")
    return MethodView(
        name=Name(operation.method),
        decorators=tuple(_decorators(operation)),
        parameters=joined(_parameters(operation)),
        returns=returns,
        doc=Doc(_method_doc(operation), 8),
        passed=joined(_passed(operation)),
        returns_none=returns.source == "None",
        other=other,
    )


def returned(operation: Operation) -> Code:
    """What a method of the synchronous class returns."""
    if operation.pagination is not None:
        return Code(f"models.{Name(operation.pagination.page).source}")
    return answers.returned(operation.response).code


def _passed(operation: Operation) -> Iterator[Code]:
    yield Code(constant_name(operation).source)
    yield Code("options")
    for item in operation.arguments:
        yield Code(f"{Name(item.name).source}={Name(item.name).source}")


def _decorators(operation: Operation) -> Iterator[Code]:
    if operation.deprecated:
        text = Literal(f"{operation.call} is deprecated")
        yield Code(f"deprecation.deprecated({text.source})")
    if operation.deprecated_arguments:
        names = ", ".join(Literal(name).source for name in operation.deprecated_arguments)
        yield Code(f"deprecation.deprecated_arguments({names})")


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


def _method_doc(operation: Operation) -> str:
    summary, description = paragraphs(operation.summary), paragraphs(operation.description)
    if not summary:
        summary, _, description = description.partition("\n\n")
    summary = summary or f"Call `{inline_code(operation.key)}`"
    parts = [summary if summary[-1] in ".!?" else summary + "."]
    if description and description.rstrip(".") != summary.rstrip("."):
        parts.append(description)
    if operation.is_variant:
        kinds = " or ".join(f"`{inline_code(body.media_type)}`" for body in operation.bodies())
        parts.append(f"The call for a body of {kinds}.")
    if operation.deprecated:
        parts.append("Deprecated: the document marks this operation so.")
    arguments = [
        _argument_doc(item)
        for item in operation.arguments
        if item.doc or item.has_default or patterns_doc(item.type)
    ]
    if arguments:
        parts.append("Args:\n" + "\n".join(arguments))
    parts += [_section(title, items) for title, items in answers.documented(operation) if items]
    return "\n\n".join(parts)


def _argument_doc(item: Argument) -> str:
    text = " ".join(paragraphs(item.doc).split())
    notes = [note for note in _limits_doc(item.type) if note not in text]
    if item.has_default and not item.required and item.default is not None:
        notes.append(f"default {Literal(item.default).source}")
    if item.deprecated:
        notes.append("deprecated")
    if notes:
        text = f"{text.rstrip('.')} ({', '.join(notes)})." if text else f"({', '.join(notes)})"
    return _entry(f"{item.name}: {text}")


def _section(title: str, items: Iterable[str]) -> str:
    return f"{title}:\n" + "\n".join(map(_entry, items))


def _entry(text: str) -> str:
    """An entry of a section, wrapped (the docstrings of Google's style)."""
    lines = textwrap.wrap(
        clean(text),
        LINE - 12,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(f"    {line}" for line in lines)


def _limits_doc(type_: TypeRef) -> list[str]:
    return [*_bounds_doc(type_), *patterns_doc(type_)]


def _bounds_doc(type_: TypeRef) -> list[str]:
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
