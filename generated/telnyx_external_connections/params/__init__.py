"""The shapes of requests, as TypedDicts."""

from __future__ import annotations

# Importing `typing` would double what this import costs; type checkers know the name without it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .external_connections_civic_addresses_params import (
        GetExternalConnectionCivicAddressParams as GetExternalConnectionCivicAddressParams,
    )
    from .external_connections_civic_addresses_params import (
        ListCivicAddressesParams as ListCivicAddressesParams,
    )
    from .external_connections_log_messages_params import (
        ListExternalConnectionLogMessagesParams as ListExternalConnectionLogMessagesParams,
    )
    from .external_connections_params import (
        CreateExternalConnectionParams as CreateExternalConnectionParams,
    )
    from .external_connections_params import (
        CreateExternalConnectionRequestInbound as CreateExternalConnectionRequestInbound,
    )
    from .external_connections_params import (
        CreateExternalConnectionRequestOutbound as CreateExternalConnectionRequestOutbound,
    )
    from .external_connections_params import (
        ListExternalConnectionsParams as ListExternalConnectionsParams,
    )
    from .external_connections_params import (
        UpdateExternalConnectionParams as UpdateExternalConnectionParams,
    )
    from .external_connections_params import (
        UpdateExternalConnectionRequestInbound as UpdateExternalConnectionRequestInbound,
    )
    from .external_connections_params import (
        UpdateExternalConnectionRequestOutbound as UpdateExternalConnectionRequestOutbound,
    )
    from .external_connections_params import UpdateLocationParams as UpdateLocationParams
    from .external_connections_phone_numbers_params import (
        ListExternalConnectionPhoneNumbersParams as ListExternalConnectionPhoneNumbersParams,
    )
    from .external_connections_phone_numbers_params import (
        UpdateExternalConnectionPhoneNumberParams as UpdateExternalConnectionPhoneNumberParams,
    )
    from .external_connections_releases_params import (
        GetExternalConnectionReleaseParams as GetExternalConnectionReleaseParams,
    )
    from .external_connections_releases_params import (
        ListExternalConnectionReleasesParams as ListExternalConnectionReleasesParams,
    )
    from .external_connections_uploads_params import (
        CreateExternalConnectionUploadParams as CreateExternalConnectionUploadParams,
    )
    from .external_connections_uploads_params import (
        GetExternalConnectionUploadParams as GetExternalConnectionUploadParams,
    )
    from .external_connections_uploads_params import (
        ListExternalConnectionUploadsParams as ListExternalConnectionUploadsParams,
    )
    from .external_connections_uploads_params import RetryUploadParams as RetryUploadParams
    from .filter_civic_addresses_consolidated import (
        FilterCivicAddressesConsolidated as FilterCivicAddressesConsolidated,
    )
    from .filter_connections_consolidated import (
        FilterConnectionsConsolidated as FilterConnectionsConsolidated,
    )
    from .filter_connections_consolidated import (
        FilterConnectionsConsolidatedConnectionName as FilterConnectionsConsolidatedConnectionName,
    )
    from .filter_connections_consolidated import (
        FilterConnectionsConsolidatedPhoneNumber as FilterConnectionsConsolidatedPhoneNumber,
    )
    from .filter_log_messages_consolidated import (
        FilterLogMessagesConsolidated as FilterLogMessagesConsolidated,
    )
    from .filter_log_messages_consolidated import (
        FilterLogMessagesConsolidatedTelephoneNumber as FilterLogMessagesConsolidatedTelephoneNumber,
    )
    from .filter_phone_numbers_consolidated import (
        FilterPhoneNumbersConsolidated as FilterPhoneNumbersConsolidated,
    )
    from .filter_phone_numbers_consolidated import (
        FilterPhoneNumbersConsolidatedCivicAddressId as FilterPhoneNumbersConsolidatedCivicAddressId,
    )
    from .filter_phone_numbers_consolidated import (
        FilterPhoneNumbersConsolidatedLocationId as FilterPhoneNumbersConsolidatedLocationId,
    )
    from .filter_phone_numbers_consolidated import (
        FilterPhoneNumbersConsolidatedPhoneNumber as FilterPhoneNumbersConsolidatedPhoneNumber,
    )
    from .filter_releases_consolidated import (
        FilterReleasesConsolidated as FilterReleasesConsolidated,
    )
    from .filter_releases_consolidated import (
        FilterReleasesConsolidatedCivicAddressId as FilterReleasesConsolidatedCivicAddressId,
    )
    from .filter_releases_consolidated import (
        FilterReleasesConsolidatedLocationId as FilterReleasesConsolidatedLocationId,
    )
    from .filter_releases_consolidated import (
        FilterReleasesConsolidatedPhoneNumber as FilterReleasesConsolidatedPhoneNumber,
    )
    from .filter_releases_consolidated import (
        FilterReleasesConsolidatedStatus as FilterReleasesConsolidatedStatus,
    )
    from .filter_uploads_consolidated import FilterUploadsConsolidated as FilterUploadsConsolidated
    from .filter_uploads_consolidated import (
        FilterUploadsConsolidatedCivicAddressId as FilterUploadsConsolidatedCivicAddressId,
    )
    from .filter_uploads_consolidated import (
        FilterUploadsConsolidatedLocationId as FilterUploadsConsolidatedLocationId,
    )
    from .filter_uploads_consolidated import (
        FilterUploadsConsolidatedPhoneNumber as FilterUploadsConsolidatedPhoneNumber,
    )
    from .filter_uploads_consolidated import (
        FilterUploadsConsolidatedStatus as FilterUploadsConsolidatedStatus,
    )
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".external_connections_civic_addresses_params": "GetExternalConnectionCivicAddressParams ListCivicAddressesParams",
            ".external_connections_log_messages_params": "ListExternalConnectionLogMessagesParams",
            ".external_connections_params": "CreateExternalConnectionParams CreateExternalConnectionRequestInbound "
            "CreateExternalConnectionRequestOutbound ListExternalConnectionsParams "
            "UpdateExternalConnectionParams UpdateExternalConnectionRequestInbound "
            "UpdateExternalConnectionRequestOutbound UpdateLocationParams",
            ".external_connections_phone_numbers_params": "ListExternalConnectionPhoneNumbersParams "
            "UpdateExternalConnectionPhoneNumberParams",
            ".external_connections_releases_params": "GetExternalConnectionReleaseParams ListExternalConnectionReleasesParams",
            ".external_connections_uploads_params": "CreateExternalConnectionUploadParams GetExternalConnectionUploadParams "
            "ListExternalConnectionUploadsParams RetryUploadParams",
            ".filter_civic_addresses_consolidated": "FilterCivicAddressesConsolidated",
            ".filter_connections_consolidated": "FilterConnectionsConsolidated FilterConnectionsConsolidatedConnectionName "
            "FilterConnectionsConsolidatedPhoneNumber",
            ".filter_log_messages_consolidated": "FilterLogMessagesConsolidated "
            "FilterLogMessagesConsolidatedTelephoneNumber",
            ".filter_phone_numbers_consolidated": "FilterPhoneNumbersConsolidated "
            "FilterPhoneNumbersConsolidatedCivicAddressId "
            "FilterPhoneNumbersConsolidatedLocationId "
            "FilterPhoneNumbersConsolidatedPhoneNumber",
            ".filter_releases_consolidated": "FilterReleasesConsolidated FilterReleasesConsolidatedCivicAddressId "
            "FilterReleasesConsolidatedLocationId "
            "FilterReleasesConsolidatedPhoneNumber FilterReleasesConsolidatedStatus",
            ".filter_uploads_consolidated": "FilterUploadsConsolidated FilterUploadsConsolidatedCivicAddressId "
            "FilterUploadsConsolidatedLocationId FilterUploadsConsolidatedPhoneNumber "
            "FilterUploadsConsolidatedStatus",
        },
    )
