"""Errors of pydantic as diagnostics, in the words of the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from ..diagnostics import did_you_mean
from .tables import FORM_TAGS, TABLES
from .values import in_quotes

# pydantic adds a part of its own to the location of an error in the key of a table, and one to that
# of an error inside of a setting that takes several forms.
_ADDED = ("[key]", *FORM_TAGS)
_EXPECTED = {
    "string_type": "a string",
    "path_type": "a string",
    "bool_type": "true or false",
    "dict_type": "a table",
    "model_type": "a table",
    "tuple_type": "an array of strings",
    **dict.fromkeys(("int_type", "int_from_float", "int_parsing"), "a whole number"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one key of a target.

    For `pagination."GET /a".knd`, pydantic's kind is `extra_forbidden` and the path is
    `("pagination", "GET /a", "knd")`.
    """

    kind: str
    path: tuple[str, ...]
    value: object
    context: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def code(self) -> str:
        """The code of its diagnostic."""
        if self.kind == "extra_forbidden":
            return "config-unknown-key"
        return "config-type" if self.kind.endswith("_type") else "config-value"

    @property
    def hint(self) -> str:
        """The nearest known key of the table that has an unknown one, or all of them."""
        if self.kind != "extra_forbidden":
            return ""
        known = TABLES[self.path[0]].model_fields
        return did_you_mean(self.path[-1], known) or f"the known keys are {in_quotes(known)}"

    def message(self, target: str = "") -> str:
        """Return what is wrong; `target` names the target, if the configuration names it."""
        where = f" in target {target!r}" if target else ""
        key = ".".join(self.path)
        if self.kind == "missing":
            return f"{key!r} is missing{where}"
        if self.kind == "value_error":
            return f"{key}: {self.context['error']}" if key else str(self.context["error"])
        if self.kind == "literal_error":
            return f"{key!r} must be {self.context['expected']}, not {self.value!r}"
        if self.kind in ("greater_than", "greater_than_equal"):
            words = self.kind.replace("greater_than_equal", "at least").replace("_", " ")
            least = self.context.get("ge", self.context.get("gt"))
            return f"{key!r} must be {words} {least}, not {self.value!r}"
        if self.kind == "extra_forbidden":
            return f"unknown key {self.path[-1]!r} in {'.'.join(self.path[:-1])!r}{where}"
        expected = _EXPECTED.get(self.kind, "of another type")
        if self.path[:1] in (("pagination",), ("streams",)) and self.kind == "bool_type":
            expected = "true, false or a table"
        return f"{key!r} must be {expected}, not {_toml_type(self.value)}"


def problems_of(invalid: ValidationError) -> Iterator[Problem]:
    """Yield each problem that pydantic found."""
    for details in invalid.errors(include_url=False):
        path = tuple(str(part) for part in details["loc"] if part not in _ADDED)
        yield Problem(details["type"], path, details["input"], details.get("ctx", {}))


def _toml_type(value: object) -> str:
    """Return the type of a value in the words of TOML."""
    words: dict[type, str] = {
        bool: "a boolean",
        int: "an integer",
        float: "a float",
        str: "a string",
        list: "an array",
        dict: "a table",
    }
    return words.get(type(value), "a date or time")
