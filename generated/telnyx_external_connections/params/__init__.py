"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .external_connections_civic_addresses_params import (
        GetExternalConnectionCivicAddressParams as GetExternalConnectionCivicAddressParams,
        ListCivicAddressesParams as ListCivicAddressesParams,
    )
    from .external_connections_log_messages_params import (
        ListExternalConnectionLogMessagesParams as ListExternalConnectionLogMessagesParams,
    )
    from .external_connections_params import (
        CreateExternalConnectionParams as CreateExternalConnectionParams,
        CreateExternalConnectionRequestInbound as CreateExternalConnectionRequestInbound,
        CreateExternalConnectionRequestOutbound as CreateExternalConnectionRequestOutbound,
        ListExternalConnectionsParams as ListExternalConnectionsParams,
        UpdateExternalConnectionParams as UpdateExternalConnectionParams,
        UpdateExternalConnectionRequestInbound as UpdateExternalConnectionRequestInbound,
        UpdateExternalConnectionRequestOutbound as UpdateExternalConnectionRequestOutbound,
        UpdateLocationParams as UpdateLocationParams,
    )
    from .external_connections_phone_numbers_params import (
        ListExternalConnectionPhoneNumbersParams as ListExternalConnectionPhoneNumbersParams,
        UpdateExternalConnectionPhoneNumberParams as UpdateExternalConnectionPhoneNumberParams,
    )
    from .external_connections_releases_params import (
        GetExternalConnectionReleaseParams as GetExternalConnectionReleaseParams,
        ListExternalConnectionReleasesParams as ListExternalConnectionReleasesParams,
    )
    from .external_connections_uploads_params import (
        CreateExternalConnectionUploadParams as CreateExternalConnectionUploadParams,
        GetExternalConnectionUploadParams as GetExternalConnectionUploadParams,
        ListExternalConnectionUploadsParams as ListExternalConnectionUploadsParams,
        RetryUploadParams as RetryUploadParams,
    )
    from .filter_civic_addresses_consolidated import (
        FilterCivicAddressesConsolidated as FilterCivicAddressesConsolidated,
    )
    from .filter_connections_consolidated import (
        FilterConnectionsConsolidated as FilterConnectionsConsolidated,
        FilterConnectionsConsolidatedConnectionName as FilterConnectionsConsolidatedConnectionName,
        FilterConnectionsConsolidatedPhoneNumber as FilterConnectionsConsolidatedPhoneNumber,
    )
    from .filter_log_messages_consolidated import (
        FilterLogMessagesConsolidated as FilterLogMessagesConsolidated,
        FilterLogMessagesConsolidatedTelephoneNumber as FilterLogMessagesConsolidatedTelephoneNumber,
    )
    from .filter_phone_numbers_consolidated import (
        FilterPhoneNumbersConsolidated as FilterPhoneNumbersConsolidated,
        FilterPhoneNumbersConsolidatedCivicAddressId as FilterPhoneNumbersConsolidatedCivicAddressId,
        FilterPhoneNumbersConsolidatedLocationId as FilterPhoneNumbersConsolidatedLocationId,
        FilterPhoneNumbersConsolidatedPhoneNumber as FilterPhoneNumbersConsolidatedPhoneNumber,
    )
    from .filter_releases_consolidated import (
        FilterReleasesConsolidated as FilterReleasesConsolidated,
        FilterReleasesConsolidatedCivicAddressId as FilterReleasesConsolidatedCivicAddressId,
        FilterReleasesConsolidatedLocationId as FilterReleasesConsolidatedLocationId,
        FilterReleasesConsolidatedPhoneNumber as FilterReleasesConsolidatedPhoneNumber,
        FilterReleasesConsolidatedStatus as FilterReleasesConsolidatedStatus,
    )
    from .filter_uploads_consolidated import (
        FilterUploadsConsolidated as FilterUploadsConsolidated,
        FilterUploadsConsolidatedCivicAddressId as FilterUploadsConsolidatedCivicAddressId,
        FilterUploadsConsolidatedLocationId as FilterUploadsConsolidatedLocationId,
        FilterUploadsConsolidatedPhoneNumber as FilterUploadsConsolidatedPhoneNumber,
        FilterUploadsConsolidatedStatus as FilterUploadsConsolidatedStatus,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".external_connections_civic_addresses_params": "GetExternalConnectionCivicAddressParams "
        "ListCivicAddressesParams",
        ".external_connections_log_messages_params": "ListExternalConnectionLogMessagesParams",
        ".external_connections_params": "CreateExternalConnectionParams "
        "CreateExternalConnectionRequestInbound CreateExternalConnectionRequestOutbound "
        "ListExternalConnectionsParams UpdateExternalConnectionParams "
        "UpdateExternalConnectionRequestInbound UpdateExternalConnectionRequestOutbound "
        "UpdateLocationParams",
        ".external_connections_phone_numbers_params": "ListExternalConnectionPhoneNumbersParams "
        "UpdateExternalConnectionPhoneNumberParams",
        ".external_connections_releases_params": "GetExternalConnectionReleaseParams "
        "ListExternalConnectionReleasesParams",
        ".external_connections_uploads_params": "CreateExternalConnectionUploadParams "
        "GetExternalConnectionUploadParams ListExternalConnectionUploadsParams RetryUploadParams",
        ".filter_civic_addresses_consolidated": "FilterCivicAddressesConsolidated",
        ".filter_connections_consolidated": "FilterConnectionsConsolidated "
        "FilterConnectionsConsolidatedConnectionName FilterConnectionsConsolidatedPhoneNumber",
        ".filter_log_messages_consolidated": "FilterLogMessagesConsolidated "
        "FilterLogMessagesConsolidatedTelephoneNumber",
        ".filter_phone_numbers_consolidated": "FilterPhoneNumbersConsolidated "
        "FilterPhoneNumbersConsolidatedCivicAddressId FilterPhoneNumbersConsolidatedLocationId "
        "FilterPhoneNumbersConsolidatedPhoneNumber",
        ".filter_releases_consolidated": "FilterReleasesConsolidated "
        "FilterReleasesConsolidatedCivicAddressId FilterReleasesConsolidatedLocationId "
        "FilterReleasesConsolidatedPhoneNumber FilterReleasesConsolidatedStatus",
        ".filter_uploads_consolidated": "FilterUploadsConsolidated "
        "FilterUploadsConsolidatedCivicAddressId FilterUploadsConsolidatedLocationId "
        "FilterUploadsConsolidatedPhoneNumber FilterUploadsConsolidatedStatus",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
