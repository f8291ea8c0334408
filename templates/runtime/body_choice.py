"""Request bodies in one of several media types."""

from collections.abc import Mapping
from dataclasses import dataclass

from .errors import RequestValidationError
from .operation import Body
from .request import Draft


@dataclass(frozen=True)
class ChosenBody:
    """The body in the media type that the argument `kind` names, else in the first."""

    kind: str
    bodies: Mapping[str, Body]

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        chosen = fields.pop(self.kind, next(iter(self.bodies)))
        if not isinstance(chosen, str) or chosen not in self.bodies:
            known = ", ".join(self.bodies)
            raise RequestValidationError(f"`{self.kind}` is one of {known}, not {chosen!r:.60}")
        self.bodies[chosen].write(draft, fields)
