"""How long a step of a call may take."""

from dataclasses import dataclass
from math import inf
from typing import Protocol

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
    """Limits in seconds; `None` is no limit.

    `connect` bounds opening a connection, `write` each send, `read` each wait for bytes, and `pool`
    the wait for a free connection. A server that keeps on sending is never cut off.
    """

    connect: float | None
    read: float | None
    write: float | None
    pool: float | None

    def __init__(
        self,
        seconds: float | None = 60.0,
        *,
        connect: float | Omit | None = omit,
        read: float | Omit | None = omit,
        write: float | Omit | None = omit,
        pool: float | Omit | None = omit,
    ) -> None:
        given = {"connect": connect, "read": read, "write": write, "pool": pool}
        for name, limit in given.items():
            vars(self)[name] = _checked(seconds if isinstance(limit, Omit) else limit)

    def limits(self) -> dict[str, float | None]:
        """The four by name, as httpx and httpx2 hand them to their transports."""
        return dict(vars(self))


def as_timeout(value: TimeoutTypes | Omit, default: Timeout) -> Timeout:
    """A `Timeout` from what a user gave. Raises `TypeError` or `ValueError` on anything else."""
    if isinstance(value, Omit):
        return default
    if isinstance(value, Timeout):
        return value
    if value is None or isinstance(value, (int, float)):
        return Timeout(value)
    try:
        return Timeout(connect=value.connect, read=value.read, write=value.write, pool=value.pool)
    except AttributeError:
        raise TypeError(f"a timeout is in seconds, None or a Timeout, not {value!r}") from None


def _checked(limit: object) -> float | None:
    if limit is None:
        return None
    if isinstance(limit, (int, float)) and not isinstance(limit, bool) and 0 <= limit < inf:
        return limit
    raise ValueError(f"a timeout is in seconds from 0 up, or None for no limit, not {limit!r}")


DEFAULT_TIMEOUT = Timeout(60.0, connect=5.0)
