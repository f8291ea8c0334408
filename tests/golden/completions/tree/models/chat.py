from .._runtime.models import Model


class ChatChoicesItem(Model):
    text: str | None = None


class Chat(Model):
    choices: list[ChatChoicesItem]
