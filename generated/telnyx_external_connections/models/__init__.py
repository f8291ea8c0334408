"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .civic_address import (
        CivicAddress as CivicAddress,
        GetAllCivicAddressesResponse as GetAllCivicAddressesResponse,
        GetCivicAddressResponse as GetCivicAddressResponse,
    )
    from .create_external_connection_upload_response import (
        CreateExternalConnectionUploadResponse as CreateExternalConnectionUploadResponse,
    )
    from .delete_external_connection_log_message_response import (
        DeleteExternalConnectionLogMessageResponse as DeleteExternalConnectionLogMessageResponse,
    )
    from .error_response import (
        ErrorResponse as ErrorResponse,
        ErrorResponseErrorsItem as ErrorResponseErrorsItem,
        ErrorResponseErrorsItemMeta as ErrorResponseErrorsItemMeta,
        ErrorResponseErrorsItemSource as ErrorResponseErrorsItemSource,
    )
    from .external_connection import (
        ExternalConnection as ExternalConnection,
        ExternalConnectionInbound as ExternalConnectionInbound,
        ExternalConnectionOutbound as ExternalConnectionOutbound,
        ExternalConnectionResponse as ExternalConnectionResponse,
    )
    from .external_connection_phone_number import (
        ExternalConnectionPhoneNumber as ExternalConnectionPhoneNumber,
        GetExternalConnectionPhoneNumberResponse as GetExternalConnectionPhoneNumberResponse,
    )
    from .external_voice_integrations_pagination_meta import (
        ExternalVoiceIntegrationsPaginationMeta as ExternalVoiceIntegrationsPaginationMeta,
    )
    from .get_all_external_connection_response import (
        AsyncListExternalConnectionsPage as AsyncListExternalConnectionsPage,
        GetAllExternalConnectionResponse as GetAllExternalConnectionResponse,
        ListExternalConnectionsPage as ListExternalConnectionsPage,
    )
    from .get_uploads_status_response import (
        GetUploadsStatusResponse as GetUploadsStatusResponse,
        GetUploadsStatusResponseData as GetUploadsStatusResponseData,
    )
    from .list_external_connection_phone_numbers_response import (
        AsyncListExternalConnectionPhoneNumbersPage as AsyncListExternalConnectionPhoneNumbersPage,
        ListExternalConnectionPhoneNumbersPage as ListExternalConnectionPhoneNumbersPage,
        ListExternalConnectionPhoneNumbersResponse as ListExternalConnectionPhoneNumbersResponse,
    )
    from .list_log_messages_response import (
        AsyncListExternalConnectionLogMessagesPage as AsyncListExternalConnectionLogMessagesPage,
        ListExternalConnectionLogMessagesPage as ListExternalConnectionLogMessagesPage,
        ListLogMessagesResponse as ListLogMessagesResponse,
    )
    from .list_releases_response import (
        AsyncListExternalConnectionReleasesPage as AsyncListExternalConnectionReleasesPage,
        ListExternalConnectionReleasesPage as ListExternalConnectionReleasesPage,
        ListReleasesResponse as ListReleasesResponse,
    )
    from .list_uploads_response import (
        AsyncListExternalConnectionUploadsPage as AsyncListExternalConnectionUploadsPage,
        ListExternalConnectionUploadsPage as ListExternalConnectionUploadsPage,
        ListUploadsResponse as ListUploadsResponse,
    )
    from .location import Location as Location
    from .location_response import (
        LocationResponse as LocationResponse,
        LocationResponseData as LocationResponseData,
    )
    from .log_message import (
        GetLogMessageResponse as GetLogMessageResponse,
        LogMessage as LogMessage,
        LogMessageMeta as LogMessageMeta,
        LogMessageSource as LogMessageSource,
    )
    from .refresh_external_connection_uploads_response import (
        RefreshExternalConnectionUploadsResponse as RefreshExternalConnectionUploadsResponse,
    )
    from .release import GetReleaseResponse as GetReleaseResponse, Release as Release
    from .tn_release_entry import TnReleaseEntry as TnReleaseEntry
    from .tn_upload_entry import TnUploadEntry as TnUploadEntry
    from .upload import GetUploadResponse as GetUploadResponse, Upload as Upload
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".civic_address": "CivicAddress GetAllCivicAddressesResponse GetCivicAddressResponse",
        ".create_external_connection_upload_response": "CreateExternalConnectionUploadResponse",
        ".delete_external_connection_log_message_response": "DeleteExternalConnectionLogMessageResponse",
        ".error_response": "ErrorResponse ErrorResponseErrorsItem ErrorResponseErrorsItemMeta "
        "ErrorResponseErrorsItemSource",
        ".external_connection": "ExternalConnection ExternalConnectionInbound "
        "ExternalConnectionOutbound ExternalConnectionResponse",
        ".external_connection_phone_number": "ExternalConnectionPhoneNumber "
        "GetExternalConnectionPhoneNumberResponse",
        ".external_voice_integrations_pagination_meta": "ExternalVoiceIntegrationsPaginationMeta",
        ".get_all_external_connection_response": "AsyncListExternalConnectionsPage "
        "GetAllExternalConnectionResponse ListExternalConnectionsPage",
        ".get_uploads_status_response": "GetUploadsStatusResponse GetUploadsStatusResponseData",
        ".list_external_connection_phone_numbers_response": "AsyncListExternalConnectionPhoneNumbersPage "
        "ListExternalConnectionPhoneNumbersPage ListExternalConnectionPhoneNumbersResponse",
        ".list_log_messages_response": "AsyncListExternalConnectionLogMessagesPage "
        "ListExternalConnectionLogMessagesPage ListLogMessagesResponse",
        ".list_releases_response": "AsyncListExternalConnectionReleasesPage "
        "ListExternalConnectionReleasesPage ListReleasesResponse",
        ".list_uploads_response": "AsyncListExternalConnectionUploadsPage "
        "ListExternalConnectionUploadsPage ListUploadsResponse",
        ".location": "Location",
        ".location_response": "LocationResponse LocationResponseData",
        ".log_message": "GetLogMessageResponse LogMessage LogMessageMeta LogMessageSource",
        ".refresh_external_connection_uploads_response": "RefreshExternalConnectionUploadsResponse",
        ".release": "GetReleaseResponse Release",
        ".tn_release_entry": "TnReleaseEntry",
        ".tn_upload_entry": "TnUploadEntry",
        ".upload": "GetUploadResponse Upload",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
