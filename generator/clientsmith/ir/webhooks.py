"""Webhooks and callbacks: the requests that an API sends to its user."""

from __future__ import annotations

from dataclasses import dataclass, field

from .facts import Fact
from .types import TypeRef


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API sends: an operation of a webhook or of a callback."""

    key: str
    """`webhook:NAME`; of a callback, the operation's `METHOD /path`."""
    name: str
    http_method: str
    media_type: str
    payload: TypeRef
    doc: str = ""
    """Its summary and its description."""
    deprecated: bool = False
    tags: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Webhooks:
    """The payloads of all webhooks and callbacks, and the location that distinguishes them."""

    payload: TypeRef
    path: tuple[str, ...]
    """The properties that lead to the value that selects a payload; empty where none does."""
    tags: tuple[tuple[str, TypeRef], ...]
    """The type of the payload for each of these values."""
    header: str = ""
    """The header, in lower case, whose value selects a payload where no property does."""
    loads_decimals: bool = False
    """Whether payloads have decimals that are JSON numbers."""
    requests: tuple[Webhook, ...] = ()
