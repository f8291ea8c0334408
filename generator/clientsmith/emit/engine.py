"""`Api` → the fields of its models as Python, through datamodel-code-generator.

The engine is given a JSON Schema made anew from the IR, without one key or text of the document, so
that nothing in a document can steer it. It is given each type once: 6,702 fields of a large API
have 89 types when names of shapes and values of enums are replaced by placeholders. What it prints
is read back as a syntax tree, class by class.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ..diagnostics import ClientsmithError, Diagnostic
from ..ir import (
    Among,
    Anything,
    Choice,
    Field,
    JsonScalar,
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
# Names of our own: the engine renames a class that is called like something it imports.
_PRINTED = "ThePrinted"
_MENTIONED = "TheMentioned"
_TEXT = "TheText"

# A name that tells the engine nothing, for a field that is printed alone.
_FIELD = "plain"

_known: dict[str, ModelFields] = {}
"""What the engine printed for each definition. Placeholders of `verify` have the same ones."""


def model_fields(shapes: Sequence[Shape]) -> dict[str, ModelFields]:
    """Return the fields of each shape, by the shape's name, in the order of the shape's own fields.

    They are the same whichever other shapes are printed with it.
    """
    classes = {shape.name: _classes(shape) for shape in shapes}
    new = {each.definition for group in classes.values() for each in group}.difference(_known)
    if new:
        _known.update(_printed(sorted(new)))
    return {shape.name: _fields_of(shape, classes[shape.name]) for shape in shapes}


def _classes(shape: Shape) -> list[_Class]:
    """Return what the engine prints for a shape: a class for each field, or one for all.

    A field's name matters where the engine changes it (`copy` becomes `copy_`, since pydantic's
    models have a method of that name), or where it hides a type that the class mentions (of `list:
    list[str]` and `tags: list[str]` the last becomes `tags: list_aliased[str]`).
    """
    if any(not _is_plain(field.name) for field in shape.fields):
        return [_Class(shape.fields)]
    return [_Class([replace(field, name=_FIELD)]) for field in shape.fields]


def _is_plain(name: str) -> bool:
    return (
        name.isascii()
        and not name.startswith(("_", "model_", "The"))
        and name not in _names_that_matter()
    )


@cache
def _names_that_matter() -> frozenset[str]:
    from pydantic import BaseModel

    types = ("str", "int", "float", "bool", "list", "dict", "None", "Any", "Literal")
    return frozenset((*types, *dir(BaseModel)))


def _fields_of(shape: Shape, classes: Sequence[_Class]) -> ModelFields:
    printed = [each.with_names(_known[each.definition]) for each in classes]
    fields = [field for each in printed for field in each.fields]
    if len(classes) == len(fields):
        pairs = zip(fields, shape.fields, strict=True)
        fields = [
            own if own.name != _FIELD else ModelField(field.name, own.annotation)
            for own, field in pairs
        ]
    imports = {pair for each in printed for pair in each.imports}
    return ModelFields(tuple(fields), tuple(sorted(imports)))


class _Class:
    """A class as the engine gets it, with numbered placeholders for shapes and enum values."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._mentioned: dict[str, str] = {}
        self._texts: dict[tuple[str, ...], str] = {}
        schema = {
            "type": "object",
            "properties": {field.name: self._schema(field.type) for field in fields},
            "required": [field.name for field in fields if field.required],
        }
        self.definition = json.dumps(schema)
        """JSON Schema."""

    def with_names(self, fields: ModelFields) -> ModelFields:
        """Return the printed fields with names and texts in the place of their numbers."""
        if not self._mentioned and not self._texts:
            return fields
        names = {number: name for name, number in self._mentioned.items()}
        texts = {number: values for values, number in self._texts.items()}

        def named(found: re.Match[str]) -> str:
            if not found[1]:
                return names[found[0]]
            return ", ".join(Literal(text).source for text in texts[found[1]])

        return ModelFields(
            tuple(
                ModelField(field.name, _NUMBERED.sub(named, field.annotation))
                for field in fields.fields
            ),
            fields.imports,
        )

    def _schema(self, type_: TypeRef) -> dict[str, Any]:
        match type_:
            case Scalar(kind=kind):
                return {"type": kind}
            case Anything() | Upload():
                return {}
            case Choice(values=values, is_const=True):
                return self._enum(values)
            case Choice(values=values):
                # An answer's enum is open: a value that the document does not know yet is no fault.
                return {"anyOf": [self._enum(values), *_kinds(values)]}
            case Among(type=inner):
                return self._schema(inner)
            case ListOf(items=items):
                return {"type": "array", "items": self._schema(items)}
            case MapOf(values=values):
                return {"type": "object", "additionalProperties": self._schema(values)}
            case Ref(name=name):
                number = self._mentioned.setdefault(name, f"{_MENTIONED}{len(self._mentioned)}")
                return {"$ref": f"#/$defs/{number}"}
            case TupleOf():
                # It has a form of its own, which is printed in place of this.
                return {"type": "string"}
            case Union(members=members):
                return {"anyOf": [self._schema(member) for member in members]}

    def _enum(self, values: Sequence[JsonScalar]) -> dict[str, Any]:
        texts = tuple(value for value in values if isinstance(value, str))
        if texts and len(texts) == len(values):
            # One number stands for all of them, so that enums of any length are one type.
            return {"enum": [self._number(texts)]}
        return {
            "enum": [
                self._number((value,)) if isinstance(value, str) else value for value in values
            ]
        }

    def _number(self, texts: tuple[str, ...]) -> str:
        return self._texts.setdefault(texts, f"{_TEXT}{len(self._texts)}")


