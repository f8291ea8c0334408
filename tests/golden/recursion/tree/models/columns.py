from typing_extensions import TypeAliasType

Rows = TypeAliasType("Rows", "list[Columns]")


Columns = TypeAliasType("Columns", "dict[str, Rows]")
