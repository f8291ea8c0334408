"""Keys, tables and strings as TOML writes them, for messages that say what to add to a file."""

from __future__ import annotations

import json
import re

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def dotted(*parts: str) -> str:
    """Return a key of TOML, its parts in quotes where they need them: `targets."my pets".types`."""
    return ".".join(part if _BARE.fullmatch(part) else quoted(part) for part in parts)


def quoted(text: str) -> str:
    """Return a basic string of TOML, which is one of JSON but for the character 0x7F."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
