"""Names: what becomes of text in any style, and who keeps a name that two want."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clientsmith.diagnostics import ClientsmithError
from clientsmith.emit.views import index, security as security_views
from clientsmith.identifiers import (
    OF_PACKAGES,
    NameLock,
    TypeNames,
    argument,
    attribute,
    client,
    environment,
    module,
    pascal,
    snake,
)


@pytest.mark.parametrize(
    ("text", "module", "class_name"),
    [
        ("ExternalConnection", "external_connection", "ExternalConnection"),
        ("external-voice-integrations_id", "external_voice_integrations_id",
         "ExternalVoiceIntegrationsId"),
        ("HTTPServer", "http_server", "HTTPServer"),
        ("ListMDRs", "list_mdrs", "ListMDRs"),
        ("oauth2Token", "oauth2_token", "Oauth2Token"),
        ("v2_page", "v2_page", "V2Page"),
        ("2fa-settings", "n_2fa_settings", "N2faSettings"),
        ("class", "class_", "Class"),
        ("None", "none", "None_"),
        ("größe", "größe", "Größe"),
        ("名前", "名前", "名前"),
        ("__init__", "init", "Init"),
        ("a'; import os #", "a_import_os", "AImportOs"),
        ("", "unnamed", "Unnamed"),
        ("!!!", "unnamed", "Unnamed"),
    ],
)  # fmt: skip
def test_text_becomes_a_name(text: str, module: str, class_name: str) -> None:
    assert (snake(text), pascal(text)) == (module, class_name)


def test_an_argument_keeps_away_from_the_names_that_methods_use() -> None:
    for text in ("self", "options", "timeout", "extra_headers", "omit", "models"):
        assert argument(text) == f"{text}_"


def test_a_field_keeps_its_name_where_pydantic_allows_it() -> None:
    assert attribute("channelLimit") == "channelLimit"
    assert attribute("model_config") == "model_config_"
    assert attribute("copy") == "copy_"
    assert attribute("_private") == "private"
    assert attribute("@type") == "type"
    assert attribute("from") == "from_"


def test_the_first_comer_has_the_name_and_the_next_a_number() -> None:
    names = TypeNames(NameLock(), {})
    assert names.name("/a", "Pet") == "Pet"
    assert names.name("/b", "Pet") == "Pet2"
    assert names.name("/a", "Other") == "Pet"
    assert names.name("/c", "pet") == "pet2_" or names.name("/c", "pet") != "pet"


def test_the_lock_keeps_a_name_for_its_owner() -> None:
    lock = NameLock(types={"/b": "Pet"})
    names = TypeNames(lock, {})
    assert names.name("/a", "Pet") == "Pet2"
    assert names.name("/b", "Anything") == "Pet"


def test_the_configuration_is_stronger_than_the_lock() -> None:
    names = TypeNames(NameLock(types={"/a": "Old"}), {"/a": "New"})
    assert names.name("/a", "Pet") == "New"


def test_a_lock_is_written_and_read(tmp_path: Path) -> None:
    lock = NameLock(types={"/b": "B", "/a": "A"}, operations={"GET /a": "a.list"})
    path = tmp_path / "names.lock"
    path.write_text(lock.dump())
    assert NameLock.read(path) == lock
    assert lock.dump().index('"/a"') < lock.dump().index('"/b"')
    assert NameLock.read(tmp_path / "none.lock") == NameLock()


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"types": 1}', "<<<<<<<", "[" * 100_000),
        *(
            f'{{"types": {{"/a": "{name}"}}, "operations": {{}}}}'
            for name in ("import os", "a.b", "__class__", "None", "\ufb01le", "")
        ),
        *(
            f'{{"types": {{}}, "operations": {{"GET /a": "{name}"}}}}'
            for name in ("a", "a.__init__", "_a.b", "a.\uff45val", "a..b", "a.b()")
        ),
        *(
            f'{{"types": {{}}, "operations": {{}}, "credentials": {{"a": {name}}}}}'
            for name in ('"a.b"', '"_a"', '"class"', "1", "[]", "null")
        ),
    ],
)
def test_a_lock_that_is_none_is_reported(tmp_path: Path, text: str) -> None:
    path = tmp_path / "names.lock"
    path.write_text(text)
    with pytest.raises(ClientsmithError) as caught:
        NameLock.read(path)
    (problem,) = caught.value.diagnostics
    assert problem.code == "lock-invalid"
    assert problem.span is not None
    assert problem.span.file.endswith("names.lock")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.write_bytes(b"\xff")])
def test_a_lock_that_is_no_text_is_reported(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "names.lock")
    with pytest.raises(ClientsmithError, match="the lock of names is not valid"):
        NameLock.read(tmp_path / "names.lock")


@pytest.mark.parametrize("make", [snake, pascal, attribute, argument, module])
@pytest.mark.parametrize("text", ["x" * 5_000, "名" * 500, "Ab" * 400, "a_" * 400])
def test_a_name_is_short_enough_for_a_file(make: Callable[[str], str], text: str) -> None:
    name = make(text)
    assert len(name.encode()) <= 101
    assert name.isidentifier()
    assert make(text + "y") != name, "what follows counts too"
    assert len(module(name).encode()) <= 101


def test_a_class_name_made_of_others_stays_short() -> None:
    names = TypeNames(NameLock(), {})
    one, other = names.name("/a", "Item" * 200), names.name("/b", "Item" * 200)
    assert one != other
    assert len(other) <= 101


@pytest.mark.parametrize("text", ["con", "Aux", "NUL", "com1", "LPT9"])
def test_a_module_is_not_called_like_a_device(text: str) -> None:
    assert module(text) == f"{text.lower()}_"


def test_a_resource_keeps_the_name_of_its_asynchronous_twin() -> None:
    names = TypeNames(NameLock(), {})
    assert names.name("#resource/async_foo", "AsyncFoo") == "AsyncFoo"
    assert names.name("#resource/foo", "Foo") == "Foo2"
    assert names.name("/paths/~1bar/get/#page", "BarPage") == "BarPage"
    assert names.name("#resource/async_bar_page", "AsyncBarPage") == "AsyncBarPage2"


@pytest.mark.parametrize(
    ("title", "name", "variable"),
    [
        ("Pets", "Pets", "PETS"),
        ("API", "APIClient", "API_CLIENT"),
        ("Timeout", "TimeoutClient", "TIMEOUT_CLIENT"),
        ("Request Options", "RequestOptionsClient", "REQUEST_OPTIONS_CLIENT"),
        ("日本語", "日本語", "API"),
        ("2nd", "N2nd", "N2_ND"),
        # Each is the client of an API; so it does not say so.
        ("Stripe API", "Stripe", "STRIPE"),
        ("Jira Cloud platform REST API", "JiraCloudPlatform", "JIRA_CLOUD_PLATFORM"),
        ("GitHub's REST API v3.1", "GitHubs", "GIT_HUBS"),
        ("Blockfrost.io ~ API Documentation.", "BlockfrostIo", "BLOCKFROST_IO"),
        ("Stream API", "StreamClient", "STREAM_CLIENT"),
        ("API Reference", "ApiReference", "API_REFERENCE"),
        ("Capi", "Capi", "CAPI"),
    ],
)
def test_a_client_is_called_like_nothing_else_in_its_package(
    title: str, name: str, variable: str
) -> None:
    assert client(title) == name
    assert environment(name) == variable


def test_what_packages_export_is_all_known() -> None:
    modules = index._RUNTIME_EXPORTS | index._OPTIONAL_EXPORTS
    exported = {name for names in modules.values() for name in names}
    used = {"Callable", "Literal", "Mapping", "Self", "Unpack", *security_views._KEYS.values()}
    used |= {"BasicLogin", "ClientCredentials", "SecuritySchemes"}
    assert {name for name in exported | used if not name.islower()} == OF_PACKAGES
