"""The configuration: what it says, and what is said about a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.config import Target, ad_hoc_target, load_targets
from clientsmith.diagnostics import ClientsmithError, Span

SMALL = """\
[targets.accounts]
document = "openapi.yaml"
output = "generated"
package = "accounts"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text("openapi: 3.1.0\n")
    return tmp_path


def targets(text: str, *names: str, file: str = "clientsmith.toml") -> tuple[Target, ...]:
    Path(file).write_text(text)
    return load_targets(Path.cwd(), names)


def problems(text: str, *names: str, file: str = "clientsmith.toml") -> list[str]:
    """`file:line:column code message (hint)` of each problem of a configuration."""
    with pytest.raises(ClientsmithError) as caught:
        targets(text, *names, file=file)
    reported: list[str] = []
    for problem in caught.value.diagnostics:
        span = problem.span
        place = f"{span.file}:{span.line}:{span.column} " if span else ""
        hint = f" ({problem.hint})" if problem.hint else ""
        reported.append(f"{place}{problem.code} {problem.message}{hint}")
    return reported


def test_a_target_with_every_key(folder: Path) -> None:
    (folder / "house").mkdir()
    found = targets(SMALL + """\
client = "Accounts"
environment = "ACC"
templates = "house"
lock = "my.lock"
flatten = ["page"]
deep_object_arrays = "comma"
allow_remote = ["schemas.example.com"]
[targets.accounts.operations]
"GET /accounts/{id}" = "accounts.get"
[targets.accounts.types]
"#/components/schemas/acc" = "Account"
[targets.accounts.pagination]
"GET /accounts" = false
""")
    (target,) = found
    assert (
        target.model_dump()
        == Target(
            name="accounts",
            document=folder / "openapi.yaml",
            output=folder / "generated",
            package="accounts",
            client="Accounts",
            environment="ACC",
            templates=folder / "house",
            lock=folder / "my.lock",
            flatten=("page",),
            deep_object_arrays="comma",
            allow_remote=("schemas.example.com",),
            operations={"GET /accounts/{id}": "accounts.get"},
            types={"#/components/schemas/acc": "Account"},
            pagination={"GET /accounts": False},
        ).model_dump()
    )
    assert target.span("operations", "GET /accounts/{id}") == Span("clientsmith.toml", 13, 1)
    assert target.package_folder == folder / "generated" / "accounts"


def test_the_lock_stands_beside_the_document(folder: Path) -> None:
    (found,) = targets(SMALL)
    assert found.lock == folder / "names.lock"


def test_paths_are_relative_to_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "clientsmith.toml").write_text(SMALL)
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    (found,) = load_targets(Path.cwd(), file=Path("../clientsmith.toml"))
    assert found.document.samefile(folder / "openapi.yaml")


def test_a_table_in_pyproject() -> None:
    text = '[project]\nname = "x"\n' + SMALL.replace("[targets", "[tool.clientsmith.targets")
    (found,) = targets(text, file="pyproject.toml")
    assert found.name == "accounts"


def test_a_pyproject_of_others_is_no_configuration() -> None:
    Path("pyproject.toml").write_text('[project]\nname = "x"\ndependencies = ["clientsmith"]\n')
    (found,) = targets(SMALL)
    assert found.name == "accounts"


def test_names_choose_targets_in_the_order_of_the_file() -> None:
    second = SMALL.replace("accounts", "bills") + 'lock = "other.lock"\n'
    assert [target.name for target in targets(SMALL + second, "bills", "accounts", "bills")] == [
        "accounts",
        "bills",
    ]


def test_an_ad_hoc_target_keeps_no_lock(folder: Path) -> None:
    target = ad_hoc_target(Path("openapi.yaml"), "accounts", None, Path("out"))
    assert target.document == folder / "openapi.yaml"
    assert target.package_folder == folder / "out" / "accounts"
    assert target.lock is None


def test_no_configuration() -> None:
    with pytest.raises(ClientsmithError, match=r"there is no clientsmith\.toml here"):
        load_targets(Path.cwd())


