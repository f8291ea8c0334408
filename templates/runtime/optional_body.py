"""Optional request bodies with required fields."""

from .errors import RequestProblem, RequestValidationError
from .operation import Body
from .request import Draft


class OptionalBody:
    """A body that needs the fields of these `names` if it is sent at all."""

    def __init__(self, body: Body, *names: str) -> None:
        self._body, self._names = body, names

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        missing = [name for name in self._names if name not in fields]
        # `extra_body` may have what is missing.
        if fields and missing and draft.is_checked and not draft.extra:
            said = "is required where a body is sent"
            problems = tuple(RequestProblem(name, "missing", said, "") for name in missing)
            lines = ["Cannot send a part of the body:", *map(str, problems)]
            raise RequestValidationError("\n  ".join(lines), problems)
        self._body.write(draft, fields)
