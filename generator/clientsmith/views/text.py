"""Small turns of phrase that several views share."""

from __future__ import annotations

from ..ir import Api


def inline_code(text: str) -> str:
    return "".join(char for char in text if char.isprintable() and char not in "`<>")


def package_title(api: Api) -> str:
    return f"A typed client of the {api.title or api.package}."


def with_article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} `{name}`"
