from .._runtime.models import Model


class Message(Model):
    text: str
