from typing import Annotated

from .._runtime.datetimes import AsDate
from .._runtime.models import Model
from .._runtime.tagged import TaggedBy
from .firm import Firm
from .person import Person
from .pet import Pet


class HomePriceFixed(Model):
    currency: str
    amount: int


class HomePriceRange(Model):
    currency: str
    low: int | None = None
    high: int | None = None


class Home(Model):
    __nullable__ = ("owner", "pet", "size")
    id: str
    owner: (
        Annotated[
            Person | Firm, TaggedBy("type", {"person": Person, "firm": Firm, "charity": Firm})
        ]
        | None
    ) = None
    """Told apart by a constant, null where nobody owns it."""
    pet: Pet | None = None
    size: int | AsDate | None = None
    price: HomePriceFixed | HomePriceRange | None = None
    """Properties beside a union belong to each of its members."""
    contact: Person | str | None = None
    only: Person | None = None
