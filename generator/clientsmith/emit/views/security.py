"""Credentials in the source of a client, and what operations want of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...ir import (
    ApiKey,
    ClientCredentials,
    Credential,
    CredentialArgument,
    Login,
    Requirement,
    Security,
)
from ..values import Code, Literal, Name
from .old_names import renamed_text

_KEYS = {"header": "HeaderKey", "query": "QueryKey", "cookie": "CookieKey"}


def arguments(security: Security | None) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the arguments for credentials, positional ones and those by name.

    The first credential that operations require is positional.
    """
    if security is None:
        return (), ()
    first = next((name for each in security.default for name in each), "").partition(" ")[0]
    positional: list[Name] = []
    named: list[Name] = []
    for credential in security.credentials:
        of = positional if credential.name == first else named
        of += [Name(argument.name) for argument in credential.arguments]
    return tuple(positional), tuple(named)


def auth(security: Security) -> Code:
    """Return the expression for the object that signs requests."""
    if security.bearer is not None:
        return Code(f"core.Bearer({_text(security.bearer.argument, Name)})")
    names = (item for each in security.credentials for item in each.arguments)
    entries = (f"{Literal(item.name).source}: {Name(item.name).source}" for item in names)
    return Code(f"_schemes({{{', '.join(entries)}}})")


def schemes(security: Security | None) -> tuple[Code, ...]:
    """Return the expression for the security schemes; none where a bearer token is all."""
    if security is None or security.bearer is not None:
        return ()
    entries = ", ".join(
        f"{Literal(each.name).source}: {_scheme(each)}" for each in security.credentials
    )
    needed = f", needed={requirement(security.needed)}" if security.needed else ""
    default = requirement(security.default)
    return (Code(f"SecuritySchemes({{{entries}}}, default={default}{needed})"),)


def changes(security: Security | None) -> tuple[Name, ...]:
    """Return the arguments of `with_options` that only this client has."""
    credentials = security.credentials if security else ()
    names = [item.name for each in credentials for item in each.arguments]
    return tuple(Name(name) for name in names if name != "api_key")


def _scheme(credential: Credential) -> str:
    texts = ", ".join(
        f"core.CredentialText({_text(each, _given)})" for each in credential.arguments
    )
    match credential:
        case ApiKey(location=location, wire=wire, prefix=prefix):
            more = [wire, *([prefix] if prefix else [])]
            return f"{_KEYS[location]}({texts}, {', '.join(Literal(x).source for x in more)})"
        case Login():
            return f"BasicLogin({texts})"
        case ClientCredentials(token_url=token_url, in_body=in_body):
            more = ", in_body=True" if in_body else ""
            return f"ClientCredentials({texts}, {Literal(token_url).source}{more})"


def _given(name: str) -> Code:
    return Code(f"given[{Literal(name).source}]")


def _text(argument: CredentialArgument, value: Callable[[str], Name | Code]) -> str:
    """Where a text comes from: its argument's name, the value, the variable."""
    given, variable = value(argument.name).source, Literal(argument.variable).source
    if argument.renamed:
        variable = f"old_variable({given}, {variable}, {_old_variables(argument)})"
    return f"{Literal(argument.name).source}, {given}, {variable}"


def _old_variables(argument: CredentialArgument) -> str:
    entries = ", ".join(
        f"{Literal(each.name).source}:"
        f" {Literal(renamed_text(each.name, each.now, each.since)).source}"
        for each in argument.renamed
    )
    return f"{{{entries}}}"


def auth_imports(security: Security | None) -> Iterator[tuple[str, str]]:
    """Yield module and name of what signs requests in the runtime."""
    if security is not None and security.has_old_variables:
        yield "._runtime.old_variables", "old_variable"
    if security is None or security.bearer is not None:
        return
    yield "._runtime.security", "SecuritySchemes"
    for credential in security.credentials:
        match credential:
            case ApiKey(location=location):
                yield "._runtime.security", _KEYS[location]
            case Login():
                yield "._runtime.security", "BasicLogin"
            case ClientCredentials():
                yield "._runtime.oauth", "ClientCredentials"


def requirement(wanted: Requirement) -> str:
    """Return the expression for the security requirement of an operation."""
    return as_tuple(as_tuple(Literal(entry).source for entry in each) for each in wanted)


def as_tuple(parts: Iterable[str]) -> str:
    """Return the source of a tuple of these expressions."""
    found = list(parts)
    return f"({', '.join(found)}{',' if len(found) == 1 else ''})"
