from .._runtime.models import Model


class ChatChunk(Model):
    delta: str
