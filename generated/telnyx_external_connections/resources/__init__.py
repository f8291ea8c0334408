"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .external_connections import (
        AsyncExternalConnections as AsyncExternalConnections,
        ExternalConnections as ExternalConnections,
    )
    from .external_connections_civic_addresses import (
        AsyncExternalConnectionsCivicAddresses as AsyncExternalConnectionsCivicAddresses,
        ExternalConnectionsCivicAddresses as ExternalConnectionsCivicAddresses,
    )
    from .external_connections_log_messages import (
        AsyncExternalConnectionsLogMessages as AsyncExternalConnectionsLogMessages,
        ExternalConnectionsLogMessages as ExternalConnectionsLogMessages,
    )
    from .external_connections_phone_numbers import (
        AsyncExternalConnectionsPhoneNumbers as AsyncExternalConnectionsPhoneNumbers,
        ExternalConnectionsPhoneNumbers as ExternalConnectionsPhoneNumbers,
    )
    from .external_connections_releases import (
        AsyncExternalConnectionsReleases as AsyncExternalConnectionsReleases,
        ExternalConnectionsReleases as ExternalConnectionsReleases,
    )
    from .external_connections_uploads import (
        AsyncExternalConnectionsUploads as AsyncExternalConnectionsUploads,
        ExternalConnectionsUploads as ExternalConnectionsUploads,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".external_connections": "AsyncExternalConnections ExternalConnections",
        ".external_connections_civic_addresses": "AsyncExternalConnectionsCivicAddresses "
        "ExternalConnectionsCivicAddresses",
        ".external_connections_log_messages": "AsyncExternalConnectionsLogMessages "
        "ExternalConnectionsLogMessages",
        ".external_connections_phone_numbers": "AsyncExternalConnectionsPhoneNumbers "
        "ExternalConnectionsPhoneNumbers",
        ".external_connections_releases": "AsyncExternalConnectionsReleases "
        "ExternalConnectionsReleases",
        ".external_connections_uploads": "AsyncExternalConnectionsUploads "
        "ExternalConnectionsUploads",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
