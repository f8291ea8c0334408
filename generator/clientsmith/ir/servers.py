"""Servers, and the variables in their URLs."""

from __future__ import annotations

from dataclasses import dataclass, field

from .facts import Fact


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable in the URLs of servers, which is an argument of the client."""

    argument: str
    wire: str
    default: str
    choices: tuple[str, ...]
    is_path: bool
    """Whether it stands for more than a part of the host in every URL that has it."""
    doc: str = ""
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Server:
    """A Server Object of the document itself (OpenAPI 3.1, section 4.8.5)."""

    url: str
    doc: str = ""
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)
