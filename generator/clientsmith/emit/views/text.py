"""Small turns of phrase that several views share."""

from __future__ import annotations

from ...ir import Api, ListOf, Scalar, TypeRef, Union


def inline_code(text: str) -> str:
    return "".join(char for char in text if char.isprintable() and char not in "`<>")


def package_title(api: Api) -> str:
    return f"A typed client of the {api.title or api.package}."


def with_article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} `{name}`"


def patterns_doc(type_: TypeRef) -> list[str]:
    """Return the regular expressions of a text, or of the texts of a list, in words."""
    match type_:
        case Scalar(kind="string", limits=limits):
            return [f"matches `{each.source}`" for each in limits.patterns if each.source]
        case ListOf(items=Scalar() as items):
            return [f"each {text}" for text in patterns_doc(items)]
        case Union(members=members):
            texts = [text for member in members for text in patterns_doc(member)]
            return [" or ".join(texts)] if texts else []
        case _:
            return []
