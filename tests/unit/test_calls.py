"""What an operation is called: from its path, its HTTP method, and its operationId after these."""

from __future__ import annotations

import importlib

import pytest

from clientsmith.analyze.naming.calls import RULES, Route, name_calls
from clientsmith.analyze.naming.reserved import OF_CLIENTS, clashes, possible


def named(*routes: str, fixed: dict[str, str] | None = None) -> dict[str, str]:
    """`METHOD /path [operationId] [list]` → the call."""
    parts = [route.split() for route in routes]
    made = [
        Route(
            part[0].lower(),
            part[1],
            part[2] if len(part) > 2 else "op",
            "list" in part[3:],
            f"{part[0]} {part[1]}",
        )
        for part in parts
    ]
    calls = name_calls(made, fixed or {})
    return {key: ".".join((*call.resource, call.method)) for key, call in calls.items()}


def test_collections_and_items() -> None:
    assert named(
        "GET /pets listPets list",
        "POST /pets createPet",
        "GET /pets/{id} getPet",
        "PATCH /pets/{id} patchPet",
        "PUT /pets/{id} putPet",
        "DELETE /pets/{id} deletePet",
        "GET /pets/{id}/toys listToys list",
    ) == {
        "GET /pets": "pets.list",
        "POST /pets": "pets.create",
        "GET /pets/{id}": "pets.retrieve",
        "PATCH /pets/{id}": "pets.update",
        "PUT /pets/{id}": "pets.replace",
        "DELETE /pets/{id}": "pets.delete",
        "GET /pets/{id}/toys": "pets.toys.list",
    }


def test_put_alone_updates() -> None:
    assert named("PUT /pets/{id} putPet", "GET /pets listPets list")["PUT /pets/{id}"] == (
        "pets.update"
    )


def test_a_trailing_verb_is_the_method() -> None:
    calls = named(
        "POST /calls createCall",
        "POST /calls/{id}/hangup hangupCall",
        "POST /calls/{id}/actions/answer answerCall",
        "POST /uploads/refresh refreshUploads",
        "GET /uploads listUploads list",
    )
    assert calls["POST /calls/{id}/hangup"] == "calls.hangup"
    assert calls["POST /calls/{id}/actions/answer"] == "calls.actions.answer"
    assert calls["POST /uploads/refresh"] == "uploads.refresh"


@pytest.mark.parametrize(
    ("route", "call"),
    [
        ("POST /orders/{id}/confirm PostOrdersIdConfirm", "orders.confirm"),
        ("PATCH /requests/{id}/approve patch_requests_approve", "requests.approve"),
        ("POST /goals/{id}/addFollowers addFollowers", "goals.add_followers"),
        ("POST /plugins/create PluginCreate", "plugins.create"),
        ("GET /customers/search GetCustomersSearch list", "customers.search"),
        ("GET /pets/findByStatus findPetsByStatus list", "pets.find_by_status"),
        ("POST /files/begin_upload/{path} x", "files.begin_upload.x"),
        ("POST /files/import/{path} x", "files.import_"),
        # Nouns, as far as a request that only asks is concerned.
        ("GET /orders/{id}/transfer getTransfer", "orders.transfer.retrieve"),
        ("GET /plans/{id}/add-ons listAddOns list", "plans.add_ons.list"),
    ],
)
def test_verbs_are_known(route: str, call: str) -> None:
    assert list(named("GET /a listA list", route).values())[1] == call


def test_a_verb_with_a_noun_s_methods_is_a_noun() -> None:
    assert named("GET /pulls/{n}/merge isMerged", "PUT /pulls/{n}/merge merge") == {
        "GET /pulls/{n}/merge": "pulls.merge.retrieve",
        "PUT /pulls/{n}/merge": "pulls.merge.update",
    }


