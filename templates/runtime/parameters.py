"""Locations of arguments that few APIs have: headers, cookies, a body that is one argument."""

from collections.abc import Iterable
from dataclasses import dataclass

from .operation import Parameter
from .request import Draft, joined


class Header(Parameter):
    def write(self, draft: Draft, value: object) -> None:
        draft.headers[self.name] = joined(value, str)


class Cookie(Parameter):
    def write(self, draft: Draft, value: object) -> None:
        add_cookies(draft, [f"{self.name}={joined(value)}"])


def add_cookies(draft: Draft, texts: Iterable[str]) -> None:
    """Write the texts of cookies in one header, as they all are (RFC 6265, 4.2.1)."""
    before = [str(draft.headers["Cookie"])] if "Cookie" in draft.headers else []
    draft.headers["Cookie"] = "; ".join([*before, *texts])


@dataclass(frozen=True)
class WholeJsonBody:
    argument: str
    media_type: str = "application/json"

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if fields or draft.extra:
            draft.add_json(fields.get(self.argument, {}), self.media_type)
