"""Compare the arguments of two clients: credentials and servers; and their webhooks."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Api, ApiKey, Credential
from .calls import Found, of_error
from .differences import Difference, Pair
from .flow import Flow
from .report import ChangeClass
from .shapes import ShapeComparison

RUN_TIME, TYPES, SENT, ADDS, DOCS = ChangeClass
OTHER_VARIABLE = "has another variable"
"""What is said of a credential that comes from another environment variable."""


def compare_clients(old: Api, new: Api, types: ShapeComparison, met: set[Pair]) -> Iterator[Found]:
    """Yield what changed in the client itself; `met` gets the pairs of shapes in its errors."""
    if old.package != new.package:
        yield Found(old.package, Difference(RUN_TIME, "has another name", new=new.package))
    if old.client != new.client:
        yield Found(old.client, Difference(RUN_TIME, "has another name", new=new.client))
    if old.base_url != new.base_url:
        texts = (old.base_url, new.base_url)
        yield Found(f"{old.client}()", Difference(SENT, "has another base URL", (), *texts))
    if old.environment != new.environment:
        # `PETS_BASE_URL` is no longer read, so that calls go to another server.
        texts = (f"{old.environment}_", f"{new.environment}_")
        what = "reads environment variables with another prefix"
        yield Found(f"{old.client}()", Difference(RUN_TIME, what, (), *texts))
    yield from _credentials(old, new)
    yield from _variables(old, new)
    if old.error is not None and new.error is not None:
        for difference in types.compare(old.error, new.error, Flow.RESPONSE, met):
            yield Found("error.error", of_error(difference, "the body of most errors"))
    yield from _webhooks(old, new, types, met)


def _credentials(old: Api, new: Api) -> Iterator[Found]:
    before, after = _known(old), _known(new)
    for name, credential in before.items():
        subject = f"{old.client}({name}=)"
        other = after.get(name)
        if other is None:
            yield Found(subject, Difference(RUN_TIME, "is no argument any more"))
            continue
        variables = [
            next(each.variable for each in found.arguments if each.name == name)
            for found in (credential, other)
        ]
        if variables[0] != variables[1]:
            yield Found(subject, Difference(RUN_TIME, OTHER_VARIABLE, (), *variables))
        if type(credential) is not type(other):
            yield Found(subject, Difference(RUN_TIME, "is a credential of another kind"))
        elif _sent(credential) != _sent(other):
            texts = (_sent(credential), _sent(other))
            yield Found(subject, Difference(SENT, "is sent otherwise", (), *texts))
    for name in after:
        if name not in before:
            yield Found(f"{old.client}({name}=)", Difference(ADDS, "is a new argument"))


def _known(api: Api) -> dict[str, Credential]:
    credentials = api.security.credentials if api.security is not None else ()
    return {
        argument.name: credential for credential in credentials for argument in credential.arguments
    }


def _sent(credential: Credential) -> str:
    if isinstance(credential, ApiKey):
        return f"{credential.location} {credential.wire} {credential.prefix}".strip()
    return getattr(credential, "token_url", "")


def _variables(old: Api, new: Api) -> Iterator[Found]:
    known = {variable.argument: variable for variable in new.variables}
    for before in old.variables:
        subject = f"{old.client}({before.argument}=)"
        at = ("", "", before.pointer)
        after = known.pop(before.argument, None)
        if after is None:
            yield Found(subject, Difference(RUN_TIME, "is no argument any more", (), *at))
            continue
        if before.default != after.default:
            texts = (before.default, after.default, before.pointer, after.pointer)
            yield Found(subject, Difference(SENT, "has another default", (), *texts))
        for gone in before.choices:
            if after.choices and gone not in after.choices:
                texts = (gone, "", before.pointer, after.pointer)
                yield Found(subject, Difference(RUN_TIME, "no longer takes a value", (), *texts))
    for after in known.values():
        subject = f"{old.client}({after.argument}=)"
        yield Found(subject, Difference(ADDS, "is a new argument", new_pointer=after.pointer))


def _webhooks(old: Api, new: Api, types: ShapeComparison, met: set[Pair]) -> Iterator[Found]:
    before, after = (
        (
            {each.key + each.http_method + each.name: each for each in api.webhooks.requests}
            if api.webhooks is not None
            else {}
        )
        for api in (old, new)
    )
    for key, webhook in before.items():
        subject = f"webhook {webhook.name}"
        other = after.get(key)
        if other is None:
            gone = Difference(RUN_TIME, "is gone", old_pointer=webhook.pointer)
            yield Found(subject, gone)
            continue
        for difference in types.compare(webhook.payload, other.payload, Flow.RESPONSE, met):
            yield Found(subject, difference)
    for key, webhook in after.items():
        if key not in before:
            gained = Difference(ADDS, "is a new webhook", new_pointer=webhook.pointer)
            yield Found(f"webhook {webhook.name}", gained)
