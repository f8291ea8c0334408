"""`webhooks.py`."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Webhooks
from ..annotations import for_response
from ..imports import statements
from ..values import Code, Literal
from .security import as_tuple


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """`webhooks.py`: the union of all payloads, and each by the value that selects it."""

    imports: tuple[Code, ...]
    typing_imports: tuple[Code, ...]
    payload: Code
    variable: Literal
    path: tuple[Code, ...]
    tags: tuple[Code, ...]
    options: tuple[Code, ...]


def webhooks_view(api: Api, webhooks: Webhooks) -> WebhooksView:
    """Return the view of `webhooks.py`."""
    payload = for_response(webhooks.payload)
    path = as_tuple(Literal(name).source for name in webhooks.path)
    return WebhooksView(
        imports=statements(
            {
                ("collections.abc", "Mapping"),
                *((module.replace("..", ".", 1), name) for module, name in payload.imports),
                ("._runtime.webhooks", "Receiver"),
                (".", "models"),
                *([("._runtime", "number_parsing")] if webhooks.loads_decimals else []),
            }
        ),
        typing_imports=statements({("._runtime.models", "Model")}),
        payload=payload.code,
        variable=Literal(f"{api.environment}_WEBHOOK_SECRET"),
        path=(Code(path),) if webhooks.path else (),
        tags=tuple(
            Code(f"{Literal(tag).source}: lambda: {for_response(type_).code.source}")
            for tag, type_ in webhooks.tags
        ),
        options=(
            *([Code(f"header={Literal(webhooks.header).source}")] if webhooks.header else []),
            *([Code("loads=number_parsing.loads")] if webhooks.loads_decimals else []),
        ),
    )
