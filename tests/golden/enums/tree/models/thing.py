from typing import Any, Final, Literal

from .._runtime.models import Model


class Thing(Model):
    __nullable__ = ("mixed", "nullable", "only_null", "rows")
    text: Literal["up", "down", "UP", "", "a b"] | str | None = None
    number: Literal[0, 1] | int | None = None
    """How much.

    - 0: LOW: Hardly any.
    - 1: HIGH: A lot.
    """
    named: Literal[1, 2] | int | None = None
    """- 1: On
    - 2: Off
    """
    oddly: Literal["a", "b", "c", "d"] | str | None = None
    """- a: None
    - b: none
    - c: 2nd thing
    """
    mixed: Literal[1, "one", True] | int | str | bool | None = None
    nullable: Literal["a", "b"] | str | None = None
    only_null: None = None
    empty: str | None = None
    flag: Literal[True] | bool | None = None
    unquoted: Literal["1", "2.5"] | str | None = None
    """One of 1, 2.5."""
    share: Literal[1] | float | int | None = None
    """One of 0.5, 1."""
    many: list[Literal["x", "y"] | str] | None = None
    fixed: Literal["v1"] | None = None
    two: Literal[2] | None = None
    object: dict[str, int] | None = None
    rows: Literal["x"] | str | list[int] | dict[str, list[bool]] | dict[str, Any] | None = None
    """One of [1, 2], [3], {"a": [true]}, {}, "x", null."""
    narrowed: Literal["red", "blue"] | str | None = None


class ThingNamed:
    ON: Final = 1
    OFF: Final = 2


class ThingOddly:
    NONE: Final = "a"
    NONE_2: Final = "b"
    N_2ND_THING: Final = "c"
