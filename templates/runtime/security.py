"""Security schemes other than one bearer token (OpenAPI 3.1, 4.8.27 and 4.8.30)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

from .credentials import CredentialText, NamedHeaders, Secret, TokenTypes
from .errors import ClientError

if TYPE_CHECKING:
    from .exchange import Sender
    from .operation import Call
    from .transport import Request, Response

Requirement = tuple[tuple[str, ...], ...]
"""Alternatives, of which one is enough; each names all the schemes that it takes, and behind a
scheme's name the scopes that are asked for, with spaces between."""


@dataclass(repr=False)
class Signature:
    """The credentials to add to a request."""

    headers: dict[bytes, Secret] = field(default_factory=dict[bytes, Secret])
    query: dict[str, Secret] = field(default_factory=dict[str, Secret])
    cookies: dict[str, Secret] = field(default_factory=dict[str, Secret])

    def on(self, request: Request, places: NamedHeaders) -> Request:
        """Return a signed copy of the request. What the caller sends under the same name stays."""
        from .transport import Headers

        ours = {id(place): self.headers.get(name) for name, place in places.items()}
        raw = [(each[0], ours.get(id(each), each[1])) for each in request.headers.raw]
        kept = [(name, value) for name, value in raw if value is not None]
        signed = replace(request, headers=Headers(kept))
        if cookies := [name.encode() + b"=" + text for name, text in self.cookies.items()]:
            given = [value for name, value in signed.headers.raw if name.lower() == b"cookie"]
            others = [item for item in signed.headers.raw if item[0].lower() != b"cookie"]
            header = (b"Cookie", Secret(b"; ".join((*given, *cookies))))
            signed = replace(signed, headers=Headers([*others, header]))
        for name, text in self.query.items():
            if not has_parameter(request, name):
                mark = "&" if "?" in signed.url else "?"
                key = quote(name, safe="")
                signed = replace(signed, url=f"{signed.url}{mark}{key}={text.decode()}")
        return signed


def has_parameter(request: Request, name: str) -> bool:
    """Return whether the query has a parameter of this name."""
    pairs = request.url.partition("?")[2].split("&")
    return any(pair.partition("=")[0] == quote(name, safe="") for pair in pairs)


class Scheme:
    """A security scheme with its credentials."""

    header = b""

    def __init__(self, *texts: CredentialText) -> None:
        self.texts = texts

    @property
    def missing_texts(self) -> list[CredentialText]:
        """The credentials that it needs and does not have."""
        return [text for text in self.texts if not text.given]

    @property
    def is_given(self) -> bool:
        return not self.missing_texts

    @property
    def is_half(self) -> bool:
        """Whether it is a login of which one part is missing."""
        return len(self.texts) > 1 and len(self.missing_texts) == 1

    def is_own(self, request: Request, own: Iterable[bytes]) -> bool:
        """Return whether the caller sends it; `own` are the names of the caller's headers."""
        return self.header.lower() in own

    def missing(self) -> str:
        """Return how to pass the credentials that it lacks."""
        return ". ".join(str(text.missing()) for text in self.missing_texts)

    def changed(self, given: Mapping[str, TokenTypes | None]) -> Self:
        twin = copy(self)
        twin.texts = tuple(text.changed(given) for text in self.texts)
        return twin

    async def sign(self, signature: Signature, scopes: Sequence[str], sender: Sender) -> None:
        """Add the credentials to `signature`."""
        raise NotImplementedError

    def refused(self, signature: Signature, scopes: Sequence[str]) -> bool:
        """Return whether there is a new credential to try after the server refused one."""
        return not all(isinstance(text.given, Secret) for text in self.texts)


class HeaderKey(Scheme):
    """A credential in a header, alone or after the name of an HTTP scheme (RFC 9110, 11.4)."""

    def __init__(self, text: CredentialText, header: str, prefix: str = "") -> None:
        super().__init__(text)
        self.header, self._prefix = header.encode("latin-1"), prefix.encode()
        if isinstance(text.given, Secret):
            text.header(self._prefix, text.given)

    async def sign(self, signature: Signature, scopes: Sequence[str], sender: Sender) -> None:
        (text,) = self.texts
        value = text.header(self._prefix, await text.read(sender))
        signature.headers[self.header.lower()] = value


class QueryKey(Scheme):
    """A credential in the query."""

    def __init__(self, text: CredentialText, name: str) -> None:
        super().__init__(text)
        self._name = name

    def is_own(self, request: Request, own: Iterable[bytes]) -> bool:
        return has_parameter(request, self._name)

    async def sign(self, signature: Signature, scopes: Sequence[str], sender: Sender) -> None:
        text = await self.texts[0].read(sender)
        signature.query[self._name] = Secret(quote(text, safe="").encode())


