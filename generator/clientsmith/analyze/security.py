"""The credentials of a client, and those that each call is sent with.

They come from Security Scheme and Security Requirement Objects (OpenAPI 3.1, sections 4.8.27 and
4.8.30).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from ..document import Document, members
from ..identifiers import snake, unique
from ..ir import (
    ApiKey,
    ClientCredentials,
    Credential,
    CredentialArgument,
    Login,
    Reason,
    Requirement,
    Security,
    SecurityScheme,
)
from ..openapi import TOKEN
from .facts import SCHEME, Facts
from .nodes import Endpoint, Nodes, join, text_of
from .servers import within

OF_CONSTRUCTORS = frozenset(
    [
        "base_url",
        "core",
        "deadline",
        "default_headers",
        "default_query",
        "http_client",
        "max_connections",
        "max_response_bytes",
        "max_retries",
        "on_drift",
        "retry_policy",
        "self",
        "strict_responses",
        "timeout",
        "transport",
        "validate_requests",
    ]
)
"""What the clients' constructors take, or use, beside credentials."""

# Schemes of HTTP whose credential is no text but the answer to a challenge, which the HTTP client
# gives (RFC 9110, section 11.3).
_CHALLENGES = ("digest", "gssapi", "hoba", "mutual", "negotiate", "ntlm", "scram", "vapid")
# RFC 6749, section 3.3.
_SCOPE = re.compile(r"[!#-\[\]-~]+")
_USUAL = {"key": "api_key", "access": "access_token", "login": "username"}
_SCHEMES = "/components/securitySchemes"


class Securities:
    """Reads the security schemes of a document, and what its operations require of them."""

    def __init__(
        self,
        document: Document,
        nodes: Nodes,
        endpoints: Iterable[Endpoint],
        *,
        environment: str,
        base_url: str,
        fixed: Mapping[str, str],
        in_body: bool = False,
    ) -> None:
        self._nodes = nodes
        self._in_body = in_body
        self._environment = environment
        self._base_url = base_url
        declared = nodes.mapping(_SCHEMES)
        self._schemes = {
            name: nodes.mapping(nodes.resolve(join(_SCHEMES, name))) for name in declared
        }
        root = _alternatives(document.data.get("security"))
        self._own = {
            endpoint.key: _alternatives(nodes.mapping(endpoint.pointer).get("security"))
            for endpoint in endpoints
        }
        if root is None and not any(own is not None for own in self._own.values()):
            # Declared and nowhere asked for: taken where given.
            empty: list[str] = []
            root = [*({name: empty} for name in sorted(self._schemes)), {}]
        self._root = root
        self._credentials = self._named(fixed)
        wanted = {self._wanted(key) for key in self._own}
        # What all want, or else what the document says of all.
        self._default = next(iter(wanted)) if len(wanted) == 1 else self._read(self._root)

    def security(self, keys: Collection[str]) -> Security | None:
        """Return the credentials that these operations require."""
        wanted = {self._wanted(key) for key in keys}
        names = {
            tuple(entry.partition(" ")[0] for entry in alternative)
            for requirement in wanted
            for alternative in requirement
        }
        credentials = [
            each for each in self._credentials.values() if each.name in set().union(*names)
        ]
        if not credentials:
            return None
        needed = all(each and () not in each for each in wanted)
        return Security(
            tuple(sorted(credentials, key=lambda each: each.name)),
            self._default if self._default in wanted else (),
            tuple(sorted(names)) if needed else (),
        )

    def requirement(self, key: str) -> Requirement | None:
        """Return what an operation requires; None where that is what operations require in general.

        The alternatives are in the order of the document; an empty one means that no credential has
        to be sent.
        """
        wanted = self._wanted(key)
        return None if wanted == self._default else wanted

    def _wanted(self, key: str) -> Requirement:
        own = self._own[key]
        return self._read(self._root if own is None else own)

    def left(self) -> tuple[str, ...]:
        """Return the required schemes that the HTTP client has to satisfy, sorted."""
        others = set(self._used()).difference(self._credentials)
        return tuple(sorted(name for name in others if not _unsendable(self._schemes[name])))

    def documented(self, facts: Facts, keys: Iterable[str]) -> tuple[SecurityScheme, ...]:
        """Return the schemes that the operations of these keys require, sorted by name."""
        wanted = (self._root if self._own[key] is None else self._own[key] for key in keys)
        names = {name for alternatives in wanted for each in alternatives or () for name in each}
        return tuple(
            SecurityScheme(
                name,
                text_of(scheme, "type"),
                text_of(scheme, "description"),
                facts.of(pointer, SCHEME),
                pointer,
            )
            for name, scheme in sorted(self._schemes.items())
            if name in names
            for pointer in [self._nodes.resolve(join(_SCHEMES, name))]
        )

    def unsent(self, endpoint: Endpoint) -> list[Reason]:
        """Return why credentials or scopes that an operation requires cannot be sent."""
        own = self._own[endpoint.key]
        pointer, wanted = ("", self._root or ()) if own is None else (endpoint.pointer, own)
        found: list[Reason] = []
        for at, each in enumerate(wanted):
            for name, scopes in each.items():
                why = _unsendable(self._schemes.get(name, {}))
                if why:
                    text = f"the credential {name!r} is not sent: {why}"
                    found.append(Reason(text, join(_SCHEMES, name)))
                elif isinstance(self._credentials.get(name), ClientCredentials):
                    found += [
                        Reason(
                            f"the scope {scope!r} has a character that no scope may have, and is "
                            "not asked for",
                            join(pointer, "security", at, name),
                        )
                        for scope in scopes
                        if not _SCOPE.fullmatch(scope)
                    ]
        return found

    def taken(self) -> set[str]:
        """Return the names of all arguments for credentials."""
        return {item.name for each in self._credentials.values() for item in each.arguments}

    def arguments(self) -> dict[str, str]:
        """Return the name of each scheme's first argument, for the lock."""
        return {scheme: each.name for scheme, each in self._credentials.items()}

    def _read(self, wanted: list[dict[str, list[str]]] | None) -> Requirement:
        found = dict.fromkeys(
            tuple(
                self._entry(name, scopes)
                for name, scopes in each.items()
                if name in self._credentials
            )
            for each in wanted or ()
            if self._schemes.keys() >= each.keys()
        )
        return tuple(found) if any(found) else ()

    def _entry(self, scheme: str, scopes: list[str]) -> str:
        credential = self._credentials[scheme]
        given = scopes if isinstance(credential, ClientCredentials) else []
        return " ".join([credential.name, *filter(_SCOPE.fullmatch, given)])

    def _used(self) -> list[str]:
        """Return the required schemes: those of the document first, then by name."""
        root = [name for each in self._root or () for name in each]
        others = sorted(name for own in self._own.values() for each in own or () for name in each)
        return [name for name in dict.fromkeys([*root, *others]) if name in self._schemes]

    def _named(self, fixed: Mapping[str, str]) -> dict[str, Credential]:
        """Return the credentials of the schemes in use, by scheme.

        The first of its kind that the document itself requires, or the only one, has the usual name
        such as `api_key`; the others are named after their schemes. So a new scheme renames none.
        """
        used = {name: kind for name in self._used() if (kind := _kind(self._schemes[name]))}
        asked = {name for each in self._root or () for name in each}
        usual: dict[str, str] = {}
        for kind, argument in _USUAL.items():
            members = [name for name, other in used.items() if other == kind]
            first = [name for name in members if name in asked]
            if first or len(members) == 1:
                usual[(first or members)[0]] = argument
        made: dict[str, Credential] = {}
        taken = set(OF_CONSTRUCTORS)
        for name in sorted(used, key=lambda name: (name not in fixed, name not in usual, name)):
            stem = fixed.get(name) or usual.get(name) or _stem(name, used[name])
            made[name] = self._credential(self._schemes[name], unique(stem, taken))
            taken.update(argument.name for argument in made[name].arguments)
        return made

    def _credential(self, scheme: Mapping[str, Any], name: str) -> Credential:
        old = scheme.get("deprecated") is True
        kind, first = text_of(scheme, "type"), self._argument(name, old)
        if kind == "apiKey":
            location = cast("Any", text_of(scheme, "in"))
            return ApiKey(first, location, text_of(scheme, "name"))
        if kind == "http" and text_of(scheme, "scheme").lower() == "basic":
            password = f"{name.removesuffix('username')}password"
            return Login(first, self._argument(password, old))
        if kind == "http" and text_of(scheme, "scheme").lower() != "bearer":
            return ApiKey(first, "header", "Authorization", f"{text_of(scheme, 'scheme')} ")
        token_url = _token_url(scheme)
        if token_url and kind == "oauth2":
            prefix = "" if name == _USUAL["access"] else f"{name}_"
            return ClientCredentials(
                first,
                self._argument(f"{prefix}client_id", old),
                self._argument(f"{prefix}client_secret", old),
                within(token_url, self._base_url),
                self._in_body,
            )
        return ApiKey(first, "header", "Authorization", "Bearer ")

    def _argument(self, name: str, deprecated: bool) -> CredentialArgument:
        return CredentialArgument(name, f"{self._environment}_{name.upper()}", deprecated)


