"""`API.md` and `AGENTS.md`."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Json, ListOf, Operation, TypeRef, Upload
from ..annotations import for_argument
from ..values import Code, Literal, Name, Prose, paragraphs
from . import answers
from .method import returned
from .module_map import webhooks_name
from .text import inline_code


@dataclass(frozen=True, slots=True)
class CallView:
    """A call in `API.md`."""

    call: Code
    operation: Code
    summary: Prose
    example: Code
    async_example: Code
    returns: Code
    errors: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class CredentialView:
    """An argument of the client that takes a credential, and the environment variable for it."""

    argument: Code
    variable: Code
    deprecated: bool


@dataclass(frozen=True, slots=True)
class GuideView:
    """`API.md` and `AGENTS.md`; `takes_models` where a call takes a model of an answer."""

    title: Prose
    package: Code
    client: Code
    async_client: Code
    error: Code
    environment: Code
    credentials: tuple[CredentialView, ...]
    left: tuple[Prose, ...]
    webhooks: tuple[Code, ...]
    calls: tuple[CallView, ...]
    lists: tuple[CallView, ...]
    transport: tuple[Code, ...]
    """The HTTP library, where it is not the usual one."""
    takes_models: bool


def guide_view(api: Api) -> GuideView:
    """Return the view of `API.md` and `AGENTS.md`."""
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
        credentials=_credentials(api),
        left=tuple(Prose(name) for name in api.left),
        webhooks=(Code(webhooks_name(api)),) if api.webhooks else (),
        calls=calls,
        lists=lists,
        transport=() if api.transport == "httpx2" else (Code(Name(api.transport).source),),
        takes_models=any(
            "core.Model" in for_argument(item.type).code.source
            for operation in api.operations()
            for item in operation.arguments
        ),
    )


def _credentials(api: Api) -> tuple[CredentialView, ...]:
    return tuple(
        CredentialView(
            Code(Name(argument.name).source),
            Code(Name(argument.variable).source),
            argument.deprecated,
        )
        for credential in (api.security.credentials if api.security else ())
        for argument in credential.arguments
    )


def _call(operation: Operation) -> CallView:
    example = _example(operation, "client")
    return CallView(
        call=Code(operation.call),
        operation=Code(inline_code(operation.key)),
        summary=Prose(_first_of(operation) or operation.key),
        example=example,
        async_example=Code(example.source if operation.pagination else f"await {example.source}"),
        returns=_in_backquotes(answers.shown(returned(operation)).source),
        errors=tuple(map(_in_backquotes, answers.error_types(operation))),
    )


def _in_backquotes(annotation: str) -> Code:
    # A value of an enum may hold one, which would end the code: in a literal it can be escaped.
    return Code(annotation.replace("`", "\\x60"))


def _first_of(operation: Operation) -> str:
    """Return the first paragraph of an operation's summary or description."""
    text = paragraphs(operation.summary or operation.description).partition("\n\n")[0].rstrip(".")
    # With the full stop of the template, a number alone would begin a numbered list.
    return "" if text.isdecimal() else text


def _example(operation: Operation, client: str) -> Code:
    arguments: list[str] = []
    for item in operation.arguments:
        if item.name not in operation.example:
            continue
        value = _value(operation.example[item.name], item.type)
        arguments.append(value if item.positional else f"{Name(item.name).source}={value}")
    head = f"{client}.{operation.call}("
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
