from typing import Annotated, TypeAlias

from .._runtime.models import Model
from .._runtime.tagged import TaggedBy
from .crate import Crate


class Thing(Model):
    kind: str


AnyThing: TypeAlias = Annotated[
    Crate | Thing, TaggedBy("kind", {"Crate": Crate, "Thing": Thing}, Thing)
]
