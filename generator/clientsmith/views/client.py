"""`client.py`."""

from __future__ import annotations

from dataclasses import dataclass

from ..imports import statements
from ..ir import Api
from ..values import Code, Doc, Literal, Name
from .places import FACES, ChildView, child_view


@dataclass(frozen=True, slots=True)
class CredentialView:
    """The argument of a client that takes its credential."""

    argument: Name
    text: Literal
    variable: Literal


@dataclass(frozen=True, slots=True)
class ClientFaceView:
    """One of the two client classes: the synchronous, the asynchronous."""

    class_name: Name
    base: Name
    transport: Name
    http_client: Name
    doc: Doc
    children: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class ClientView:
    """`client.py`."""

    client: Name
    async_client: Name
    name: Literal
    package: Literal
    environment: Literal
    base_url: Literal
    version: Literal
    deep_object_arrays: Literal
    credential: tuple[CredentialView, ...]
    imports: tuple[Code, ...]
    typing_imports: tuple[Code, ...]
    faces: tuple[ClientFaceView, ...]


_CLIENT_NAMES = ("AsyncClient", "Service", "SyncClient", "child", "omit")


_CLIENT_TYPES = (
    "AsyncHttpClient",
    "AsyncTransportTypes",
    "Drift",
    "HttpClient",
    "Omit",
    "TimeoutTypes",
    "TransportTypes",
)


def client_view(api: Api) -> ClientView:
    """`client.py`."""
    title = api.title or api.package
    auth = api.auth
    faces = tuple(
        ClientFaceView(
            class_name=Name(prefix + api.client),
            base=Name(f"{prefix or 'Sync'}Client"),
            transport=Name(f"{prefix}TransportTypes"),
            http_client=Name(f"{prefix}HttpClient"),
            doc=Doc(f"The {word} client of the {title}.", 4),
            children=tuple(child_view(child, prefix) for child in api.resources),
        )
        for prefix, word in FACES
    )
    return ClientView(
        client=Name(api.client),
        async_client=Name(f"Async{api.client}"),
        name=Literal(api.client),
        package=Literal(api.package),
        environment=Literal(api.environment),
        base_url=Literal(api.base_url),
        version=Literal(api.version),
        deep_object_arrays=Literal(api.deep_object_arrays),
        credential=(
            ()
            if auth is None
            else (
                CredentialView(Name(auth.argument), Literal(auth.argument), Literal(auth.variable)),
            )
        ),
        imports=statements(
            {
                (".", "resources"),
                *(("._runtime", name) for name in _CLIENT_NAMES),
                *([] if auth is None else [("._runtime", "bearer_token")]),
            }
        ),
        typing_imports=statements(
            {
                ("collections.abc", "Callable"),
                ("collections.abc", "Mapping"),
                *(("._runtime", name) for name in _CLIENT_TYPES),
            }
        ),
        faces=faces,
    )
