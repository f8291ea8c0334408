from typing import Literal

from .._runtime.models import Model


class SoundSound(Model):
    horn: Literal["low", "high"] | str | None = None
    radio: bool | None = None


class Sound(Model):
    sound: SoundSound | None = None
