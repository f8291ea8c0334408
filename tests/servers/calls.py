"""One call of a client, what the endpoint is to see of it, and what the client is to give."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from pydantic import BaseModel

from tests.wire.golden_client import Face, gathered

from . import seen


@dataclass(frozen=True)
class Call:
    """A row of a table of calls; `saw` and `gives` are values as Python has them."""

    key: str
    """`METHOD /path` of the operation."""
    act: Callable[[Any], Any]
    saw: Mapping[str, Any] | None = None
    """None for an endpoint that keeps nothing."""
    gives: Any = None
    """Of a stream or a list its items; of a model its fields by their names in JSON; of an error
    that is raised its class, status and typed body."""
    drifts: tuple[str, ...] = ()
    """The problems of an answer that the document does not describe."""
    is_sample: bool = False
    """Whether `make test` runs it."""

    @property
    def name(self) -> str:
        return self.key.replace("/", ".").replace(" .", " ")


def rows(calls: Iterable[Call]) -> list[ParameterSet]:
    """Return the parameters of a test, of which `make test` runs the samples."""
    return [
        pytest.param(call, id=f"{at}-{call.name}", marks=() if call.is_sample else pytest.mark.slow)
        for at, call in enumerate(calls)
    ]


def operations(document: Mapping[str, Any]) -> set[str]:
    """Return `METHOD /path` of each operation of a document."""
    paths: Mapping[str, Any] = document["paths"]
    return {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}


def check(call: Call, face: Face, **settings: Any) -> None:
    """Make a call, and compare what came of it on both sides."""
    seen.calls.clear()
    problems: list[str] = []

    def act(client: Any) -> Any:
        return _settled(call.act(client)) if face.is_async else _plain(call.act(client))

    try:
        given = face.run(act, on_drift=lambda drift: problems.append(drift.problem), **settings)
    except Exception as error:
        if not hasattr(error, "status_code"):
            raise
        given = type(error).__name__, error.status_code, _plain(error.error)
    assert given == call.gives
    assert problems == [*call.drifts]
    if call.saw is not None:
        assert seen.calls == [call.saw]
        assert [*map(_kinds, seen.calls)] == [_kinds(call.saw)]


async def _settled(result: Any) -> Any:
    result = await result if inspect.isawaitable(result) else result
    return _plain(await gathered(result) if hasattr(result, "__aiter__") else result)


def _plain(value: Any) -> Any:
    """The value with models as mappings by the names in JSON, and what iterates as lists."""
    if isinstance(value, BaseModel) and type(value).__iter__ is BaseModel.__iter__:
        fields = type(value).model_fields
        return {
            (fields[name].alias or name) if name in fields else name: _plain(getattr(value, name))
            for name in value.model_fields_set
        }
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, bytes):
        return bytes(value)  # A download knows more than its bytes.
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return (
        [*map(_plain, value)]
        if isinstance(value, Iterable) and not isinstance(value, str)
        else value
    )


def _kinds(value: Any) -> Any:
    """The types in a value: `True` is no `1`."""
    if isinstance(value, Mapping):
        return {key: _kinds(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_kinds(item) for item in value]
    return type(value)
