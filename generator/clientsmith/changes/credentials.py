"""Finds the credentials of a new client that are those of an old one under other names.

A credential has its argument and its environment variable from the name of its security scheme, so
that a scheme with another name changes both. What is sent with it says which it is: a key in the
same header, a token from the same URL, the only user name.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Api, ApiKey, ClientCredentials, Credential, CredentialArgument

_BEARER = ("header", "Authorization", "Bearer ")


def known_credentials(api: Api) -> tuple[Credential, ...]:
    """Return the credentials of a client."""
    return api.security.credentials if api.security is not None else ()


def credential_arguments(api: Api) -> Iterator[CredentialArgument]:
    """Yield the arguments of a client's credentials."""
    for credential in known_credentials(api):
        yield from credential.arguments


def credentials_by_sent(api: Api) -> dict[tuple[str, ...], CredentialArgument]:
    """Return the arguments of credentials by how each is sent, such as in which header.

    Where two are sent in the same way, neither is returned.
    """
    found: dict[tuple[str, ...], CredentialArgument] = {}
    twice: set[tuple[str, ...]] = set()
    for credential in known_credentials(api):
        for sent, argument in _sent(credential):
            if sent in found:
                twice.add(sent)
            found[sent] = argument
    return {sent: argument for sent, argument in found.items() if sent not in twice}


def renamed_credentials(old: Api, new: Api) -> dict[str, str]:
    """Return the new name of each argument that the new client has under another name.

    It is the same credential if it is sent in the same way, for example in the same header.
    """
    after = credentials_by_sent(new)
    has = {argument.name for argument in credential_arguments(new)}
    found: dict[str, str] = {}
    for sent, argument in credentials_by_sent(old).items():
        if argument.name not in has and sent in after:
            found.setdefault(argument.name, after[sent].name)
    return found


def kind_of(credential: Credential) -> str:
    """Return the kind of a credential: `key` for a key or a token, else the name of its class."""
    is_key = isinstance(credential, ApiKey | ClientCredentials)
    return "key" if is_key else type(credential).__name__


def _sent(credential: Credential) -> Iterator[tuple[tuple[str, ...], CredentialArgument]]:
    """Yield how each argument is sent, the most specific way first: `("token", "/token")`."""
    if isinstance(credential, ApiKey):
        place = (credential.location, credential.wire, credential.prefix)
        yield ("key", *place), credential.argument
    elif isinstance(credential, ClientCredentials):
        yield ("token", credential.token_url), credential.token
        yield ("client_id", credential.token_url), credential.client_id
        yield ("client_secret", credential.token_url), credential.client_secret
        # A token that is given is sent as a key of `type: http, scheme: bearer` is.
        yield ("key", *_BEARER), credential.token
    else:
        yield ("username",), credential.username
        yield ("password",), credential.password
