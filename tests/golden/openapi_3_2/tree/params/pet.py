from typing import TypeAlias

from .._runtime.model_arguments import OrModel
from .cat import Cat
from .dog import Dog
from .other import Other

Pet: TypeAlias = OrModel[Cat | Dog | Other]
