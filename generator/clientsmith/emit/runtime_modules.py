"""Which optional modules of the runtime a client needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ir import (
    Among,
    Api,
    Choice,
    ClientCredentials,
    ListOf,
    MapOf,
    Operation,
    Scalar,
    Security,
    Shape,
    TupleOf,
    TypeRef,
    Union,
)
from ..ir.graph import every_type, types_of
from .bundled import FORMAT_MODULES
from .operation_modules import modules_of_operation, modules_of_pagination, modules_of_response

_ENCODED = frozenset({"byte", "decimal", "duration"})
_MOMENTS = frozenset({"date", "date-time", "time"})


def runtime_modules(api: Api) -> frozenset[str]:
    """Return the optional modules (`bundled.OPTIONAL`) that the client of `api` uses."""
    resources = api.walk()
    operations = tuple(each for one in resources for each in (*one.operations, *one.aliases))
    webhooks = api.webhooks
    answered = [type_ for operation in operations for type_ in _received(operation)]
    if webhooks is not None:
        answered.append(webhooks.payload)
    return frozenset(
        (
            *(module for operation in operations for module in _of_operation(operation)),
            *_of_answers(answered, api.models),
            *_of_requests(api.params),
            *_of_security(api.security),
            *_of_old_names(api),
            *(["servers.py"] if api.variables else []),
            *(["utc.py"] if api.naive_datetimes == "utc" else []),
            *(["webhooks.py"] if webhooks is not None else []),
            *(["number_parsing.py"] if webhooks is not None and webhooks.loads_decimals else []),
        )
    )


def _received(operation: Operation) -> Iterator[TypeRef]:
    yield from operation.response.types
    yield from (type_ for _, type_ in operation.errors)


def _of_operation(operation: Operation) -> Iterator[str]:
    modules = modules_of_operation(operation) | modules_of_response(operation.response)
    if operation.pagination is not None:
        modules |= modules_of_pagination(operation.pagination)
    if operation.switch is not None:
        modules |= {"switches"}
    yield from (f"{module}.py" for module in modules)


def _of_old_names(api: Api) -> Iterator[str]:
    """Yield what old names take, but for those of the arguments of calls."""
    if any(shape.renamed for shape in api.models):
        yield "deprecation.py"
    if any(shape.constants and (shape.renamed or shape.removed) for shape in api.models):
        yield from ("old_constants.py", "old_names.py", "deprecation.py")
    if api.renamed_options or api.removed_options:
        yield from ("old_options.py", "old_arguments.py", "deprecation.py")
    if api.security is not None and api.security.has_old_variables:
        yield from ("old_variables.py", "deprecation.py")
    if any(api.renamed_classes.values()) or any(api.removed_classes.values()):
        yield from ("old_exports.py", "old_names.py", "deprecation.py")
    owners = (api, *api.walk(), *api.models)
    if any(owner.removed for owner in owners):
        yield "old_names.py"


def _of_security(security: Security | None) -> Iterator[str]:
    if security is not None and security.bearer is None:
        yield "security.py"
        if any(isinstance(each, ClientCredentials) for each in security.credentials):
            yield "oauth.py"


def _of_answers(types: Iterable[TypeRef], models: Iterable[Shape]) -> Iterator[str]:
    """Yield the modules that read values of these types, and of the types in `models`.

    A `date-time` takes `datetimes.py`; a union with a discriminator takes `tagged.py`.
    """
    models = list(models)
    for part in every_type((*types, *types_of(models))):
        yield from _of_type(part)
        if isinstance(part, Union) and part.tags:
            yield "tagged.py"
        if isinstance(part, Union) and part.by_enums:
            yield "enum_unions.py"
        if isinstance(part, Choice) and part.is_free:
            yield "suggestions.py"
        if isinstance(part, Scalar | ListOf | MapOf | TupleOf) and part.is_untyped:
            yield "untyped.py"
        if isinstance(part, Scalar) and part.has_own_encoding:
            yield "number_decoding.py"
        if isinstance(part, Scalar) and part.kind == "string" and part.format in _MOMENTS:
            yield "datetimes.py"
        if isinstance(part, Scalar) and part.may_be_text:
            yield "numeric_strings.py"
    if any(shape.extra is not None for shape in models):
        yield "open_models.py"
    if any(shape.deferred for shape in models):
        yield "deferred.py"


def _of_requests(params: Iterable[Shape]) -> Iterator[str]:
    """Yield what checking values of these shapes takes."""
    params = list(params)
    if any(shape.deferred for shape in params):
        yield "deferred.py"
    for part in every_type(types_of(params)):
        yield from _of_type(part)
        if isinstance(part, Scalar) and part.kind == "string" and part.format in FORMAT_MODULES:
            yield f"{FORMAT_MODULES[part.format]}.py"
        if isinstance(part, Scalar) and part.has_own_encoding:
            yield "number_encoding.py"
        if isinstance(part, Scalar) and any(each.regex for each in part.limits.patterns):
            yield "patterns.py"
        if isinstance(part, Union) and part.mixes:
            yield "any_of.py"
        if isinstance(part, ListOf) and part.limits.unique_items:
            yield "uniqueness.py"
        if isinstance(part, Among) or (isinstance(part, Choice) and part.has_fractions):
            yield "fractions.py"


def _of_type(type_: TypeRef) -> Iterator[str]:
    match type_:
        case Scalar(kind="string", format=form) if form in _ENCODED:
            yield "encodings.py"
        case TupleOf():
            yield "tuples.py"
        case _:
            return
