from typing import Annotated, TypeAlias

from .._runtime.tagged import TaggedBy
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[Cat | Dog, TaggedBy("kind", {"cat": Cat, "dog": Dog})]
