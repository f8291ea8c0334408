"""Every call of the client, and what it sends."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

CONNECTION = "1293384261075731499"
UUID = "542c3bca-d247-42bc-8fe7-e01d16ecd761"
OTHER_UUID = "67ea7693-9cd5-4a68-8c76-abb3aa5bf5d2"


@dataclass(frozen=True)
class Call:
    """A call, the operation that it is of, and the request that it sends."""

    operation: str
    name: str
    make: Callable[[Any], Any]
    target: str
    body: bytes | None


def sends(
    operation: str, name: str, make: Callable[[Any], Any], target: str, body: object = None
) -> Call:
    compact = None if body is None else json.dumps(body, separators=(",", ":")).encode()
    return Call(operation, name, make, target, compact)


CALLS = (
    # The request of the API's page, to the byte.
    Call(
        "POST /external_connections",
        "create",
        lambda client: client.external_connections.create(
            external_sip_connection="zoom", outbound={}
        ),
        "/v2/external_connections",
        b'{"external_sip_connection":"zoom","outbound":{}}',
    ),
    sends(
        "POST /external_connections",
        "create with everything",
        lambda client: client.external_connections.create(
            external_sip_connection="zoom",
            outbound={"channel_limit": 10, "outbound_voice_profile_id": CONNECTION},
            active=False,
            inbound={"outbound_voice_profile_id": UUID, "channel_limit": 5},
            tags=["tag1", "tag2"],
            webhook_event_url="https://example.com",
            webhook_event_failover_url=None,
            webhook_timeout_secs=25,
        ),
        "/v2/external_connections",
        {
            "external_sip_connection": "zoom",
            "outbound": {"channel_limit": 10, "outbound_voice_profile_id": CONNECTION},
            "active": False,
            "tags": ["tag1", "tag2"],
            "webhook_event_url": "https://example.com",
            "webhook_event_failover_url": None,
            "webhook_timeout_secs": 25,
            "inbound": {"outbound_voice_profile_id": UUID, "channel_limit": 5},
        },
    ),
    sends(
        "GET /external_connections",
        "list",
        lambda client: client.external_connections.list(
            filter={
                "connection_name": {"contains": "My Connection"},
                "external_sip_connection": "zoom",
                "phone_number": {"contains": "+15555555555"},
            },
            page_number=1,
            page_size=50,
        ),
        "/v2/external_connections"
        "?filter%5Bconnection_name%5D%5Bcontains%5D=My%20Connection"
        "&filter%5Bexternal_sip_connection%5D=zoom"
        "&filter%5Bphone_number%5D%5Bcontains%5D=%2B15555555555"
        "&page%5Bnumber%5D=1&page%5Bsize%5D=50",
    ),
    sends(
        "GET /external_connections/{id}",
        "retrieve",
        lambda client: client.external_connections.retrieve(CONNECTION),
        f"/v2/external_connections/{CONNECTION}",
    ),
    sends(
        "PATCH /external_connections/{id}",
        "update",
        lambda client: client.external_connections.update(
            CONNECTION,
            outbound={"outbound_voice_profile_id": "1911630617284445511"},
            active=False,
            webhook_timeout_secs=None,
        ),
        f"/v2/external_connections/{CONNECTION}",
        {
            "outbound": {"outbound_voice_profile_id": "1911630617284445511"},
            "active": False,
            "webhook_timeout_secs": None,
        },
    ),
    sends(
        "DELETE /external_connections/{id}",
        "delete",
        lambda client: client.external_connections.delete(CONNECTION),
        f"/v2/external_connections/{CONNECTION}",
    ),
    sends(
        "PATCH /external_connections/{id}/locations/{location_id}",
        "update_location",
        lambda client: client.external_connections.update_location(
            UUID, id=OTHER_UUID, static_emergency_address_id=UUID
        ),
        f"/v2/external_connections/{OTHER_UUID}/locations/{UUID}",
        {"static_emergency_address_id": UUID},
    ),
    sends(
        "GET /external_connections/log_messages",
        "log_messages.list",
        lambda client: client.external_connections.log_messages.list(
            filter={
                "external_connection_id": OTHER_UUID,
                "telephone_number": {"eq": "+1234567890"},
            },
            page_size=20,
        ),
        f"/v2/external_connections/log_messages?filter%5Bexternal_connection_id%5D={OTHER_UUID}"
        "&filter%5Btelephone_number%5D%5Beq%5D=%2B1234567890&page%5Bsize%5D=20",
    ),
    sends(
        "GET /external_connections/log_messages/{id}",
        "log_messages.retrieve",
        lambda client: client.external_connections.log_messages.retrieve(CONNECTION),
        f"/v2/external_connections/log_messages/{CONNECTION}",
    ),
    sends(
        "DELETE /external_connections/log_messages/{id}",
        "log_messages.dismiss",
        lambda client: client.external_connections.log_messages.dismiss(CONNECTION),
        f"/v2/external_connections/log_messages/{CONNECTION}",
    ),
    sends(
        "GET /external_connections/{id}/civic_addresses",
        "civic_addresses.list",
        lambda client: client.external_connections.civic_addresses.list(
            CONNECTION, filter={"country": ["US", "CA"]}
        ),
        f"/v2/external_connections/{CONNECTION}/civic_addresses?filter%5Bcountry%5D=US,CA",
    ),
    sends(
        "GET /external_connections/{id}/civic_addresses/{address_id}",
        "civic_addresses.retrieve",
        lambda client: client.external_connections.civic_addresses.retrieve(UUID, id=CONNECTION),
        f"/v2/external_connections/{CONNECTION}/civic_addresses/{UUID}",
    ),
    sends(
        "GET /external_connections/{id}/phone_numbers",
        "phone_numbers.list",
        lambda client: client.external_connections.phone_numbers.list(
            CONNECTION,
            filter={
                "phone_number": {"contains": "+1970"},
                "location_id": {"eq": "19995665508264022121"},
            },
            page_number=1,
        ),
        f"/v2/external_connections/{CONNECTION}/phone_numbers"
        "?filter%5Bphone_number%5D%5Bcontains%5D=%2B1970"
        "&filter%5Blocation_id%5D%5Beq%5D=19995665508264022121&page%5Bnumber%5D=1",
    ),
    sends(
        "GET /external_connections/{id}/phone_numbers/{phone_number_id}",
        "phone_numbers.retrieve",
        lambda client: client.external_connections.phone_numbers.retrieve(
            "1234567889", id=CONNECTION
        ),
        f"/v2/external_connections/{CONNECTION}/phone_numbers/1234567889",
    ),
    sends(
        "PATCH /external_connections/{id}/phone_numbers/{phone_number_id}",
        "phone_numbers.update",
        lambda client: client.external_connections.phone_numbers.update(
            "1234567889", id=CONNECTION, location_id=UUID
        ),
        f"/v2/external_connections/{CONNECTION}/phone_numbers/1234567889",
        {"location_id": UUID},
    ),
    sends(
        "GET /external_connections/{id}/releases",
        "releases.list",
        lambda client: client.external_connections.releases.list(
            CONNECTION, filter={"phone_number": {"eq": "+19705555098"}}, page_size=10
        ),
        f"/v2/external_connections/{CONNECTION}/releases"
        "?filter%5Bphone_number%5D%5Beq%5D=%2B19705555098&page%5Bsize%5D=10",
    ),
    sends(
        "GET /external_connections/{id}/releases/{release_id}",
        "releases.retrieve",
        lambda client: client.external_connections.releases.retrieve(UUID, id=CONNECTION),
        f"/v2/external_connections/{CONNECTION}/releases/{UUID}",
    ),
    sends(
        "GET /external_connections/{id}/uploads",
        "uploads.list",
        lambda client: client.external_connections.uploads.list(CONNECTION),
        f"/v2/external_connections/{CONNECTION}/uploads",
    ),
    sends(
        "POST /external_connections/{id}/uploads",
        "uploads.create",
        lambda client: client.external_connections.uploads.create(
            CONNECTION,
            number_ids=["3920457616934164700", "3920457616934164701"],
            usage="first_party_app_assignment",
            additional_usages=["calling_user_assignment"],
            location_id=OTHER_UUID,
        ),
        f"/v2/external_connections/{CONNECTION}/uploads",
        {
            "number_ids": ["3920457616934164700", "3920457616934164701"],
            "usage": "first_party_app_assignment",
            "additional_usages": ["calling_user_assignment"],
            "location_id": OTHER_UUID,
        },
    ),
    sends(
        "GET /external_connections/{id}/uploads/{ticket_id}",
        "uploads.retrieve",
        lambda client: client.external_connections.uploads.retrieve(UUID, id=CONNECTION),
        f"/v2/external_connections/{CONNECTION}/uploads/{UUID}",
    ),
    sends(
        "GET /external_connections/{id}/uploads/status",
        "uploads.pending_count",
        lambda client: client.external_connections.uploads.pending_count(CONNECTION),
        f"/v2/external_connections/{CONNECTION}/uploads/status",
    ),
    sends(
        "POST /external_connections/{id}/uploads/refresh",
        "uploads.refresh_status",
        lambda client: client.external_connections.uploads.refresh_status(CONNECTION),
        f"/v2/external_connections/{CONNECTION}/uploads/refresh",
    ),
    sends(
        "POST /external_connections/{id}/uploads/{ticket_id}/retry",
        "uploads.retry",
        lambda client: client.external_connections.uploads.retry(UUID, id=CONNECTION),
        f"/v2/external_connections/{CONNECTION}/uploads/{UUID}/retry",
    ),
)
