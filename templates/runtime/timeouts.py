"""How long a step of a call may take."""

from __future__ import annotations

from .omitted import Omit, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .transport import TimeoutTypes


class Timeout:
    """Limits in seconds; `None` is no limit.

    `connect` bounds opening a connection, `write` each send, `read` each wait for bytes, be it for
    the head or within the body, and `pool` the wait for a free connection. A server that keeps on
    sending is never cut off.
    """

    __slots__ = ("_limits", "connect", "pool", "read", "write")

    def __init__(
        self,
        seconds: float | None = 60.0,
        *,
        connect: float | Omit | None = omit,
        read: float | Omit | None = omit,
        write: float | Omit | None = omit,
        pool: float | Omit | None = omit,
    ) -> None:
        self.connect = _checked(seconds if isinstance(connect, Omit) else connect)
        self.read = _checked(seconds if isinstance(read, Omit) else read)
        self.write = _checked(seconds if isinstance(write, Omit) else write)
        self.pool = _checked(seconds if isinstance(pool, Omit) else pool)
        self._limits = dict(connect=self.connect, read=self.read, write=self.write, pool=self.pool)

    def limits(self) -> dict[str, float | None]:
        """The four by name, as httpx and httpx2 hand them to their transports."""
        return self._limits

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self.limits() == other.limits()

    def __hash__(self) -> int:
        return hash((self.connect, self.read, self.write, self.pool))

    def __repr__(self) -> str:
        return f"Timeout({', '.join(f'{name}={value}' for name, value in self.limits().items())})"


def as_timeout(value: TimeoutTypes | Omit, default: Timeout) -> Timeout:
    """A `Timeout` from what a user gave. Raises `TypeError` or `ValueError` on anything else."""
    if isinstance(value, Omit):
        return default
    if value is None or isinstance(value, (int, float)):
        return Timeout(value)
    if isinstance(value, Timeout):
        return value
    try:
        return Timeout(connect=value.connect, read=value.read, write=value.write, pool=value.pool)
    except AttributeError:
        raise TypeError(f"a timeout is in seconds, None or a Timeout, not {value!r}") from None


def _checked(limit: object) -> float | None:
    if limit is None:
        return None
    if isinstance(limit, bool) or not isinstance(limit, (int, float)):
        raise TypeError(f"a timeout is in seconds or None, not {limit!r}")
    if not limit >= 0:
        raise ValueError(f"a timeout cannot be {limit!r} seconds")
    return limit


DEFAULT_TIMEOUT = Timeout(60.0, connect=5.0)
