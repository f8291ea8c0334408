from typing import TypeAlias

from .bird import Bird
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Cat | Dog | Bird
"""A pet of some kind."""