@pytest.mark.parametrize(
    ("routes", "call"),
    [
        (["POST /v1/customers/{customer} PostCustomersCustomer"], "customers.update"),
        (["POST /groups/{id} modify-group"], "groups.update"),
        (["POST /files/{id} uploadFile"], "files.upload_file"),
        (["POST /files/{id} post_files_id", "PUT /files/{id} putFile"], "files.create"),
        (["HEAD /files/{id} head_files_id", "GET /files/{id} getFile"], "files.head"),
        (["HEAD /files/{id} fileExists", "GET /files/{id} getFile"], "files.file_exists"),
    ],
)
def test_other_methods_on_an_item(routes: list[str], call: str) -> None:
    assert named(*routes)[" ".join(routes[0].split()[:2])] == call


def test_an_item_comes_before_all_of_its_collection() -> None:
    assert named(
        "DELETE /pods deleteCollectionOfPods",
        "DELETE /pods/{name} deletePod",
        "PATCH /pods patchPods",
        "PATCH /pods/{name} patchPod",
        "PUT /pods putPods",
        "PUT /pods/{name} putPod",
    ) == {
        "DELETE /pods": "pods.bulk_delete",
        "DELETE /pods/{name}": "pods.delete",
        "PATCH /pods": "pods.bulk_update",
        "PATCH /pods/{name}": "pods.update",
        "PUT /pods": "pods.bulk_replace",
        "PUT /pods/{name}": "pods.replace",
    }


def test_a_query_of_a_path_tells_what_is_under_it() -> None:
    assert named(
        "POST /v1/messages postMessages",
        "POST /v1/messages?beta=true postBetaMessages",
        "GET /v1/messages/{id}/logs?beta=true&x=1 listLogs list",
    ) == {
        "POST /v1/messages": "messages.create",
        "POST /v1/messages?beta=true": "beta.messages.create",
        "GET /v1/messages/{id}/logs?beta=true&x=1": "beta.messages.logs.list",
    }


def test_services_that_know_one_path() -> None:
    assert named(
        "GET /#Action=GetUser GET_GetUser",
        "POST /#Action=GetUser POST_GetUser",
        "POST /#X-Amz-Target=Users_2012.ListUsers ListUsers",
        "GET /{Bucket}#acl GetBucketAcl",
        "GET /schemas/{id}#classes getClasses list",
    ) == {
        "GET /#Action=GetUser": "root.get_user",
        "POST /#Action=GetUser": "root.post_get_user",
        "POST /#X-Amz-Target=Users_2012.ListUsers": "root.list_users",
        "GET /{Bucket}#acl": "root.get_bucket_acl",
        "GET /schemas/{id}#classes": "schemas.classes.list",
    }


def test_a_segment_that_names_a_format_is_none() -> None:
    assert named("GET /boxes/json BoxList list", "GET /boxes/{id}/json BoxInspect") == {
        "GET /boxes/json": "boxes.list",
        "GET /boxes/{id}/json": "boxes.retrieve",
    }


def test_a_noun_that_is_only_posted_to_is_a_resource() -> None:
    assert named("POST /payments createPayment")["POST /payments"] == "payments.create"
    calls = named("GET /shops listShops list", "POST /shops/{id}/orders createOrder")
    assert calls["POST /shops/{id}/orders"] == "shops.orders.create"


def test_a_segment_with_one_call_on_its_items_is_no_resource() -> None:
    calls = named("GET /pets listPets list", "PATCH /pets/{id}/places/{place_id} updatePlace")
    assert calls["PATCH /pets/{id}/places/{place_id}"] == "pets.update_place"


def test_a_common_version_prefix_is_left_out() -> None:
    assert named("GET /api/v2/pets listPets list", "GET /api/v2/dogs listDogs list") == {
        "GET /api/v2/pets": "pets.list",
        "GET /api/v2/dogs": "dogs.list",
    }


def test_what_most_paths_begin_with_is_left_out_of_theirs() -> None:
    assert named(
        "GET /rest/api/3/issues listIssues list",
        "GET /rest/api/3/users listUsers list",
        "GET /rest/api/3/users/{id} getUser",
        "GET /rest/api/latest/users listLatest list",
        "GET /health health",
    ) == {
        "GET /rest/api/3/users/{id}": "users.retrieve",
        "GET /rest/api/3/issues": "issues.list",
        "GET /rest/api/3/users": "users.list",
        "GET /rest/api/latest/users": "latest.users.list",
        "GET /health": "health.retrieve",
    }
    assert named("GET /v1/a a", "GET /v2/a b") == {
        "GET /v1/a": "v1.a.retrieve",
        "GET /v2/a": "v2.a.retrieve",
    }


