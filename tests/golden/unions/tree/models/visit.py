from .._runtime.models import Model
from .guest import AnyStaff, AnyVisitor


class Visit(Model):
    by: AnyVisitor | None = None
    """Only the base has the discriminator."""
    others: list[AnyVisitor] | None = None
    staff: AnyStaff | None = None
    """Only the base has the discriminator."""
