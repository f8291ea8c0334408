from collections.abc import Sequence
from typing import Annotated, Required

from typing_extensions import TypedDict

from .._runtime.given import OrModel
from .._runtime.mixing import AnyOf
from .contact_call import ContactCall
from .contact_mail import ContactMail


class CreateContactParams(TypedDict, total=False):
    id: Required[str]
    contact: OrModel[Annotated[ContactMail | ContactCall, AnyOf()]] | str | None
    others: Sequence[OrModel[Annotated[ContactMail | ContactCall, AnyOf()]]]
