"""Types that are imported when a value of theirs is validated.

They break chains of schemas that are longer than Python's stack.
"""

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError, SchemaValidator, core_schema

from .checking import closed
from .drift import validator
from .models import ANSWER


class _DeferredType:
    """A marker of a place whose values are of the type called `name`."""

    def __init__(self, package: str, module: str, name: str) -> None:
        self._place = package, module, name

    @cached_property
    def target(self) -> Any:
        package, module, name = self._place
        return getattr(import_module(module, package), name)

    @cached_property
    def validate(self) -> Callable[..., Any]:
        return validator(self.target).validate_python

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self._checked)

    def _checked(self, value: Any, info: ValidationInfo) -> Any:
        try:
            is_answer = info.context is ANSWER
            return self.validate(value, context=info.context, by_name=not is_answer)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            place = ".".join(map(str, first["loc"]))
            said = {"place": place, "said": first["msg"]}
            raise PydanticCustomError("inside", "{said} (at {place})", said) from None


class _DeferredParams(_DeferredType):
    @cached_property
    def validate(self) -> Callable[..., Any]:
        check = SchemaValidator(closed(TypeAdapter(self.target).core_schema)).validate_python
        return partial(check, strict=True)


def deferred_model(package: str, module: str, name: str) -> Any:
    return Annotated[Any, _DeferredType(package, module, name)]


def deferred_params(package: str, module: str, name: str) -> Any:
    return Annotated[Any, _DeferredParams(package, module, name)]
