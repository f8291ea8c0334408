"""Credentials of clients, and what operations require of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .facts import Fact
from .old_names import Renamed

Requirement = tuple[tuple[str, ...], ...]
"""Alternatives. Each has the credentials that are sent together, by the name of their argument; its
scopes follow a name, separated by spaces: `(("access_token read write",), ("api_key",))`.
"""
_BEARER = ("Authorization", "Bearer ")


@dataclass(frozen=True, slots=True)
class CredentialArgument:
    """An argument of the client, and the environment variable that is its default."""

    name: str
    variable: str
    deprecated: bool = False
    renamed: tuple[Renamed, ...] = ()
    """Old names of the variable."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A text that is sent as it is, or after `prefix` (RFC 9110, section 11.4)."""

    argument: CredentialArgument
    location: Literal["header", "query", "cookie"]
    wire: str
    prefix: str = ""

    @property
    def arguments(self) -> tuple[CredentialArgument, ...]:
        """The client's arguments for it."""
        return (self.argument,)

    @property
    def name(self) -> str:
        """The name of its first argument, which requirements use."""
        return self.argument.name


@dataclass(frozen=True, slots=True)
class Login:
    """A user name and a password (RFC 7617)."""

    username: CredentialArgument
    password: CredentialArgument

    @property
    def arguments(self) -> tuple[CredentialArgument, ...]:
        """The client's arguments for it."""
        return (self.username, self.password)

    @property
    def name(self) -> str:
        """The name of its first argument, which requirements use."""
        return self.username.name


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """A token, given or fetched from `token_url` (RFC 6749, section 4.4)."""

    token: CredentialArgument
    client_id: CredentialArgument
    client_secret: CredentialArgument
    token_url: str
    in_body: bool = False
    """Whether the token request has the client's identifier and secret in its form, and not in an
    Authorization header.
    """

    @property
    def arguments(self) -> tuple[CredentialArgument, ...]:
        """The client's arguments for it."""
        return (self.token, self.client_id, self.client_secret)

    @property
    def name(self) -> str:
        """The name of its first argument, which requirements use."""
        return self.token.name


Credential = ApiKey | Login | ClientCredentials


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A Security Scheme Object that an operation requires (OpenAPI 3.1, section 4.8.27)."""

    name: str
    kind: str
    """Its `type`: `apiKey`, `http`, `oauth2`, `openIdConnect` or `mutualTLS`."""
    doc: str = ""
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Security:
    """The credentials of a client."""

    credentials: tuple[Credential, ...]
    default: Requirement
    """What an operation requires that has no requirement of its own."""
    needed: Requirement
    """Every alternative that operations have; empty where an operation requires nothing."""

    @property
    def has_old_variables(self) -> bool:
        """Whether one of its environment variables has an old name."""
        return any(item.renamed for each in self.credentials for item in each.arguments)

    @property
    def bearer(self) -> ApiKey | None:
        """The bearer token that every operation requires; None if there is any other credential."""
        one = self.credentials[0]
        is_all = self.needed == self.default == ((one.name,),) and len(self.credentials) == 1
        if is_all and isinstance(one, ApiKey) and (one.wire, one.prefix) == _BEARER:
            return one
        return None
