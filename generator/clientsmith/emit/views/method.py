"""The methods of resources: their signatures and docstrings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...identifiers import pascal
from ...ir import Argument, Limits, ListOf, Operation, Response, Scalar, Switch, TypeRef
from ...ir.texts import clean
from ..annotations import for_argument, nullable
from ..values import LINE, Code, Doc, Joined, Literal, Name, joined, paragraphs
from . import answers
from .old_names import now_of, old_arguments, renamed_text
from .operation import constant_name, streamed_name
from .text import inline_code, patterns_doc

WHOLE, STREAM, EITHER = "whole", "stream", "either"
"""The ways to call a method whose answer an argument chooses."""


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
    overloads: tuple[OverloadView, ...]
    """The signatures by what an argument asks for, if one chooses between answers."""
    marks: tuple[Code, ...]
    """The decorators of each of them."""
    ways: tuple[Name, ...]
    """The class that has these as methods, for the same method with other results."""


@dataclass(frozen=True, slots=True)
class OverloadView:
    """One of the signatures of a method."""

    name: Name
    parameters: Joined
    returns: Code


def method_view(operation: Operation, resource: str) -> MethodView:
    pagination, switch = operation.pagination, operation.switch
    function = Code(f"{Name(resource).source}.{Name(operation.method).source}")
    returns = returned(operation)
    other = answers.with_other_results(operation.response, function)
    if pagination is not None:
        page = Name(pagination.page).source
        other = Code(f"core.paginated({function.source}, lambda: models.Async{page})")
    ways = () if switch is None else (Name(f"_{pascal(operation.method)}Ways"),)
    for name in ways:
        other = _by_ways(operation.response, function, name)
    if operation.deprecated and not ways:
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
        overloads=() if switch is None else tuple(_overloads(operation, switch)),
        marks=tuple(_deprecated(operation)),
        ways=ways,
    )


def _overloads(operation: Operation, switch: Switch) -> Iterator[OverloadView]:
    """Yield the signatures for a whole answer, for a stream, and for a flag that is a variable."""
    response = operation.response
    for name, part in ((WHOLE, response.whole), (STREAM, response.streamed), (EITHER, response)):
        flag = None if part is response else _flag(operation, switch, streams=name == STREAM)
        parameters = joined(_parameters(operation, flag))
        yield OverloadView(Name(name), parameters, answers.returned(part).code)


def _flag(operation: Operation, switch: Switch, *, streams: bool) -> Code:
    """Return the parameter that chooses the stream, or the whole answer, in an overload."""
    (item,) = (item for item in operation.arguments if item.name == switch.argument)
    types = [f"Literal[{streams}]"] if streams in switch.values else []
    is_default = switch.is_default == streams
    can_be_omitted = is_default and not item.required
    types += ["Omit"] if can_be_omitted else []
    types += ["None"] if is_default and None in switch.values else []
    default = " = omit" if can_be_omitted else ""
    return Code(f"{Name(item.name).source}: {' | '.join(types)}{default}")


def _by_ways(response: Response, function: Code, name: Name) -> Code:
    """Return the expression that makes a raw or streaming method of one with overloads."""
    made = (
        answers.with_other_results(part, Code(f"{name.source}.{way}")).source
        for way, part in ((WHOLE, response.whole), (STREAM, response.streamed))
    )
    ways = f"({', '.join(made)}, {name.source}.{EITHER})"
    return Code(f"_switches.method({function.source}, lambda: {ways})")


def returned(operation: Operation) -> Code:
    """Return the annotation of what a method of the synchronous class returns."""
    if operation.pagination is not None:
        return Code(f"models.{Name(operation.pagination.page).source}")
    return answers.returned(operation.response).code


def _passed(operation: Operation) -> Iterator[Code]:
    constant = constant_name(operation).source
    if operation.switch is not None:
        asked = Name(operation.switch.argument).source
        constant = f"{streamed_name(operation).source}.asked({asked}, options)"
    yield Code(constant)
    yield Code("options")
    for item in operation.arguments:
        yield Code(f"{Name(item.name).source}={Name(item.name).source}")


def _deprecated(operation: Operation) -> Iterator[Code]:
    if operation.deprecated:
        text = Literal(f"{operation.call} is deprecated")
        if operation.now:
            old = f"{operation.call}()"
            text = Literal(renamed_text(old, now_of(operation), operation.since))
        yield Code(f"deprecation.deprecated({text.source})")


def _decorators(operation: Operation) -> Iterator[Code]:
    yield from _deprecated(operation)
    if operation.renamed or operation.removed:
        yield _old_arguments(operation)
    if operation.deprecated_arguments:
        names = ", ".join(Literal(name).source for name in operation.deprecated_arguments)
        yield Code(f"deprecation.deprecated_arguments({names})")


def _old_arguments(operation: Operation) -> Code:
    call = ".".join(operation.now) or operation.call
    renamed = (
        (each, f"{call}({each.name}=)", f"{call}({each.now}=)") for each in operation.renamed
    )
    return Code(f"old_arguments.old_arguments({old_arguments(renamed, operation.removed)})")


def _parameters(operation: Operation, flag: Code | None = None) -> list[Code]:
    """Return the parameters of a method; `flag` replaces that of the argument `stream`."""
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
        if flag is not None and operation.switch and item.name == operation.switch.argument:
            parameters.append(flag)
            continue
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
    if operation.now:
        return f"Deprecated: use `client.{now_of(operation)}`, the name that this call has now."
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
    parts += [
        f"Deprecated: `{each.name}` is the old name of `{each.now}`." for each in operation.renamed
    ]
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
    """Return an entry of a docstring's section, wrapped (Google's style)."""
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