def test_two_operations_never_share_a_call() -> None:
    calls = named("GET /a-b listA list", "GET /a_b listB list", "GET /aB listC list")
    assert calls == {
        "GET /a-b": "a_b.list",
        "GET /aB": "a_b.list_c",
        "GET /a_b": "a_b.list_b",
    }


def test_a_method_never_hides_a_resource() -> None:
    calls = named(
        "GET /pets listPets list",
        "POST /pets/{id}/retry retryPet",
        "GET /pets/{id}/retry/logs listLogs list",
    )
    assert len(set(calls.values())) == 3
    assert calls["POST /pets/{id}/retry"] != "pets.retry"


def test_what_is_fixed_is_taken_and_kept_free() -> None:
    calls = named(
        "GET /pets listPets list",
        "POST /pets createPet",
        fixed={"GET /pets": "pets.create"},
    )
    assert calls == {"GET /pets": "pets.create", "POST /pets": "pets.create_pet"}


def test_a_path_that_spells_a_usual_name_gives_way_to_the_method_of_that_name() -> None:
    routes = "POST /sessions/delete deleteSessions", "DELETE /sessions/{id} deleteSession"
    assert named(*routes) == {
        "POST /sessions/delete": "sessions.delete_sessions",
        "DELETE /sessions/{id}": "sessions.delete",
    }
    assert named(*routes[:1]) == {"POST /sessions/delete": "sessions.delete"}
    identified = name_calls(
        [
            Route("post", "/sessions/delete", "post  sessions delete", False, "POST"),
            Route("delete", "/sessions/{id}", "delete  sessions {id}", False, "DELETE"),
        ],
        {},
    )
    assert {key: call.method for key, call in identified.items()} == {
        "POST": "delete_many",
        "DELETE": "delete",
    }


def test_a_procedure_of_a_group() -> None:
    assert named(
        "GET /rpc/chat.list listChats list",
        "POST /rpc/cliAuth.redeem redeemCli",
        "POST /admin.apps.approve x",
        "POST /users/{id}/graph.assignLicense x",
        "GET /team.info x",
    ) == {
        "GET /rpc/chat.list": "rpc.chat.list",
        "POST /rpc/cliAuth.redeem": "rpc.cli_auth.redeem",
        "POST /admin.apps.approve": "admin.apps.approve",
        "POST /users/{id}/graph.assignLicense": "users.assign_license",
        "GET /team.info": "team.info",
    }


@pytest.mark.parametrize(
    ("path", "call"),
    [
        ("/export.json", "export.retrieve"),
        ("/login.php", "login_php.retrieve"),
        ("/.well-known/jwks.json", "well_known.jwks.retrieve"),
        ("/pages/v1.0/x.html", "pages.v1_0.x_html.retrieve"),
    ],
)
def test_a_file_is_no_procedure(path: str, call: str) -> None:
    assert named(f"GET {path} getIt")[f"GET {path}"] == call


def test_a_group_of_paths_is_no_procedure() -> None:
    calls = named("GET /sets/core.acme.io getSet", "GET /sets/core.acme.io/all listSets list")
    assert calls["GET /sets/core.acme.io"] == "sets.core_acme_io.retrieve"


def test_a_procedure_of_a_service() -> None:
    one = "POST /acme.v1.MonitorService/CreateMonitor x"
    assert named(one, "POST /acme.v1.Greeter/Greet y") == {
        "POST /acme.v1.MonitorService/CreateMonitor": "monitor.create_monitor",
        "POST /acme.v1.Greeter/Greet": "greeter.greet",
    }
    assert named(one, "POST /other.v2.MonitorService/CreateMonitor y") == {
        "POST /acme.v1.MonitorService/CreateMonitor": "acme.monitor.create_monitor",
        "POST /other.v2.MonitorService/CreateMonitor": "other.monitor.create_monitor",
    }
    assert named("POST /twirp/acme.v1.PetService/Find x")[
        "POST /twirp/acme.v1.PetService/Find"
    ] == ("pet.find")