class CookieKey(QueryKey):
    """A credential in a cookie."""

    def is_own(self, request: Request, own: Iterable[bytes]) -> bool:
        pairs = request.headers.get("cookie", "").split("; ")
        return any(pair.partition("=")[0] == self._name for pair in pairs)

    async def sign(self, signature: Signature, scopes: Sequence[str], sender: Sender) -> None:
        text = await self.texts[0].read(sender)
        signature.cookies[self._name] = Secret(quote(text, safe="").encode())


class BasicLogin(Scheme):
    """User name and password (RFC 7617); a password that is passed may be empty."""

    header = b"Authorization"

    @property
    def missing_texts(self) -> list[CredentialText]:
        username, password = self.texts
        return [
            text for text in super().missing_texts if text is username or not password.is_argument
        ]

    async def sign(self, signature: Signature, scopes: Sequence[str], sender: Sender) -> None:
        username, password = self.texts
        name = await username.read(sender)
        if name.count(b":"):
            raise ClientError(f"{username.argument} has a colon, which cannot be sent")
        secret = await password.read(sender) if password.given else b""
        signature.headers[b"authorization"] = Secret(b"Basic " + b64encode(name + b":" + secret))


class SecuritySchemes:
    """The security schemes of a client by name.

    `default` applies to operations without a `security` of their own, `needed` to a client all of
    whose operations need a credential. Raises `ClientError` if that is missing, or a login is
    incomplete.
    """

    is_ready = False

    def __init__(
        self, schemes: Mapping[str, Scheme], *, default: Requirement, needed: Requirement = ()
    ) -> None:
        self._schemes, self._default, self._needed = schemes, default, needed
        self.arguments = {text.argument for each in schemes.values() for text in each.texts}
        # Signing replaces it, or removes it from the request.
        self.headers: NamedHeaders = {
            each.header.lower(): (each.header, Secret()) for each in schemes.values() if each.header
        }
        has_whole = any(scheme.is_given for scheme in schemes.values())
        for scheme in schemes.values():
            is_argument = any(text.is_argument for text in scheme.texts)
            # Half a login in the environment does no harm where another credential is complete.
            if scheme.is_half and (is_argument or not has_whole):
                raise ClientError(f"Only a part of a login was given. {scheme.missing()}")
        if needed and not any(all(schemes[name].is_given for name in each) for each in needed):
            raise ClientError(self._missing(needed))

    def changed(self, given: Mapping[str, TokenTypes | None]) -> SecuritySchemes:
        schemes = {name: scheme.changed(given) for name, scheme in self._schemes.items()}
        return SecuritySchemes(schemes, default=self._default, needed=self._needed)

    async def send(self, call: Call, request: Request, sender: Sender) -> Response:
        """Send a signed request; if the server refuses a credential, again with a new one.

        That is done once, and only if a new one can be had (RFC 6750, 3.1).
        """
        chosen = self._chosen(call, request)
        signature = await _signature(chosen, sender)
        response = await sender.send(signature.on(request, self.headers))
        if not await sender.is_refused(request, response):
            return response
        if any([scheme.refused(signature, scopes) for scheme, scopes in chosen]):
            again = await _signature(chosen, sender)
            if again != signature:
                response = await sender.send(again.on(request, self.headers))
        return response

    def _chosen(self, call: Call, request: Request) -> list[tuple[Scheme, list[str]]]:
        """Return the schemes, with their scopes, of the first alternative that can be met.

        Of `bearer or key` with a key alone, `key`. An alternative without any comes last, wherever
        it is. Raises `ClientError` if there is none.
        """
        security = call.operation.security
        wanted = self._default if security is None else security
        places = {id(header) for header in self.headers.values()}
        own = {pair[0].lower() for pair in request.headers.raw if id(pair) not in places}
        for alternative in wanted:
            entries = [entry.split(" ") for entry in alternative]
            pairs = [(self._schemes[name], scopes) for name, *scopes in entries]
            missing = [
                each for each, _ in pairs if not (each.is_given or each.is_own(request, own))
            ]
            if pairs and not missing:
                return [pair for pair in pairs if not pair[0].is_own(request, own)]
        if wanted and () not in wanted:
            raise ClientError(f"{call.operation.name} needs a credential. {self._missing(wanted)}")
        return []

    def _missing(self, wanted: Requirement) -> str:
        """Return how to meet one of the alternatives."""
        names = [[entry.split(" ")[0] for entry in alternative] for alternative in wanted]
        ways = [
            ". ".join(filter(None, (self._schemes[n].missing() for n in each))) for each in names
        ]
        return "; or: ".join(dict.fromkeys(ways))


async def _signature(chosen: Iterable[tuple[Scheme, Sequence[str]]], sender: Sender) -> Signature:
    signature = Signature()
    for scheme, scopes in chosen:
        await scheme.sign(signature, scopes, sender)
    return signature
