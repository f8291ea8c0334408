from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class ProblemMoreInfo(Model):
    help_url: Annotated[str | None, Field(alias="helpUrl")] = None


class Problem(Model):
    error_code: Annotated[str | None, Field(alias="errorCode")] = None
    more_info: Annotated[ProblemMoreInfo | None, Field(alias="moreInfo")] = None
