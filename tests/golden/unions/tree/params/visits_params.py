from typing import Required

from typing_extensions import TypedDict

from .guest import AnyVisitor


class CreateVisitParams(TypedDict, total=False):
    body: Required[AnyVisitor]
