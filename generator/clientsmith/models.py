"""`Api` → the fields of its models as Python, through datamodel-code-generator.

The engine is given a JSON Schema made anew from the IR: names, types and enum values, and not one
other key or text of the document, so nothing in a document can steer it. What it prints is read
back as a syntax tree, class by class.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .diagnostics import ClientsmithError, Diagnostic
from .ir import (
    Among,
    Anything,
    Choice,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    Shape,
    TupleOf,
    TypeRef,
    Union,
    Upload,
)
from .modules import refs_of
from .values import Literal


@dataclass(frozen=True, slots=True)
class ModelField:
    """A field as the engine prints it: `name: annotation`."""

    name: str
    annotation: str


@dataclass(frozen=True, slots=True)
class ModelFields:
    """The fields of one model, and `from module import name` for each name that they use."""

    fields: tuple[ModelField, ...]
    imports: tuple[tuple[str, str], ...]


_BASE = "clientsmith_runtime.Model"

# What stands for a shape that is mentioned and not printed: a class, like every shape.
_ELSEWHERE: dict[str, Any] = {"type": "object", "properties": {"elsewhere": {"type": "string"}}}


def model_fields(shapes: Sequence[Shape]) -> dict[str, ModelFields]:
    """The fields of each shape, by the shape's name, in the order of the shape's own fields.

    They are the same whichever other shapes are printed with it.
    """
    if not shapes:
        return {}
    # Under names of our own: the engine renames a class that is called like something it imports.
    names: dict[str, str] = {}
    for name in (*(shape.name for shape in shapes), *(n for each in shapes for n in refs_of(each))):
        names.setdefault(name, f"TheShape{len(names)}")
    definitions = {name: _ELSEWHERE for name in names.values()}
    definitions |= {names[shape.name]: _definition(shape, names) for shape in shapes}
    source = _print({"$defs": definitions})
    tree = ast.parse(source)
    imports = {
        alias.asname or alias.name: (node.module or "", _imported(alias))
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    shape_of = {name: original for original, name in names.items()}
    found: dict[str, ModelFields] = {}
    for shape in shapes:
        if names[shape.name] not in classes:
            raise _unexpected(shape.name)
        for part in ast.walk(classes[names[shape.name]]):
            if isinstance(part, ast.Name):
                part.id = shape_of.get(part.id, part.id)
        found[shape.name] = _read(shape, classes[names[shape.name]], imports)
    return found


def _print(schema: dict[str, Any]) -> str:
    # The engine takes 0.3 s to import: only when there is something to print.
    from datamodel_code_generator import InputFileType, LiteralType, generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import DatetimeClassType, PythonVersion

    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        base_class=_BASE,
        enum_field_as_literal=LiteralType.All,
        output_datetime_class=DatetimeClassType.Datetime,
        use_union_operator=True,
        use_standard_collections=True,
        target_python_version=PythonVersion.PY_311,
        disable_timestamp=True,
        formatters=[],
    )
    printed = generate(schema, config=config)
    if not isinstance(printed, str):
        raise _unexpected("the models")
    return printed


def _definition(shape: Shape, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.name: _schema(field.type, names) for field in shape.fields},
        "required": [field.name for field in shape.fields if field.required],
    }


def _schema(type_: TypeRef, names: Mapping[str, str]) -> dict[str, Any]:
    match type_:
        case Scalar(kind="string", format="date-time" | "date" | "time" as form):
            return {"type": "string", "format": form}
        case Scalar(kind=kind):
            return {"type": kind}
        case Anything() | Upload():
            return {}
        case Choice(values=values, is_const=True):
            return {"enum": list(values)}
        case Choice(values=values):
            # An answer's enum is open: a value that the document does not know yet is no fault.
            return {"anyOf": [{"enum": list(values)}, *_kinds(values)]}
        case Among(type=inner):
            return _schema(inner, names)
        case ListOf(items=items):
            return {"type": "array", "items": _schema(items, names)}
        case MapOf(values=values):
            return {"type": "object", "additionalProperties": _schema(values, names)}
        case Ref(name=name):
            return {"$ref": f"#/$defs/{names[name]}"}
        case TupleOf():
            # It has a form of its own, which is printed in place of this.
            return {"type": "string"}
        case Union(members=members):
            return {"anyOf": [_schema(member, names) for member in members]}


def _kinds(values: Sequence[object]) -> list[dict[str, Any]]:
    kinds: dict[type, str] = {bool: "boolean", int: "integer", str: "string"}
    found = dict.fromkeys(kinds[type(value)] for value in values if type(value) in kinds)
    return [{"type": kind} for kind in found]


def _read(shape: Shape, node: ast.ClassDef, imports: dict[str, tuple[str, str]]) -> ModelFields:
    printed = [item for item in node.body if isinstance(item, ast.AnnAssign)]
    if len(printed) != len(shape.fields):
        raise _unexpected(shape.name)
    fields: list[ModelField] = []
    used: set[tuple[str, str]] = set()
    for item in printed:
        if not isinstance(item.target, ast.Name):
            raise _unexpected(shape.name)
        fields.append(ModelField(item.target.id, _source(item.annotation)))
        for part in ast.walk(item.annotation):
            if isinstance(part, ast.Name) and part.id in imports:
                used.add(imports[part.id])
    return ModelFields(tuple(fields), tuple(sorted(used)))


_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")


def _source(node: ast.expr) -> str:
    """An expression, its strings printed as everywhere else."""
    return _STRING.sub(lambda found: Literal(ast.literal_eval(found[0])).source, ast.unparse(node))


def _imported(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def _unexpected(what: str) -> ClientsmithError:
    message = f"datamodel-code-generator printed {what} in a form that is not expected"
    hint = "install the version that clientsmith pins"
    return ClientsmithError((Diagnostic("models-unexpected", "error", message, None, hint),))
