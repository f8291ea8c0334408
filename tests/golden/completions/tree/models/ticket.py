from .._runtime.models import Model


class Ticket(Model):
    ticket: str
