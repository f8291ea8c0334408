"""How long a step of a call may take."""

import math
from dataclasses import dataclass
from typing import Any, Protocol

from .errors import OptionError
from .omitted import Omit, omit


class TimeoutLike(Protocol):
    """Anything with the four limits: our `Timeout`, `httpx2.Timeout`, `httpx.Timeout`."""

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
    """Limits in seconds, or None, on opening a connection, each wait for bytes (a server that keeps
    on sending is never cut off), each send, and the wait for a free connection."""

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
        """The four limits by their names."""
        return dict(vars(self))


def as_timeout(value: TimeoutTypes | Omit, default: Timeout) -> Timeout:
    """A `Timeout` from what a user gave. Raises `OptionError` on anything else."""
    return default if isinstance(value, Omit) else Timeout(value)


def is_seconds(value: Any) -> bool:
    """Whether it is a number from 0 up."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


DEFAULT_TIMEOUT = Timeout(60.0, connect=5.0)


def timeout_of(http_client: object) -> Timeout:
    """The timeout of an HTTP client, or ours where it has none but the default of its library."""
    given = as_timeout(getattr(http_client, "timeout", omit), DEFAULT_TIMEOUT)
    return DEFAULT_TIMEOUT if given == Timeout(5.0) else given


class PermanentError(ConnectionError):
    """No answer was had, and another try would have none: the request or its transport is wrong."""