def test_two_configurations() -> None:
    Path("pyproject.toml").write_text("[tool.clientsmith]\n")
    assert problems(SMALL) == [
        "clientsmith.toml:1:1 config-ambiguous both clientsmith.toml and [tool.clientsmith] in"
        " pyproject.toml configure clientsmith (keep one, or name it with --config)"
    ]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("", "1:1 config-value the configuration has no target"),
        ("targets = 1", "1:1 config-type 'targets' must be a table with a table for each target"),
        ("[target.a]", "1:2 config-unknown-key unknown key 'target' (did you mean 'targets'?)"),
        (
            "[targets]\naccounts = 1",
            "2:1 config-type the target 'accounts' must be a table (write a table"
            " [targets.accounts])",
        ),
        (
            '[targets]\ndocument = "openapi.yaml"',
            "2:1 config-type the target 'document' must be a table (put 'document' into a"
            " table [targets.<name>], where <name> is your choice)",
        ),
        ("[targets.a", "1:11 config-syntax not TOML: expected ']' at the end of a table"),
        ('a = """\n\n', "1:8 config-syntax not TOML: "),
        ("a = 1\na = 2", "2:6 config-syntax not TOML: cannot overwrite a value"),
        ("a = ", "1:5 config-syntax not TOML: invalid value"),
        ("[targets.a]", "1:2 config-value 'document' is missing in target 'a'"),
        (
            SMALL + 'clint = "A"',
            "5:1 config-unknown-key unknown key 'clint' in target 'accounts'"
            " (did you mean 'client'?)",
        ),
        (
            SMALL + 'name = "A"',
            "5:1 config-unknown-key unknown key 'name' in target 'accounts'"
            " (did you mean 'names'?)",
        ),
        (
            SMALL.replace("openapi", "openapl"),
            "2:1 document-missing the document 'openapl.yaml' does not exist",
        ),
        (
            SMALL.replace('"openapi.yaml"', '"a\\u0000b"'),
            "2:1 config-value document: a path cannot contain a NUL character",
        ),
        (
            SMALL.replace('"generated"', "1"),
            "3:1 config-type 'output' must be a string, not an integer",
        ),
        (
            SMALL + 'flatten = "page"',
            "5:1 config-type 'flatten' must be an array of strings, not a string",
        ),
        (
            SMALL + "flatten = [1979-05-27]",
            "5:1 config-type 'flatten.0' must be a string, not a date or time",
        ),
        (
            SMALL + 'templates = "house"',
            "5:1 templates-missing the templates folder 'house' does not exist",
        ),
        (
            SMALL + 'naive_datetimes = "local"',
            "5:1 config-value 'naive_datetimes' must be 'refuse' or 'utc', not 'local'",
        ),
        (
            SMALL + 'deep_object_arrays = "commas"',
            "5:1 config-value 'deep_object_arrays' must be 'repeat', 'comma' or 'brackets',"
            " not 'commas'",
        ),
        (
            SMALL + 'header_arrays = "lines"',
            "5:1 config-value 'header_arrays' must be 'comma' or 'repeat', not 'lines'",
        ),
        (
            SMALL + 'client = "My Client"',
            "5:1 config-value client: 'My Client' is not a valid name for a Python class",
        ),
        (
            SMALL + 'environment = "my-env"',
            "5:1 config-value environment: 'my-env' cannot start the name of an environment"
            " variable",
        ),
        (
            SMALL + 'operations = ["GET /"]',
            "5:1 config-type 'operations' must be a table, not an array",
        ),
        (
            SMALL + '[targets.accounts.operations]\n# mine\n"get /a" = "a.b"',
            "7:1 config-value operations.get /a: 'get /a' is not an operation; write METHOD",
        ),
        (
            SMALL + '[targets.accounts.operations]\n"GET /a" = "a.class"',
            "6:1 config-value operations.GET /a: 'class' in 'a.class' is a keyword of Python",
        ),
        (
            SMALL + '[targets.accounts.operations]\n"GET /a" = "a.b"\n"GET /c" = "a.b"',
            "5:2 config-value operations: 'a.b' names both 'GET /a' and 'GET /c'",
        ),
        (
            SMALL + '[targets.accounts.types]\n"Account" = "A"',
            "6:1 config-value types.Account: 'Account' is not a JSON pointer into the document;",
        ),
        (
            SMALL + '[targets.accounts.pagination]\n"GET /a" = "no"',
            "6:1 config-type 'pagination.GET /a' must be true, false or a table, not a string",
        ),
        (
            SMALL + '[targets.accounts.pagination]\n"GET /a" = {knd = "page"}',
            "6:1 config-unknown-key unknown key 'knd' in 'pagination.GET /a' in target 'accounts'"
            " (did you mean 'kind'?)",
        ),
        (
            SMALL + '[targets.accounts.streams]\n"POST /a" = "stream"',
            "6:1 config-type 'streams.POST /a' must be true, false or a table, not a string",
        ),
        (
            SMALL + '[targets.accounts.streams]\n"POST /a" = {argumnt = "stream"}',
            "6:1 config-unknown-key unknown key 'argumnt' in 'streams.POST /a' in target"
            " 'accounts' (did you mean 'argument'?)",
        ),
        (
            SMALL + '[targets.accounts.answers]\n"GET /a" = "files"',
            "6:1 config-value 'answers.GET /a' must be 'file', 'text', 'json', 'events' or 'lines',"
            " not 'files'",
        ),
        (
            SMALL + '[targets.accounts.answers]\n"GET /a" = true',
            "6:1 config-value 'answers.GET /a' must be 'file', 'text', 'json', 'events' or 'lines',"
            " not True",
        ),
        (
            SMALL + '[targets.accounts.answers]\n"/a" = "file"',
            "6:1 config-value answers./a: '/a' is not an operation; write METHOD",
        ),
        (
            SMALL + '[targets.accounts.pagination."GET /a"]\nkind = "pages"',
            "6:1 config-value 'pagination.GET /a.kind' must be 'page', 'offset', 'cursor',",
        ),
        *(
            (
                SMALL + f"allow_remote = ['{host}']",
                f"5:1 config-value allow_remote.0: '{host}' is not a host name; write one such as",
            )
            for host in (
                "https://a.test",
                "a.test:443",
                "*.a.test",
                "127.0.0.1",
                "0x7f.1",
                "A.test",
            )
        ),
        (
            SMALL + 'allow_remote = "a.test"',
            "5:1 config-type 'allow_remote' must be an array of strings, not a string",
        ),
        (
            SMALL + SMALL.replace("[targets.accounts]", "[targets.b]") + 'lock = "b.lock"',
            "8:1 config-value the targets 'accounts' and 'b' write the same folder"
            " (set another output for one of them)",
        ),
        (
            SMALL + SMALL.replace("accounts", "b"),
            "5:2 config-value the targets 'accounts' and 'b' keep their names in the same lock"
            " (set another lock for one of them)",
        ),
    ],
)
def test_each_mistake_has_a_place(text: str, reported: str) -> None:
    assert problems(text)[0].startswith(f"clientsmith.toml:{reported}")


