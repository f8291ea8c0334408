"""What a document may have of other hosts: what is asked, what is pinned, what is kept."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest
from tests.tiers import slow

from clientsmith import pipeline
from clientsmith.config import Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError, Diagnostic, render_text
from clientsmith.document import Allowed, Document, Limits, read
from clientsmith.document.remote import Fetched, FetchError, copy_name

HEAD = "openapi: 3.1.0\n"
URL = "https://schemas.test/v1/common.yaml"
HOSTS = frozenset({"schemas.test", "other.test"})


class Web:
    """What hosts have, by URL; `asked` has each URL that was fetched."""

    def __init__(self, pages: Mapping[str, str], moved: Mapping[str, str] | None = None) -> None:
        self.pages = dict(pages)
        self.moved = moved or {}
        self.asked: list[str] = []

    def __call__(
        self, url: str, hosts: Collection[str], most_bytes: int, seconds: float
    ) -> Fetched:
        self.asked.append(url)
        place = self.moved.get(url, url)
        if place not in self.pages:
            raise FetchError(f"'{url}' cannot be fetched: the status of the response is 404")
        content = self.pages[place].encode()
        if len(content) > most_bytes:
            raise FetchError(f"'{url}' makes the document too large", limit="bytes")
        return Fetched(place, content)


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "api").mkdir()
    monkeypatch.chdir(tmp_path / "api")
    monkeypatch.setenv("CLIENTSMITH_CACHE_DIR", str(tmp_path / "cache"))


def document(text: str, web: Web, *, lenient: bool = False, **limits: int) -> Document:
    path = Path("a.yaml")
    path.write_text(HEAD + text)
    allowed = Allowed(HOSTS, web)
    return read(path, limits=Limits(**limits), lenient=lenient, allowed=allowed)


def problems(make: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(ClientsmithError) as caught:
        make()
    assert all(reported.span is not None for reported in caught.value.diagnostics)
    return caught.value.diagnostics


def reported(make: Callable[[], object]) -> list[str]:
    return [f"{found.code}: {found.message}" for found in problems(make)]


# What is asked


def test_no_host_is_allowed_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.yaml").write_text(f"{HEAD}x:\n  $ref: '{URL}#/Pet'\n")
    (found,) = problems(lambda: read(Path("a.yaml")))
    assert render_text([found]).splitlines()[0] == (
        f"a.yaml:3:9 error[ref-remote] '{URL}' is on a host that is not allowed"
    )
    assert found.hint == (
        "save the file beside the document and refer to it by a relative path,"
        " or allow the host: --allow-remote schemas.test"
    )


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("http://schemas.test/a.yaml", "is not an https URL"),
        ("//schemas.test/a.yaml", "is not an https URL"),
        ("https://evil.test/a.yaml", "is on a host that is not allowed"),
        ("https://sub.schemas.test/a.yaml", "is on a host that is not allowed"),
        ("https://schemas.test.evil/a.yaml", "is on a host that is not allowed"),
        ("https://schemas.test@evil.test/a.yaml", "is on a host that is not allowed"),
        ("https://me:secret@schemas.test/a.yaml", "contains credentials"),
        ("https://@schemas.test/a.yaml", "contains credentials"),
        ("https://schemas.test:8443/a.yaml", "has a port other than 443"),
        ("https://schemas.test:x/a.yaml", "has a port other than 443"),
        ("https://schemas.test\\\\@evil.test/a.yaml", "has characters that a URL must not have"),
        ("https://schemas.test/a b", "has characters that a URL must not have"),
        ("https://schemas.test/\\r\\nX-Evil: 1", "has characters that a URL must not have"),
        ("https://\\u0455chemas.test/a.yaml", "has characters that a URL must not have"),
        ("https://[::1]/a.yaml", "has characters that a URL must not have"),
        ("https://127.0.0.1/a.yaml", "is on a host that is not allowed"),
        ("https://2130706433/a.yaml", "is on a host that is not allowed"),
        ("https:///a.yaml", "is on a host that is not allowed"),
        ("https:a.yaml", "is on a host that is not allowed"),
        (f"https://schemas.test/{'x' * 3000}", "is longer than 2,000 characters"),
    ],
)
def test_a_url_that_is_not_fetched(reference: str, why: str) -> None:
    web = Web({})
    (found,) = reported(lambda: document(f'x: {{$ref: "{reference}"}}', web))
    assert found.startswith("ref-remote: ")
    assert found.endswith(f"' {why}")
    assert web.asked == []


@pytest.mark.parametrize("reference", ["https%3A//schemas.test/a.yaml", "%2F%2Fschemas.test/a"])
def test_a_url_is_none_while_it_is_encoded(reference: str) -> None:
    web = Web({})
    (found,) = reported(lambda: document(f"x: {{$ref: '{reference}'}}", web))
    assert found.startswith("ref-")
    assert web.asked == []


def test_references_of_a_remote_document_are_relative_to_its_url() -> None:
    web = Web(
        {
            URL: "Pet: {a: {$ref: '#/Tag'}, b: {$ref: ../shared/b.json}, c: {$ref: common.yaml}}\n"
            "Tag: {$ref: //other.test/tag.yaml#here}\n",
            "https://schemas.test/shared/b.json": '{"type": "string"}',
            "https://other.test/tag.yaml": "x: {$anchor: here, type: string}",
        }
    )
    made = document(f"x: {{$ref: '{URL}#/Pet'}}", web)
    here = "#/x-clientsmith-files/https:~1~1schemas.test~1v1~1common.yaml"
    assert made.get("/x") == {"$ref": f"{here}/Pet"}
    assert made.get(f"{here[1:]}/Pet") == {
        "a": {"$ref": f"{here}/Tag"},
        "b": {"$ref": "#/x-clientsmith-files/https:~1~1schemas.test~1shared~1b.json"},
        "c": {"$ref": here},
    }
    assert made.get(f"{here[1:]}/Tag") == {
        "$ref": "#/x-clientsmith-files/https:~1~1other.test~1tag.yaml/x"
    }
    assert sorted(web.asked) == sorted(web.pages)
    span = made.span(f"{here[1:]}/Tag")
    assert (span.file, span.line, span.column) == (URL, 2, 6)


def test_after_a_redirect_they_are_relative_to_where_it_led() -> None:
    moved = "https://other.test/deep/er/x.yaml"
    web = Web({moved: "a: {$ref: y.yaml}", "https://other.test/deep/er/y.yaml": "{}"}, {URL: moved})
    document(f"x: {{$ref: '{URL}'}}", web)
    assert web.asked == [URL, "https://other.test/deep/er/y.yaml"]


@pytest.mark.parametrize(
    "reference",
    [
        "file:///etc/passwd",
        "file:a.yaml",
        "/etc/passwd",
        "../../../../a.yaml",
        "a.yaml",
        "b.yaml#/Local",
        "C:/x.yaml",
        "data:text/plain,x",
        "ftp://schemas.test/x",
        "file:///a.yaml#/x",
        "https://schemas.test/local-id",
        "#local-anchor",
        "local.json",
    ],
)
def test_a_remote_document_reaches_no_local_file(reference: str) -> None:
    Path("b.yaml").write_text("Local: {$id: 'https://schemas.test/local-id', type: string}")
    Path("local.json").write_text('{"$id": "file:///local.json"}')
    web = Web({URL: f"Pet: {{$ref: '{reference}'}}"})
    text = (
        "$self: https://schemas.test/v1/a.yaml\n"
        f"x: {{$ref: '{URL}#/Pet'}}\ny: {{$ref: b.yaml#/Local}}\nz: {{$ref: local.json}}\n"
        "w: {$anchor: local-anchor}\n"
    )
    (found,) = problems(lambda: document(text, web))
    assert found.code in ("ref-remote", "ref-fetch", "ref-anchor")
    assert found.span is not None
    assert found.span.file == URL


@pytest.mark.parametrize(
    "identity", ["file:///b.yaml", "https://other.test/b.yaml", "https://schemas.test/v1/b.yaml"]
)
def test_what_a_remote_document_says_it_is_called_is_taken_for_no_other(identity: str) -> None:
    Path("b.yaml").write_text("{title: local}")
    web = Web(
        {
            URL: f"Pet: {{$id: '{identity}', title: false one}}",
            "https://other.test/b.yaml": "{title: of the other host}",
            "https://schemas.test/v1/b.yaml": "{title: of the host}",
        }
    )
    made = document(
        f"x: {{$ref: '{URL}#/Pet'}}\ny: {{$ref: b.yaml}}\n"
        "z: {$ref: 'https://other.test/b.yaml'}\nw: {$ref: 'https://schemas.test/v1/b.yaml'}\n",
        web,
    )
    titles = [made.get(made.get(f"/{key}/$ref")[1:])["title"] for key in "yzw"]
    assert titles == ["local", "of the other host", "of the host"]


def test_limits_hold_for_remote_documents_too() -> None:
    ring = {f"https://schemas.test/{n}": f"a: {{$ref: '{n + 1}'}}" for n in range(50)}
    text = "x: {$ref: 'https://schemas.test/0'}"
    (found,) = reported(lambda: document(text, Web(ring), files=20))
    assert found.startswith("limit-files: ")
    (found,) = reported(lambda: document(text, Web(ring), bytes=500))
    assert found.startswith("limit-bytes: 'https://schemas.test/")
    (found,) = reported(lambda: document(text, Web(ring), nodes=30))
    assert found.startswith("limit-nodes: ")
    bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 10)}]\n" for i in range(9)
    )
    (found,) = reported(lambda: document(f"x: {{$ref: '{URL}'}}", Web({URL: bomb}), nodes=10_000))
    assert found.startswith("limit-nodes: ")


def test_time_is_limited_over_all_of_them() -> None:
    left: list[float] = []

    def slow(url: str, hosts: Collection[str], most_bytes: int, seconds: float) -> Fetched:
        left.append(seconds)
        raise FetchError(f"fetching '{url}' takes too long", limit="fetch_seconds")

    Path("a.yaml").write_text(f"{HEAD}x: {{$ref: '{URL}'}}\ny: {{$ref: '{URL}?2'}}")
    found = problems(
        lambda: read(Path("a.yaml"), limits=Limits(fetch_seconds=7), allowed=Allowed(HOSTS, slow))
    )
    assert {(each.code, each.hint[-30:]) for each in found} == {
        ("limit-fetch-seconds", "limits.fetch_seconds in the configuration"[-30:])
    }
    assert 7 >= left[0] > left[1]


def test_no_run_goes_on_without_what_another_may_find() -> None:
    text = f"x: {{$ref: '{URL}'}}\ny: {{$ref: 'https://evil.test/x'}}"
    found = reported(lambda: document(text, Web({}), lenient=True))
    assert found == [f"ref-fetch: '{URL}' cannot be fetched: the status of the response is 404"]
    made = document("y: {$ref: 'https://evil.test/x'}", Web({}), lenient=True)
    assert [each.message for each in made.dangling.values()] == [
        "'https://evil.test/x' is on a host that is not allowed"
    ]


# What is pinned and kept

DOCUMENT = f"""\
openapi: 3.1.0
info: {{title: Small, version: 1.0.0}}
servers: [{{url: "https://api.example.com"}}]
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: {{$ref: '{URL}#/Pet'}}
"""
PETS = "Pet: {type: object, properties: {name: {type: string}, tag: {$ref: tag.yaml}}}\n"
TAG = "https://schemas.test/v1/tag.yaml"


@pytest.fixture
def web() -> Web:
    return Web({URL: PETS, TAG: "{type: string, description: A tag.}\n"})


@pytest.fixture
def target() -> Target:
    Path("pets.yaml").write_text(DOCUMENT)
    made = ad_hoc_target(Path("pets.yaml"), "small", None, Path("out"))
    return made.model_copy(
        update={"allow_remote": tuple(HOSTS), "lock": Path("names.lock").absolute()}
    )


def generate(target: Target, web: Web | None = None, *, refetch: bool = False) -> bool:
    """Whether there was anything to do; without a web, asking for one is an error."""
    outcome = pipeline.generate(target, fetch=web or _offline, refetch=refetch)
    return outcome.result is not None


def _offline(url: str, hosts: Collection[str], most_bytes: int, seconds: float) -> Fetched:
    raise FetchError(f"'{url}' cannot be fetched: there is no network")


def tree(folder: Path = Path()) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def copies() -> list[str]:
    return sorted(path.name for path in Path("pets.yaml.remote").iterdir())


def test_what_is_fetched_is_pinned_and_kept(target: Target, web: Web) -> None:
    assert generate(target, web)
    assert web.asked == [URL, TAG]
    pins = json.loads(Path("pets.yaml.remote.lock").read_text())
    assert list(pins) == [URL, TAG]
    assert copies() == sorted(copy_name(url, pins[url]["sha256"]) for url in pins)
    assert copies()[0].startswith("schemas-test-common-")
    for url, page in web.pages.items():
        copy = Path("pets.yaml.remote") / copy_name(url, pins[url]["sha256"])
        assert copy.read_text() == page
    assert "class Pet" in Path("out/small/models/pet.py").read_text()


def test_a_fresh_clone_gives_the_same_without_a_network(
    target: Target, web: Web, tmp_path: Path
) -> None:
    generate(target, web)
    before = tree()
    assert not generate(target)
    shutil.rmtree("out")
    assert generate(target)
    assert tree() == before
    assert pipeline.check(target).changes == ()
    clone = tmp_path / "clone"
    shutil.copytree(".", clone, ignore=shutil.ignore_patterns("out"))
    assert generate(
        target.model_copy(
            update={
                "document": clone / "pets.yaml",
                "output": clone / "out",
                "lock": clone / "names.lock",
            }
        )
    )
    assert tree(clone) == before


def test_turned_line_ends_change_nothing(target: Target, web: Web) -> None:
    generate(target, web)
    for path in [*Path("pets.yaml.remote").iterdir(), Path("pets.yaml.remote.lock")]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert not generate(target)
    assert pipeline.check(target).changes == ()


def test_what_the_server_says_later_changes_nothing_by_itself(target: Target, web: Web) -> None:
    generate(target, web)
    web.pages[URL] = PETS.replace("name", "nick")
    assert not generate(target, web)
    before = tree()
    shutil.rmtree("pets.yaml.remote")
    (found,) = problems(lambda: generate(target, web))
    assert found.code == "ref-changed"
    assert found.span is not None
    assert (found.span.file, found.span.line) == ("pets.yaml", 13)
    assert "differs from the hash in 'pets.yaml.remote.lock': its hash is " in found.message
    assert "`clientsmith generate --refetch` accepts it" in found.hint
    assert tree() == {name: text for name, text in before.items() if "remote/" not in name}
    # The same content is taken without a word.
    web.pages[URL] = PETS
    assert generate(target, web)
    assert tree() == before


def test_refetch_takes_it_as_it_is_now(target: Target, web: Web) -> None:
    generate(target, web)
    (Path("pets.yaml.remote") / "notes.txt").write_text("mine\n")
    kept = set(copies())
    web.pages[URL] = PETS.replace("name", "nick")
    assert generate(target, web, refetch=True)
    assert "nick" in Path("out/small/models/pet.py").read_text()
    assert len(kept & set(copies())) == 2
    assert len(copies()) == 3
    assert not generate(target)
    assert pipeline.check(target).changes == ()


def test_what_is_referred_to_no_longer_goes(target: Target, web: Web) -> None:
    generate(target, web)
    Path("pets.yaml").write_text(DOCUMENT.replace(f"{{$ref: '{URL}#/Pet'}}", "{type: string}"))
    (Path("pets.yaml.remote") / "notes.txt").write_text("mine\n")
    assert generate(target)
    assert copies() == ["notes.txt"]
    assert not Path("pets.yaml.remote.lock").exists()


def test_a_host_that_is_allowed_no_longer_is_not_read_either(target: Target, web: Web) -> None:
    generate(target, web)
    stricter = target.model_copy(update={"allow_remote": ()})
    (found,) = problems(lambda: generate(stricter))
    assert found.code == "ref-remote"


def test_a_place_in_the_lock_has_to_be_allowed(target: Target, web: Web) -> None:
    web.moved = {URL: "https://other.test/x/common.yaml"}
    web.pages = {
        "https://other.test/x/common.yaml": PETS,
        "https://other.test/x/tag.yaml": "{type: string}",
    }
    generate(target, web)
    assert not generate(target)
    stricter = target.model_copy(update={"allow_remote": ("schemas.test",)})
    (found,) = reported(lambda: generate(stricter))
    assert found == (
        f"ref-remote: '{URL}' was redirected to 'https://other.test/x/common.yaml',"
        " which is on a host that is not allowed"
    )


def test_what_is_missing_without_a_network_is_reported(target: Target, web: Web) -> None:
    (found,) = problems(lambda: generate(target))
    assert found.message == f"'{URL}' cannot be fetched: there is no network"
    generate(target, web)
    copy = Path("pets.yaml.remote") / copies()[1]
    copy.unlink()
    (found,) = problems(lambda: generate(target))
    assert found.message == f"'{TAG}' cannot be fetched: there is no network"
    assert found.hint == (
        f"restore its copy '{copy.as_posix()}', which is missing, from version control"
    )


def test_check_and_validate_fetch_nothing(target: Target, web: Web) -> None:
    (found,) = problems(lambda: pipeline.check(target))
    assert found.message == f"there is no copy of '{URL}', and this command fetches nothing"
    assert found.hint == "run `clientsmith generate`, which fetches it and keeps a copy"
    (found,) = pipeline.validate(Path("pets.yaml"), HOSTS)
    assert found.code == "ref-not-fetched"
    (found,) = pipeline.validate(Path("pets.yaml"))
    assert found.code == "ref-remote"
    generate(target, web)
    assert pipeline.validate(Path("pets.yaml"), HOSTS) == ()


def test_an_edited_copy_is_reported_and_never_lost(target: Target, web: Web) -> None:
    generate(target, web)
    copy = Path("pets.yaml.remote") / copies()[0]
    copy.write_text(PETS + "Mine: {}\n")
    (found,) = problems(lambda: generate(target, web))
    assert found.code == "ref-copy"
    assert found.message == (
        f"the copy '{copy.as_posix()}' of '{URL}' differs from the hash in 'pets.yaml.remote.lock'"
    )
    with pytest.raises(ClientsmithError) as caught:
        generate(target, web, refetch=True)
    assert caught.value.diagnostics[0].code == "output-edited"
    assert copy.read_text().endswith("Mine: {}\n")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "[" * 100_000, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")]
    + [
        json.dumps({URL: pin}) for pin in (1, {}, {"sha256": "x"}, {"sha256": "0" * 64, "place": 1})
    ],
)
def test_a_lock_that_is_none_is_reported(target: Target, web: Web, text: str) -> None:
    Path("pets.yaml.remote.lock").write_text(text)
    (found,) = problems(lambda: generate(target, web))
    assert found.code == "lock-invalid"
    assert found.span is not None
    assert found.span.file == "pets.yaml.remote.lock"
    assert len(found.message) < 300
    assert generate(target, web, refetch=True)


def test_links_lead_neither_reading_nor_writing_astray(
    target: Target, web: Web, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    Path("pets.yaml.remote").symlink_to(outside)
    with pytest.raises(ClientsmithError) as caught:
        generate(target, web)
    assert caught.value.diagnostics[0].code == "output-refused"
    assert list(outside.iterdir()) == []
    Path("pets.yaml.remote").unlink()
    generate(target, web)
    copy = Path("pets.yaml.remote") / copies()[0]
    (outside / "x").write_bytes(copy.read_bytes())
    copy.unlink()
    copy.symlink_to(outside / "x")
    (found,) = problems(lambda: pipeline.check(target))
    assert found.code == "ref-not-fetched"
    victim = tmp_path / "victim"
    victim.write_text("precious\n")
    shutil.rmtree("pets.yaml.remote")
    Path("pets.yaml.remote.lock").unlink()
    Path(".clientsmith-pets.yaml.remote.lock.new").symlink_to(victim)
    Path(".clientsmith-names.lock.new").symlink_to(victim)
    assert generate(target, web)
    assert victim.read_text() == "precious\n"


def test_a_copy_is_named_by_nothing_that_a_disk_takes_amiss() -> None:
    digest = "0123456789abcdef" * 4
    for path in (
        "/",
        "/../../x",
        "/%2e%2e/%00",
        "/con.yaml",
        "/" + "y" * 1_900,
        "/a?b=/../c",
        "/x.",
    ):
        name = copy_name(f"https://con.test{path}", digest)
        assert name.startswith("con-test")
        assert name.isascii()
        assert name == name.lower()
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        assert len(name) < 120
        assert name.count(".") == 1
        assert "0123456789abcdef" in name


# Runs that break off

posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="the test forks")
_CHANGES = ("os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "tempfile.mkstemp")


def run_with_fault(target: Target, web: Web, at: int, fault: Callable[[], None]) -> str:
    """How a run that takes all anew ends in a child that meets a fault at its `at`-th change."""
    child = os.fork()
    if child == 0:
        seen = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            writes = event == "open" and bool(set(str(arguments[1])) & set("wax+"))
            if event in _CHANGES or writes or event == "ctypes.dlsym":
                seen += 1
                if seen == at:
                    fault()

        code = 3
        try:
            sys.addaudithook(hook)
            pipeline.generate(target, fetch=web, refetch=True)
            code = 0 if seen < at else 1
        except ClientsmithError:
            code = 2
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return ("done", "went on", "refused", "crashed")[code] if code >= 0 else "killed"


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail() -> None:
    raise OSError(28, "No space left on device")


@posix
def test_two_runs_at_once_leave_one_of_two_results_whole(target: Target, web: Web) -> None:
    """Whoever comes second gets an error, or waits; lock, copies and client are of one run."""
    generate(target, web)
    for number in range(2):
        children: list[int] = []
        for tag in ("one", "other"):
            child = os.fork()
            if child == 0:
                web.pages[URL] = PETS.replace("name", f"{tag}_{number}")
                code = 3
                try:
                    pipeline.generate(target, fetch=web, refetch=True)
                    code = 0
                except ClientsmithError as problem:
                    code = 1 if problem.diagnostics[0].code in _BUSY else 2
                finally:
                    os._exit(code)
            children.append(child)
        ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert 0 in ends
        assert set(ends) <= {0, 1}
        generate(target)
        assert pipeline.check(target).changes == ()


_BUSY = ("output-locked", "output-busy")


@posix
@pytest.mark.parametrize("every", [61, slow(1)])
@pytest.mark.parametrize("fault", [_kill, _fail])
def test_whatever_breaks_a_run_off_the_next_one_mends_it(
    target: Target, web: Web, fault: Callable[[], None], every: int, tmp_path: Path
) -> None:
    """Killed at each write: of copies, their lock, the client, the lock of names and the cache."""
    generate(target, web)
    shutil.copytree(".", tmp_path / "old")
    web.pages[URL] = PETS.replace("Pet:", "Pet: &pet").replace("name", "nick")
    web.pages[TAG] = "{type: integer}\n"
    generate(target, web, refetch=True)
    new = tree()
    old = tree(tmp_path / "old")
    ends: list[str] = []
    for at in range(1, 300, every):
        for path in Path().iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(tmp_path / "old", ".", dirs_exist_ok=True)
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        ends.append(run_with_fault(target, web, at, fault))
        assert ends[-1] != "crashed"
        now = tree()
        client = {name: text for name, text in now.items() if name.startswith("out/small/")}
        assert any(
            client == {name: text for name, text in whole.items() if name.startswith("out/small/")}
            for whole in (old, new)
        )
        # Without a network: what was pinned is all there, whichever it was.
        generate(target)
        pinned = Path("pets.yaml.remote.lock").read_text()
        now = {
            name: text
            for name, text in tree().items()
            # What a run that died left, and copies of no use, go with the next writing.
            if not re.match(r"(out/)?\.clientsmith-.*\.(lock|new)$|pets\.yaml\.remote/", name)
            or name.rpartition("-")[2].partition(".")[0] in pinned
        }
        assert now in (old, new)
        if len(ends) % 10 == 0:
            generate(target, web, refetch=True)
            assert tree() == new
        if ends[-1] == "done":
            break
    else:
        pytest.fail("the run never ended")
    assert len(ends) * every > 20
