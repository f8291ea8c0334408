"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .all import All as All, Rule as Rule
    from .columns import Columns as Columns, Rows as Rows
    from .comparison import Comparison as Comparison
    from .compound_filter import CompoundFilter as CompoundFilter
    from .equals import Equals as Equals
    from .json_value import JsonValue as JsonValue
    from .leaf import CreateNodeParams as CreateNodeParams, Leaf as Leaf, Node as Node
    from .values_params import PutValueParams as PutValueParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".all": "All Rule",
        ".columns": "Columns Rows",
        ".comparison": "Comparison",
        ".compound_filter": "CompoundFilter",
        ".equals": "Equals",
        ".json_value": "JsonValue",
        ".leaf": "CreateNodeParams Leaf Node",
        ".values_params": "PutValueParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
