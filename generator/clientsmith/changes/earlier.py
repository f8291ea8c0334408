"""The names of arguments, fields and constants that the client on disk has."""

from __future__ import annotations

from ..analyze import argument_keys, constant_key, field_key, variable_key
from ..config import Target
from ..ir import Api
from ..name_lock import NameLock
from .record import read_record


def earlier_names(target: Target) -> NameLock:
    """Return the names of the client that the record of a target is of, in the form of a lock.

    It is empty where there is no record, or none that can be read.
    """
    record, _ = read_record(target)
    if record is None:
        return NameLock()
    try:
        return names_of(record.side(target.document).api)
    except (ValueError, LookupError):
        return NameLock()


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