def test_the_controllers_of_nest_are_no_part_of_a_name() -> None:
    assert named(
        "POST /flags/{slug}/targets/{id} FlagTargetsController_createTarget",
        "DELETE /flags/{slug}/targets/{id} FlagTargetsController_deleteTarget",
        "GET / AppController_getHello",
    ) == {
        "POST /flags/{slug}/targets/{id}": "flags.targets.create_target",
        "DELETE /flags/{slug}/targets/{id}": "flags.targets.delete",
        "GET /": "root.get_hello",
    }


def test_operations_that_the_query_of_their_paths_tells_apart() -> None:
    assert named("POST /runs?agent createRun", "POST /runs?model createRun2", "POST /runs x") == {
        "POST /runs": "runs.create",
        "POST /runs?agent": "runs.create_agent",
        "POST /runs?model": "runs.create_model",
    }
    assert named("POST /runs?agent createRun") == {"POST /runs?agent": "runs.create"}


def test_a_post_that_does_what_its_path_says_is_no_update() -> None:
    assert named(
        "POST /accounts/{address}/export exportAccount",
        "POST /accounts/export/by-name/{name} exportAccountByName",
    ) == {
        "POST /accounts/{address}/export": "accounts.export_account",
        "POST /accounts/export/by-name/{name}": "accounts.export.export_account_by_name",
    }


def test_a_verb_behind_a_colon_is_the_method() -> None:
    routes = (
        "POST /v1/files:batchGet batchGetFiles",
        "GET /v1/files/{id}:download downloadFile",
        "POST /v1/files/{id}/rows:batch-update updateRows",
        "POST /v1/files:list listTheFiles",
        "POST /v1/{name}:cancel cancelIt",
    )
    calls = {
        "POST /v1/files:batchGet": "files.batch_get",
        "GET /v1/files/{id}:download": "files.download",
        "POST /v1/files/{id}/rows:batch-update": "files.rows.batch_update",
        "POST /v1/files:list": "files.list_the_files",
        "POST /v1/{name}:cancel": "root.cancel_it",
    }
    assert named(*routes) == calls
    others = "GET /v1/files listFiles list", "GET /v1/files/{id} getFile", "POST /v1/rows addRow"
    assert named(*routes, *others).items() >= calls.items()


def test_a_colon_before_a_parameter_is_no_verb() -> None:
    calls = named("GET /users/:id getUser", "GET /spans/{from}:{to} getSpan")
    assert calls == {
        "GET /users/:id": "users.id.retrieve",
        "GET /spans/{from}:{to}": "spans.retrieve",
    }


@pytest.mark.parametrize("path", ["/", "/{id}"])
def test_a_path_without_a_name_takes_the_operation_id(path: str) -> None:
    assert list(named(f"GET {path} showRoot").values()) == ["root.show_root"]


def test_a_resource_keeps_away_from_the_names_of_clients_and_views() -> None:
    calls = named("GET /close listClose list", "GET /a/with_raw_response listB list")
    assert calls == {
        "GET /close": "close_.list",
        "GET /a/with_raw_response": "a.with_raw_response_.list",
    }


def test_a_member_of_a_resource_hides_no_name_that_its_class_looks_up() -> None:
    calls = named("GET /a/core listCore list", "POST /a/{id}/omit omit", "GET /core listRoot list")
    assert calls == {
        "GET /a/core": "a.core_.list",
        "POST /a/{id}/omit": "a.omit_",
        "GET /core": "core_.list",
    }


def test_the_names_of_clients_are_all_known() -> None:
    client = importlib.import_module("telnyx_external_connections._runtime.client")
    names = {name for kind in (client.SyncClient, client.AsyncClient) for name in dir(kind)}
    assert {name for name in names if not name.startswith("_")} == OF_CLIENTS


