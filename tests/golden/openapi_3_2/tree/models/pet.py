from typing import Annotated, TypeAlias

from .._runtime.tagged import TaggedBy
from .cat import Cat
from .dog import Dog
from .other import Other

Pet: TypeAlias = Annotated[
    Cat | Dog | Other,
    TaggedBy("kind", {"cat": Cat, "Dog": Dog, "Other": Other}, Other, reports=False),
]
