from typing import TypeAlias

from .cat import Cat
from .dog import Dog
from .other import Other

Pet: TypeAlias = Cat | Dog | Other
