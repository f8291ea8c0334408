"""Find the pieces of a document that the JSON Schema of OpenAPI refuses.

A piece is a path item, a webhook or a component. jsonschema-rs checks a thousand operations in
10 ms where jsonschema takes three seconds, but its errors do not lead to messages as good. So only
what it refuses goes through jsonschema.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

from ..document import members

_Place: TypeAlias = "tuple[str, ...]"


def fits(validator: Any, data: Any) -> bool:
    """Return whether data fits a schema; False also where jsonschema-rs cannot read it."""
    try:
        return validator.is_valid(data)
    except ValueError:
        # It reads no keys but texts, and no data deeper than 255 levels.
        return False


def refused_part(schema: dict[str, Any], data: dict[str, Any]) -> dict[str, Any] | None:
    """Return a document without the pieces that fit the schema; None if all of it fits.

    Where a section itself is refused, all of its pieces stay: the fault may be the name of one, as
    `https://a.test/pets` is among the paths, or `Foo Bar` among the schemas of the components.
    """
    validator = quick_validator(schema)
    if fits(validator, data):
        return None
    try:
        errors = validator.iter_errors(data)
        refused = {tuple(map(str, error.instance_path)) for error in errors}
    except ValueError:
        return data
    faulty = {place[:length] for place in refused for length in (2, 3)}
    fitting = {place for place in _pieces(data) if place not in faulty}
    return _without(data, {place for place in fitting if place[:-1] not in refused})


def quick_validator(schema: dict[str, Any]) -> Any:
    """Return the validator of jsonschema-rs for a schema."""
    # Importing it takes time that only a run that validates should pay.
    from jsonschema_rs import validator_for

    # Formats are no rule in the schema of OpenAPI; jsonschema does not check them either.
    return validator_for(schema, validate_formats=False)


def _pieces(data: dict[str, Any]) -> Iterator[_Place]:
    """Yield the keys of each path item, webhook and component: `("paths", "/pets")`."""
    for section in ("paths", "webhooks"):
        for name in members(data.get(section)):
            yield section, name
    for section, named in members(data.get("components")).items():
        for name in members(named):
            yield "components", section, name


def _without(data: dict[str, Any], places: Collection[_Place]) -> dict[str, Any]:
    """Return the data of a document without some pieces."""
    rest = dict(data)
    for place in places:
        *above, name = place
        # Each mapping around removed pieces is copied once, at the first of them.
        holder, original = rest, data
        for key in above:
            if holder[key] is original[key]:
                holder[key] = dict(original[key])
            holder, original = holder[key], original[key]
        del holder[name]
    return rest
