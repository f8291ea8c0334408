from collections.abc import Sequence
from typing import Annotated, Required

from typing_extensions import TypedDict

from .._runtime.any_of import AnyOf
from .._runtime.model_arguments import OrModel
from .contact_call import ContactCall
from .contact_mail import ContactMail


class CreateContactParams(TypedDict, total=False):
    id: Required[str]
    contact: OrModel[Annotated[ContactMail | ContactCall, AnyOf()]] | str | None
    others: Sequence[OrModel[Annotated[ContactMail | ContactCall, AnyOf()]]]
