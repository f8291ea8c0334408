"""URL-encoded request bodies (`application/x-www-form-urlencoded`)."""

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from types import NoneType
from typing import Any, cast

from .errors import RequestValidationError
from .omitted import Omit
from .operation import Location
from .plain_data import as_plain, is_dict, is_list
from .request import Draft, Pair, quoted, quoted_name, scalar


@dataclass(frozen=True)
class FormBody:
    """A form of the arguments, or of the one `argument`; `names` has the fields called otherwise.

    `styles` has the fields with a style or media type of their own, by their names in the form. One
    that is not `required` is left out if no field is passed.
    """

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    _: KW_ONLY
    argument: str = ""
    styles: Mapping[str, Location] = field(default_factory=dict[str, Location])
    required: bool = True
    media_type: str = "application/x-www-form-urlencoded"

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if not (fields or draft.extra or self.required):
            return
        form = Draft(draft.arrays, None)
        form.encode = draft.encode
        for name, value in fields_of(draft, fields, self.names, self.argument):
            if place := self.styles.get(name):
                place.write(form, value)
            else:
                form.add_pairs(_pairs(draft, name, value))
        text = "&".join([text for group in form.query.values() for text in group])
        draft.add_content(text.encode(), self.media_type, len(text))


def fields_of(
    draft: Draft, fields: dict[str, object], names: Mapping[str, str], argument: str
) -> Iterator[tuple[str, object]]:
    """Return the fields of a form by their names in it. Nulls are left out: a form has none."""
    given: Any = fields
    if argument:
        given = fields.get(argument, {})
        # Only the top level: a tuple below it may be a file.
        given = dict(cast(Any, given)) if isinstance(given, Mapping) else as_plain(given)
        if not is_dict(given):
            raise RequestValidationError(f"`{argument}` takes an object, not {given!r:.60}")
    named: dict[str, object] = {names.get(name, name): value for name, value in given.items()}
    named |= draft.extra or {}
    return (pair for pair in named.items() if not isinstance(pair[1], (Omit, NoneType)))


def _pairs(draft: Draft, name: str, value: object) -> Iterator[Pair]:
    """Yield the items of a list under one name, objects as JSON (OpenAPI, 4.8.15.2)."""
    value = as_plain(value)
    for item in value if is_list(value) else [value]:
        if item is not None:
            is_plain = not (is_dict(item) or is_list(item))
            yield quoted_name(name), quoted(
                scalar(item) if is_plain else draft.encode(item).decode()
            )