_NUMBERED = re.compile(rf'"({_TEXT}[0-9]+)"|\b{_MENTIONED}[0-9]+\b')


def _printed(definitions: Sequence[str]) -> dict[str, ModelFields]:
    """Return the fields that the engine prints for each definition."""
    mentioned = {
        name for each in definitions for name in re.findall(rf"\b{_MENTIONED}[0-9]+", each)
    }
    named = {f"{_PRINTED}{number}": each for number, each in enumerate(definitions)}
    schemas = {name: _ELSEWHERE for name in sorted(mentioned)}
    schemas |= {name: json.loads(definition) for name, definition in named.items()}
    tree = ast.parse(_print({"$defs": schemas}))
    imports = {
        alias.asname or alias.name: (node.module or "", _imported(alias))
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    if not classes.keys() >= named.keys():
        raise _unexpected()
    return {
        definition: _read(list(schemas[name]["properties"]), classes[name], imports)
        for name, definition in named.items()
    }


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
        raise _unexpected()
    return printed


def _kinds(values: Sequence[object]) -> list[dict[str, Any]]:
    kinds: dict[type, str] = {bool: "boolean", int: "integer", str: "string"}
    found = dict.fromkeys(kinds[type(value)] for value in values if type(value) in kinds)
    return [{"type": kind} for kind in found]


def _read(
    names: Sequence[str], node: ast.ClassDef, imports: dict[str, tuple[str, str]]
) -> ModelFields:
    printed = [item for item in node.body if isinstance(item, ast.AnnAssign)]
    if len(printed) != len(names):
        raise _unexpected()
    fields: list[ModelField] = []
    used: set[tuple[str, str]] = set()
    for item in printed:
        if not isinstance(item.target, ast.Name):
            raise _unexpected()
        fields.append(ModelField(item.target.id, _in_black_quotes(ast.unparse(item.annotation))))
        for part in ast.walk(item.annotation):
            if isinstance(part, ast.Name) and part.id in imports:
                used.add(imports[part.id])
    return ModelFields(tuple(fields), tuple(sorted(used)))


def _in_black_quotes(source: str) -> str:
    """Return an expression with its strings, which are placeholders, in double quotes."""
    return source.replace("'", '"')


def _imported(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def _unexpected() -> ClientsmithError:
    message = "datamodel-code-generator printed the models in a form that is not expected"
    hint = "install the version that clientsmith pins"
    return ClientsmithError((Diagnostic("models-unexpected", "error", message, None, hint),))