def _unsendable(scheme: Mapping[str, Any]) -> str:
    """Return in words why a request cannot carry a credential; nothing if it can.

    The rules are those of RFC 9110, sections 5.6.2 and 11.4.
    """
    kind, http, name = (text_of(scheme, key) for key in ("type", "scheme", "name"))
    if kind == "http" and not re.fullmatch(TOKEN, http):
        return f"{http!r} is no authentication scheme of HTTP"
    if kind != "apiKey":
        return ""
    location = text_of(scheme, "in")
    if location not in ("header", "query", "cookie"):
        return f"{location!r} is no location of a parameter"
    # In a query every name can be written.
    fits = name.isprintable() and name if location == "query" else re.fullmatch(TOKEN, name)
    return "" if fits else f"a {location} cannot be called {name!r}"


def _kind(scheme: Mapping[str, Any]) -> str | None:
    """Return the kind of credential that a scheme takes; None if a client cannot send it."""
    kind, http = text_of(scheme, "type"), text_of(scheme, "scheme").lower()
    if _unsendable(scheme) or (kind == "http" and http.startswith(_CHALLENGES)):
        return None
    if kind == "http" and http == "basic":
        return "login"
    kinds = {"apiKey": "key", "http": "key", "oauth2": "access", "openIdConnect": "access"}
    return kinds.get(kind)


def _stem(scheme: str, kind: str) -> str:
    return f"{snake(scheme)}_username" if kind == "login" else snake(scheme)


def _token_url(scheme: Mapping[str, Any]) -> str:
    url = text_of(members(members(scheme.get("flows")).get("clientCredentials")), "tokenUrl")
    # A URL of another kind names no server that a token could be had from.
    return url if re.match(r"https?://|(?![a-z][a-z0-9+.-]*:)", url, re.IGNORECASE) else ""


def _alternatives(wanted: Any) -> list[dict[str, list[str]]] | None:
    """Return the security requirements of an object; None where it has no `security`."""
    if not isinstance(wanted, list):
        return None
    return [
        {name: [str(scope) for scope in scopes] for name, scopes in members(each).items()}
        for each in cast("list[Any]", wanted)
    ]
