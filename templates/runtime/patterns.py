"""Request strings with a `pattern` (JSON Schema Validation, 6.3.3)."""

from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, SchemaError, SchemaValidator, core_schema


@dataclass(frozen=True)
class Matches:
    """A marker of a type of text in which `regex` matches somewhere.

    `shown` is the document's own pattern for messages, if it differs; empty if it is too long.
    """

    regex: str
    shown: str | None = None

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        shown = self.regex if self.shown is None else self.shown
        said = f"text that matches `{shown}`" if shown else "text that matches its pattern"
        fits = core_schema.str_schema(pattern=self.regex, regex_engine="rust-regex")
        check = core_schema.custom_error_schema(
            fits, "pattern", custom_error_message="{said}", custom_error_context={"said": said}
        )
        try:
            SchemaValidator(check)
        except SchemaError:
            # Another version of the engine may not support it.
            return handler(source)
        return core_schema.chain_schema([handler(source), check])
