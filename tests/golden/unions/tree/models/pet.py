from typing import Annotated, TypeAlias

from .._runtime.tagged import TaggedBy
from .bird import Bird
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[
    Cat | Dog | Bird, TaggedBy("kind", {"cat": Cat, "kitten": Cat, "dog": Dog, "Bird": Bird})
]
"""A pet of some kind."""
