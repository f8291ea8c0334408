"""Which shapes and page classes are in each module of `models/` and `params/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...ir import Api, Pagination, Ref, Shape, TypeRef
from ...ir.graph import refs, refs_of
from ..values import Code
from .module_map import module_of


@dataclass(frozen=True, slots=True)
class PageClass:
    """The page classes of a paginated call.

    `answer` names the model of a page; it is empty where the answer is a bare list.
    """

    call: str
    pagination: Pagination
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShapesModule:
    """A module of `models/` or `params/`: its shapes and page classes.

    `homes` has the module of each class that these mention and that is in another module.
    """

    shapes: tuple[Shape, ...]
    homes: tuple[tuple[str, Code], ...]
    pages: tuple[PageClass, ...] = ()


def models_modules(api: Api, module: Mapping[str, str]) -> dict[str, ShapesModule]:
    """Return the content of each module of `models/`; `module` has the module of each class."""
    parts = shapes_modules(api, api.models, module, for_params=False)
    for operation in api.operations():
        pagination, answer = operation.pagination, operation.response.type
        if pagination is None:
            continue
        place = module[pagination.page]
        page = PageClass(operation.call, pagination, _answer(answer))
        names = {*refs(pagination.item), *page.answer}
        homes = _homes_of(api, names, module, place, for_params=False)
        part = parts.get(place, ShapesModule((), ()))
        homes = tuple(sorted({*part.homes, *homes}, key=lambda home: home[0]))
        parts[place] = replace(part, homes=homes, pages=(*part.pages, page))
    return dict(sorted(parts.items()))


def shapes_modules(
    api: Api, shapes: Sequence[Shape], module: Mapping[str, str], *, for_params: bool
) -> dict[str, ShapesModule]:
    """Return the content of each module of these shapes; `module` has the module of each."""
    inside: dict[str, list[Shape]] = {}
    for shape in shapes:
        inside.setdefault(module[shape.name], []).append(shape)
    parts: dict[str, ShapesModule] = {}
    for place, members in sorted(inside.items()):
        names = {name for shape in members for name in refs_of(shape)}
        homes = _homes_of(api, names, module, place, for_params=for_params)
        parts[place] = ShapesModule(tuple(members), homes)
    return parts


def _homes_of(
    api: Api, names: Iterable[str], module: Mapping[str, str], place: str, *, for_params: bool
) -> tuple[tuple[str, Code], ...]:
    # Inside of its own module the generated class stands, which the user's is made from.
    return tuple(
        (name, Code(module_of(api, name, f".{module[name]}", ".._custom", for_params=for_params)))
        for name in sorted(names)
        if module[name] != place
    )


def _answer(type_: TypeRef | None) -> tuple[str, ...]:
    return (type_.name,) if isinstance(type_, Ref) else ()