def test_a_method_that_users_call_stays_when_a_resource_comes_below_it() -> None:
    routes = (
        "POST /calls/{id}/hangup hangupCall",
        "GET /calls/{id}/hangup/reasons listReasons list",
        "POST /calls/{id}/hangup/reasons/{reason} addReason",
    )
    before = named(*routes[:1])
    assert before == {"POST /calls/{id}/hangup": "calls.hangup"}
    after = named(*routes, fixed=before)
    assert after == {
        "POST /calls/{id}/hangup": "calls.hangup",
        "GET /calls/{id}/hangup/reasons": "calls.hangup_.reasons.list",
        "POST /calls/{id}/hangup/reasons/{reason}": "calls.hangup_.reasons.add_reason",
    }
    later = named(*routes, "GET /calls/{id}/hangup/log getLog", fixed=after)
    assert later == {**after, "GET /calls/{id}/hangup/log": "calls.hangup_.log.retrieve"}


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("pets.toys", "'GET /pets/{id}/toys' stands below it, as 'pets.toys.list'"),
        ("pets.list", "that is what 'GET /pets' is called"),
        ("pets.list.all", "it would stand below 'pets.list', the call of 'GET /pets'"),
        ("pets.with_raw_response", "'with_raw_response' is a name that every client has"),
        ("close.pets", "'close' is a name that every client has"),
    ],
)
def test_a_configured_call_that_cannot_be(call: str, why: str) -> None:
    calls = {"GET /pets": "pets.list", "GET /pets/{id}/toys": "pets.toys.list", "GET /x": call}
    assert list(clashes(calls, ["GET /x"])) == [("GET /x", why)]
    assert list(clashes({**calls, "GET /x": "pets.find"}, ["GET /x", "GET /gone"])) == []


def test_a_locked_call_that_cannot_be_is_made_anew() -> None:
    locked = {"GET /a": "close.x", "GET /b": "b.with_raw_response", "GET /c": "c.list"}
    assert possible(locked) == {"GET /c": "c.list"}


def test_no_member_hides_what_the_body_of_its_class_uses() -> None:
    assert named(
        "GET /a/core/x list list",
        "GET /a/models list list",
        "POST /a/omit omit",
        "GET /child list list",
        "GET /models list list",
        "HEAD /b core",
    ) == {
        "GET /a/core/x": "a.core_.x.list",
        "GET /a/models": "a.models_.list",
        "POST /a/omit": "a.omit_",
        "GET /child": "child.list",
        "GET /models": "models.list",
        "HEAD /b": "b.core_",
    }


def test_a_lock_with_one_call_for_two_operations_names_the_first() -> None:
    assert possible({"GET /b": "x.list", "GET /a": "x.list"}) == {"GET /a": "x.list"}


@pytest.mark.parametrize(
    ("routes", "key", "rule"),
    [
        (["GET /pets listPets list"], "GET /pets", "path"),
        (["POST /pets/{id}/archive archivePet"], "POST /pets/{id}/archive", "verb"),
        (["GET /{id} getIt"], "GET /{id}", "root"),
        (["POST /pets/{id} feedPet", "GET /pets/{id} getPet"], "POST /pets/{id}", "operationId"),
        (["GET /pets/{id} a", "GET /pets/{name} petByName"], "GET /pets/{name}", "taken"),
        (["GET /p/{a} x", "GET /p/{b} y", "GET /p/{c} y"], "GET /p/{c}", "number"),
        (["POST /chat.post postChat"], "POST /chat.post", "procedure"),
    ],
)
def test_a_call_says_which_rule_chose_it(routes: list[str], key: str, rule: str) -> None:
    made = [
        Route(
            each.split()[0].lower(),
            each.split()[1],
            each.split()[2],
            "list" in each.split(),
            " ".join(each.split()[:2]),
        )
        for each in routes
    ]
    assert name_calls(made, {})[key].rule == rule
    assert rule in RULES
    assert name_calls(made, {key: "a.b"})[key].rule == "fixed"
