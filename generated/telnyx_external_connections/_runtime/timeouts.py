"""The time limits of the steps of a call."""

import math
from dataclasses import dataclass
from typing import Any, Protocol

from .errors import OptionError
from .omitted import Omit, omit


class TimeoutLike(Protocol):
    """Any object with the four limits: `Timeout`, `httpx2.Timeout`, `httpx.Timeout`."""

    @property
    def connect(self) -> float | None: ...
    @property
    def read(self) -> float | None: ...
    @property
    def write(self) -> float | None: ...
    @property
    def pool(self) -> float | None: ...


TimeoutTypes = float | TimeoutLike | None


@dataclass(frozen=True, init=False)
class Timeout:
    """Limits in seconds, or None, on opening a connection, each read, each write and the pool.

    `read` limits each wait for bytes: a server that keeps sending is never cut off. `pool` limits
    the wait for a free connection. Raises `OptionError` for anything but seconds from 0 up.
    """

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None

    def __init__(
        self,
        seconds: TimeoutTypes = 60.0,
        *,
        connect: float | Omit | None = omit,
        read: float | Omit | None = omit,
        write: float | Omit | None = omit,
        pool: float | Omit | None = omit,
    ) -> None:
        given = {"connect": connect, "read": read, "write": write, "pool": pool}
        for name, value in given.items():
            # A number or None is the value of all four limits.
            limit: Any = getattr(seconds, name, seconds) if isinstance(value, Omit) else value
            if limit is not None and not (is_seconds(limit) and limit < math.inf):
                said = f"a timeout is in seconds from 0 up, or None for no limit, not {limit!r}"
                raise OptionError(said)
            vars(self)[name] = limit

    def as_dict(self) -> dict[str, float | None]:
        """Return the four limits by name."""
        return dict(vars(self))


def as_timeout(value: TimeoutTypes | Omit, default: Timeout) -> Timeout:
    """Return a `Timeout` for the value of an option. Raises `OptionError` if it is not valid."""
    return default if isinstance(value, Omit) else Timeout(value)


def is_seconds(value: Any) -> bool:
    """Return whether a value is a number from 0 up."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


DEFAULT_TIMEOUT = Timeout(60.0, connect=5.0)


def timeout_of(http_client: object) -> Timeout:
    """Return the timeout of an HTTP client, or ours if it only has the default of its library."""
    given = as_timeout(getattr(http_client, "timeout", omit), DEFAULT_TIMEOUT)
    return DEFAULT_TIMEOUT if given == Timeout(5.0) else given


class PermanentError(ConnectionError):
    """A failure that a retry would repeat: the request or the transport is wrong."""
