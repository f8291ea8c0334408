from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class Address(Model):
    __nullable__ = ("postCode",)
    __read_only__ = ("added_by",)
    street_name: Annotated[str, Field(alias="streetName")]
    post_code: Annotated[str | None, Field(alias="postCode")] = None
    added_by: Annotated[str | None, Field(alias="addedBy")] = None