@pytest.mark.parametrize(
    "package",
    ["my-package", "1st", "class", "match", "__init__", "", "a.b", "con", "../x", "naïve"],
)
def test_packages_that_cannot_be_imported(package: str) -> None:
    reported = problems(SMALL.replace('"accounts"', f'"{package}"'))
    assert reported == [
        f"clientsmith.toml:4:1 config-value package: {package!r} cannot be imported as a Python"
        " package; choose a name of ASCII letters, digits and underscores that is no keyword"
    ]


def test_all_mistakes_are_reported_at_once() -> None:
    text = '[targets.a]\noutput = 1\nextra = 2\n[targets.b]\ndocument = "none.yaml"\n'
    assert [reported.split()[0] for reported in problems(text)] == [
        "clientsmith.toml:1:2",
        "clientsmith.toml:1:2",
        "clientsmith.toml:2:1",
        "clientsmith.toml:3:1",
        "clientsmith.toml:4:2",
        "clientsmith.toml:4:2",
    ]


def test_an_unknown_target() -> None:
    assert problems(SMALL, "acounts") == [
        "clientsmith.toml:1:1 target-unknown the configuration has no target 'acounts'"
        " (did you mean 'accounts'?)"
    ]
    assert problems(SMALL, "x")[0].endswith("(its targets are 'accounts')")


