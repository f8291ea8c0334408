"""The page classes of paginated calls, in a module of `models/`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..annotations import Import, for_item
from ..values import Code, Doc, Literal, Name
from .shape_modules import PageClass


@dataclass(frozen=True, slots=True)
class PageView:
    """The page classes of a paginated call; `answer` and `items` are empty for a bare list."""

    page: Name
    async_page: Name
    answer: tuple[Name, ...]
    base: Code
    async_base: Code
    item: Code
    items: tuple[Literal, ...]
    doc: Doc


def _bases(page: PageClass) -> tuple[str, str, str]:
    """Return the module of the runtime with the base classes of a page, and their names."""
    return (
        ("pagination", "Page", "AsyncPage")
        if page.answer
        else ("list_pages", "ListPage", "AsyncListPage")
    )


def page_imports(page: PageClass, taken: Collection[str]) -> set[Import]:
    home, *bases = _bases(page)
    if not set(bases).isdisjoint(taken):
        # A model of the document is called like what pages are made of.
        return {(".._runtime", home)}
    return {(f".._runtime.{home}", base) for base in bases}


def page_view(page: PageClass, taken: Collection[str]) -> PageView:
    name = page.pagination.page
    home, *bases = _bases(page)
    prefix = "" if set(bases).isdisjoint(taken) else f"{home}."
    base, async_base = (Code(prefix + Name(each).source) for each in bases)
    return PageView(
        page=Name(name),
        async_page=Name(f"Async{name}"),
        answer=tuple(map(Name, page.answer)),
        base=base,
        async_base=async_base,
        item=for_item(page.pagination.item).code,
        items=(Literal(".".join(items)),) if (items := page.pagination.items) else (),
        doc=Doc(f"A page of `{page.call}`.", 4),
    )
