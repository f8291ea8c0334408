"""Finds the arguments of a client itself that have another name: its credentials, its servers'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from ..changes.credentials import (
    credential_arguments,
    kind_of,
    known_credentials,
    renamed_credentials,
)
from ..ir import Api, Credential, CredentialArgument, Renamed
from .found import Names


def option_names(api: Api) -> Iterator[str]:
    """Yield the names of the arguments that only this client's constructor has."""
    yield from (each.name for each in credential_arguments(api))
    yield from (each.argument for each in api.variables)


def note_options(options: Names, variables: Names, old: Api, new: Api) -> None:
    """Note what became of a client's own arguments, and of the variables of its credentials."""
    renamed = renamed_credentials(old, new)
    known = {each.name: each for each in credential_arguments(new)}
    lost = [each for each in known_credentials(old) if each.name not in {*known, *renamed}]
    had = {each.name for each in credential_arguments(old)}
    gained = [each for each in known_credentials(new) if each.name not in {*had, *renamed.values()}]
    for argument in credential_arguments(old):
        name = renamed.get(argument.name, argument.name)
        now = known.get(name)
        if now is None:
            _note(options, new, argument.name, _like(argument, lost, gained), is_sure=False)
            continue
        if name != argument.name:
            _note(options, new, argument.name, name)
        if argument.variable != now.variable:
            variables.note(argument.variable, now.variable)
    by_wire = {each.wire: each.argument for each in new.variables}
    for each in old.variables:
        use = by_wire.get(each.wire, "")
        if use != each.argument:
            _note(options, new, each.argument, use)


def _like(argument: CredentialArgument, lost: list[Credential], gained: list[Credential]) -> str:
    """Return the argument that is like a lost one: of the only other credential of its kind."""
    own = next((each for each in lost if argument.name == each.name), None)
    if own is None:
        return ""
    found, rivals = (
        [each for each in of if kind_of(each) == kind_of(own)] for of in (gained, lost)
    )
    return found[0].name if len(found) == len(rivals) == 1 else ""


def _note(names: Names, api: Api, old: str, new: str, *, is_sure: bool = True) -> None:
    use = f"{api.client}({new})" if new else ""
    names.note(f"{api.client}({old})", use, is_sure=is_sure)


def with_old_variables(credential: Credential, old: dict[str, tuple[Renamed, ...]]) -> Credential:
    """Return a credential whose arguments have the old names of their environment variables."""
    arguments = {each.name: getattr(credential, each.name) for each in fields(credential)}
    changed = {
        name: replace(value, renamed=old.get(value.variable, ()))
        for name, value in arguments.items()
        if isinstance(value, CredentialArgument)
    }
    return replace(credential, **changed)