def test_mistakes_in_pyproject_have_a_place_too() -> None:
    text = '[project]\nname = "x"\n\n[tool.clientsmith.targets.a]\ndocument = 1\n'
    assert "pyproject.toml:5:1 config-type 'document' must be a string, not an integer" in problems(
        text, file="pyproject.toml"
    )
    assert problems("[tool]\nclientsmith = 1\n", file="pyproject.toml") == [
        "pyproject.toml:2:1 config-type 'clientsmith' must be a table"
    ]


def test_a_named_file_that_is_none_of_ours() -> None:
    Path("pyproject.toml").write_text('[project]\nname = "x"\n')
    with pytest.raises(ClientsmithError, match=r"has no \[tool.clientsmith\] table"):
        load_targets(Path.cwd(), file=Path("pyproject.toml"))
    with pytest.raises(ClientsmithError, match=r"'none.toml' cannot be read: No such file"):
        load_targets(Path.cwd(), file=Path("none.toml"))


def test_a_file_that_is_not_text() -> None:
    Path("clientsmith.toml").write_bytes(b"# fine\na = '\xff'\n")
    with pytest.raises(ClientsmithError, match=r"clientsmith.toml:2:1 .* the file is not UTF-8"):
        load_targets(Path.cwd())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('targets.a.document = 1\ntargets.a.output = ""\ntargets.a.package = "a"', "1:1"),
        ('targets = { a = { document = 1, output = "", package = "a" } }', "1:1"),
        ('[ targets . "a" ]\n  document = 1\noutput = ""\npackage = "a"', "2:3"),
        ("[targets.'a']\n\toutput = '''\ndocument = 2\n'''\n\tdocument = 1\npackage = 'a'", "5:2"),
        (
            '[targets.a]\noutput = """\n[x]\ndocument = 2\\""""\n"document" = 1\npackage = "a"',
            "5:1",
        ),
        ('[targets.a]\nflatten = [\n  "document", # ] =\n  "]"]\noutput = ""\ndocument = 1', "6:1"),
        ('[targets.a]\r\noutput = ""\r\ndocument = 1\r\npackage = "a"\r\n', "3:1"),
        ('# [targets.a]\n[targets."\\u0061"]\ndocument=1\noutput = ""\npackage = "a"', "3:1"),
    ],
)
def test_keys_are_found_in_every_layout(text: str, place: str) -> None:
    Path("clientsmith.toml").write_bytes(text.encode())
    with pytest.raises(ClientsmithError) as caught:
        load_targets(Path.cwd())
    spans = [problem.span for problem in caught.value.diagnostics if "document" in problem.message]
    assert [f"{span.line}:{span.column}" for span in spans if span] == [place]


def test_the_configuration_of_this_project() -> None:
    root = Path(__file__).parents[2]
    (target,) = load_targets(root, ["external_connections"])
    assert target.package_folder == root / "generated" / "telnyx_external_connections"
    assert target.client == "Telnyx"


def test_limits_are_raised_for_a_target(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text("openapi: 3.1.0")
    config = tmp_path / "clientsmith.toml"
    table = '[targets.a]\ndocument = "openapi.yaml"\noutput = "."\npackage = "a"\n'
    config.write_text(f"{table}[targets.a.limits]\ndepth = 300\n")
    (target,) = load_targets(tmp_path)
    assert target.limits == {"depth": 300}
    config.write_text(f"{table}[targets.a.limits]\nbites = 300\n")
    with pytest.raises(ClientsmithError, match="there is no limit 'bites'"):
        load_targets(tmp_path)


@pytest.mark.parametrize(
    ("file", "header", "table"),
    [
        ("clientsmith.toml", "targets.pets", "targets.pets.types"),
        ("clientsmith.toml", 'targets."a b"', 'targets."a b".types'),
        ("clientsmith.toml", "targets.'q\"]'", 'targets."q\\"]".types'),
        ("pyproject.toml", "tool.clientsmith.targets.a", "tool.clientsmith.targets.a.types"),
    ],
)
def test_the_name_of_a_table_is_that_of_the_file(file: str, header: str, table: str) -> None:
    Path(file).write_text(SMALL.replace("targets.accounts", header), encoding="utf-8")
    (target,) = load_targets(Path.cwd())
    assert target.table("types") == table
