"""Places of arguments that not every API has: headers, cookies, and a body that is one argument."""

from dataclasses import dataclass

from .operation import Parameter
from .request import Draft, joined


class Header(Parameter):
    def write(self, draft: Draft, value: object) -> None:
        draft.headers[self.name] = joined(value, str)


class Cookie(Parameter):
    def write(self, draft: Draft, value: object) -> None:
        draft.cookies.append(f"{self.name}={joined(value)}")


@dataclass(frozen=True)
class WholeJsonBody:
    argument: str
    media_type: str = "application/json"

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if fields or draft.extra:
            draft.add_json(fields.get(self.argument, {}), self.media_type)
