from collections.abc import Mapping, Sequence

from typing_extensions import TypeAliasType

Rows = TypeAliasType("Rows", "Sequence[Columns]")

Columns = TypeAliasType("Columns", "Mapping[str, Rows]")
