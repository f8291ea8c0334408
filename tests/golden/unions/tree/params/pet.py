from typing import TypeAlias

from .._runtime.model_arguments import OrModel
from .bird import Bird
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = OrModel[Cat | Dog | Bird]
"""A pet of some kind."""
