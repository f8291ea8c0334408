"""A body that is sent as it is given."""

from dataclasses import dataclass

from .errors import RequestValidationError
from .request import Draft


@dataclass(frozen=True)
class RawBody:
    """One argument, `bytes` or `str`, sent as it is."""

    argument: str
    media_type: str

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if draft.extra:
            raise RequestValidationError("extra_body can only be added to an object")
        if fields:
            data = fields[self.argument]
            if not isinstance(data, (bytes, bytearray, str)):
                raise RequestValidationError(
                    f"`{self.argument}` takes bytes or str, not {data!r:.60}"
                )
            draft.content = data.encode() if isinstance(data, str) else bytes(data)
            draft.content_type = self.media_type
