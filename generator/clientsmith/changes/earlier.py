"""The names of arguments, fields and constants that the client on disk has."""

from __future__ import annotations

from ..analyze import argument_keys, constant_key, field_key, variable_key
from ..identifiers.lock import NameLock
from ..ir import Api
from .record import ClientOnDisk


def earlier_names(on_disk: ClientOnDisk) -> NameLock:
    """Return the names that the client on disk has, in the form of a lock.

    It is empty where there is no record, or none that can be read.
    """
    try:
        side = on_disk.side
    except (ValueError, LookupError):
        return NameLock()
    return NameLock() if side is None else names_of(side.api)


def names_of(api: Api) -> NameLock:
    """Return the names of all arguments, fields and constants of an API, in the form of a lock."""
    arguments = {variable_key(each.wire): each.argument for each in api.variables}
    for operation in api.operations():
        pointer = operation.pointer
        if operation.is_variant:
            # The pointer of a variant has its suffix behind that of the operation.
            pointer = pointer.rpartition("/")[0]
        keys = argument_keys(pointer, operation.arguments)
        for key, item in zip(keys, operation.arguments, strict=True):
            arguments.setdefault(key, item.name)
    shapes = (*api.models, *api.params)
    return NameLock(
        arguments=arguments,
        fields={
            field_key(shape.pointer, field.wire): field.name
            for shape in shapes
            for field in shape.fields
        },
        constants={
            constant_key(shape.pointer, constant.value): constant.name
            for shape in shapes
            for constant in shape.constants
        },
    )
