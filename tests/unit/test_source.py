"""Reading documents: data, places, limits, files, and a clear word for what cannot be read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from clientsmith.diagnostics import ClientsmithError, Span
from clientsmith.document import (
    Document,
    Limits,
    join_pointer,
    look_up,
    measure,
    read,
    split_pointer,
    yaml as yaml_text,
)
from clientsmith.document.yaml import YamlReader

HEAD = "openapi: 3.1.0\n"


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "api").mkdir()
    monkeypatch.chdir(tmp_path / "api")


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read_yaml(content: str | bytes, **limits: int) -> Document:
    return read(put("a.yaml", content), limits=Limits(**limits))


def read_json(content: str | bytes, **limits: int) -> Document:
    return read(put("a.json", content), limits=Limits(**limits))


def refused(make: Callable[[], Document]) -> list[str]:
    """What reading tells, each as `file:line:column code: message`."""
    with pytest.raises(ClientsmithError) as caught:
        make()
    return [
        f"{each.span.file}:{each.span.line}:{each.span.column} {each.code}: {each.message}"
        for each in caught.value.diagnostics
        if each.span
    ]


def hints(make: Callable[[], Document]) -> list[str]:
    with pytest.raises(ClientsmithError) as caught:
        make()
    return [reported.hint for reported in caught.value.diagnostics]


# Scalars


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("+3", 3),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("text", "text"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("2020-01-01", "2020-01-01"),
        ("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("y", "y"),
        ("=", "="),
        ("-", None),
        ("1.2.3", "1.2.3"),
        ("+", "+"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!float 1", 1.0),
        ("!!bool 'true'", True),
        ("!!null ''", None),
        ("! '12'", "12"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(written: str, value: object) -> None:
    if written == "-":
        assert read_yaml(HEAD + "x:\n  -").data["x"] == [value]
        return
    found = read_yaml(f"{HEAD}x: {written}\n").data["x"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off"])
def test_words_that_older_yaml_takes_for_booleans_are_text_and_reported(word: str) -> None:
    document = read_yaml(f"{HEAD}x: {word}\n")
    assert document.data["x"] == word
    (reported,) = document.warnings
    assert (reported.code, reported.severity) == ("yaml-boolean", "warning")
    assert reported.message.startswith(f"'{word}' is text in YAML 1.2")
    assert reported.span == Span("a.yaml", 2, 4)


@pytest.mark.parametrize(("written", "value"), [("017", 17), ("0o17", 15), ("-010", -10)])
def test_numbers_that_tools_read_differently_are_reported(written: str, value: int) -> None:
    document = read_yaml(f"{HEAD}x: {written}\n")
    assert document.data["x"] == value
    (reported,) = document.warnings
    assert reported.code == "yaml-octal"
    assert f"the number {value} in YAML 1.2" in reported.message


def test_traps_in_quotes_are_nobodys_trap() -> None:
    assert read_yaml(HEAD + "x: ['yes', \"017\"]\n").warnings == ()


@pytest.mark.parametrize("written", [".inf", "-.INF", ".nan", "1e999"])
def test_numbers_that_json_cannot_hold_are_refused(written: str) -> None:
    assert refused(lambda: read_yaml(f"{HEAD}x: {written}")) == [
        f"a.yaml:2:4 number: {written} is not a finite number, and JSON has no others"
    ]


def test_a_number_as_long_as_a_page_is_refused() -> None:
    digits = "9" * 5000
    wanted = "number: a number of 5,000 characters is too long"
    assert refused(lambda: read_yaml(f"{HEAD}x: {digits}")) == [f"a.yaml:2:4 {wanted}"]
    assert refused(lambda: read_json(f'{{"openapi": "3.1.0", "x": {digits}}}')) == [
        f"a.json:1:27 {wanted}"
    ]


@pytest.mark.parametrize("written", ["!foo 1", "!!binary YQ==", "!!int x", "!!set {a}"])
def test_tags_that_json_does_not_know_are_refused(written: str) -> None:
    (reported,) = refused(lambda: read_yaml(f"{HEAD}x: {written}"))
    assert reported.startswith("a.yaml:2:4 tag: the YAML tag !")


# Keys


def test_a_status_code_is_a_text_key() -> None:
    assert read_yaml(HEAD + "x: {200: ok, 0200: no}").data["x"] == {"200": "ok", "0200": "no"}


@pytest.mark.parametrize("key", ["true", "1.5", "null", "~"])
def test_other_keys_that_are_no_text_are_refused(key: str) -> None:
    assert refused(lambda: read_yaml(f"{HEAD}{key}: x")) == [
        f"a.yaml:2:1 key: a key must be text, '{key}' is not"
    ]


def test_a_list_or_a_mapping_as_key_is_refused() -> None:
    assert refused(lambda: read_yaml(HEAD + "[a]: x\n? {b: c}\n: y")) == [
        "a.yaml:2:1 key: a key must be text, a list or a mapping is not",
        "a.yaml:3:3 key: a key must be text, a list or a mapping is not",
    ]


def test_every_duplicate_key_is_reported_with_both_places() -> None:
    assert refused(lambda: read_yaml(HEAD + "a: 1\nb: {c: 1, c: 2}\na: 2")) == [
        "a.yaml:3:11 duplicate-key: duplicate key 'c'; the first is at 3:5",
        "a.yaml:4:1 duplicate-key: duplicate key 'a'; the first is at 2:1",
    ]


def test_a_duplicate_key_in_json_is_found_behind_its_escapes() -> None:
    assert refused(lambda: read_json('{"openapi": "3.1.0",\n "a": 1, "\\u0061": 2}')) == [
        "a.json:2:10 duplicate-key: duplicate key 'a'; the first is at 2:2"
    ]


# Aliases and merge keys


def test_each_alias_is_a_tree_of_its_own() -> None:
    data = read_yaml(HEAD + "a: &a {x: [1]}\nb: *a\n").data
    assert data["b"] == {"x": [1]}
    data["b"]["x"].append(2)
    assert data["a"] == {"x": [1]}


def test_an_alias_points_to_the_text_it_names() -> None:
    document = read_yaml(HEAD + "a: &a {x: 1}\nb: *a\n")
    assert document.span("/b/x") == Span("a.yaml", 2, 11, "/b/x")


def test_merge_keys_add_what_is_not_there() -> None:
    text = "a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}\nc: {<<: [*a, {x: 9, z: 4}]}\n"
    data = read_yaml(HEAD + text).data
    assert data["b"] == {"x": 3, "y": 2}
    assert data["c"] == {"x": 1, "y": 2, "z": 4}


def test_a_quoted_merge_key_is_a_name() -> None:
    assert read_yaml(HEAD + "a: {'<<': 1}").data["a"] == {"<<": 1}


@pytest.mark.parametrize("value", ["3", "[3]"])
def test_a_merge_key_takes_mappings_only(value: str) -> None:
    assert refused(lambda: read_yaml(f"{HEAD}a: {{<<: {value}}}")) == [
        "a.yaml:2:9 merge-key: the value of the merge key '<<' must be a mapping or a list of"
        " mappings"
    ]


def test_an_alias_inside_what_it_names_is_refused() -> None:
    assert refused(lambda: read_yaml(HEAD + "a: &x {b: *x}")) == [
        "a.yaml:2:11 alias: the alias '*x' is inside the node that has the anchor '&x'"
    ]


def test_an_alias_without_its_anchor_is_refused() -> None:
    make = partial(read_yaml, HEAD + "a: &peta 1\nb: *petal")
    assert refused(make) == [
        "a.yaml:3:4 alias: there is no anchor '&petal' before the alias '*petal'"
    ]
    assert hints(make) == ["did you mean 'peta'?"]


# Syntax


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("info:\n\ttitle: x", "3:1 syntax: a tab where YAML allows only spaces"),
        (
            "title: a: b",
            "2:9 syntax: a ': ' in text without quotes, or a key with the wrong indentation",
        ),
        ("title: @a", "2:8 syntax: text without quotes cannot begin with '@'"),
        (
            "---\nb: 1",
            "2:1 syntax: a second YAML document begins here; only one is allowed in a file",
        ),
        ("é: \x01", "2:4 syntax: YAML does not allow the character U+0001"),
        # What is missing at the end of a file is shown at the last line that has text.
        ('a: "x\n\n', "2:4 syntax: the quotes that begin here do not end"),
        ("a: {b: c\n", "2:9 syntax: did not find expected ',' or '}'"),
        ("a: [1,\n\n", "2:7 syntax: did not find expected node content"),
        ("a: 1\nb\n\n", "3:1 syntax: this key has no ':' behind it"),
        ("a: 1\nb\n\n# c\nd: 1", "3:1 syntax: this key has no ':' behind it"),
    ],
)
def test_yaml_that_is_none_is_reported_with_its_place(text: str, reported: str) -> None:
    assert refused(lambda: read_yaml(HEAD + text)) == [f"a.yaml:{reported}"]


@pytest.mark.parametrize("text", ["a: [1", "a:\n  b: 1\n c: 2", "a\nb: 1", 'a: "x', "a: {b: ]"])
def test_any_other_yaml_fault_has_a_place_and_no_traceback(text: str) -> None:
    (reported,) = refused(lambda: read_yaml(HEAD + text))
    assert reported.split(" ")[1] == "syntax:"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ('{"a": 1,\n}', "2:1 syntax: JSON allows no comma before a closing bracket"),
        ("{'a': 1}", "1:2 syntax: expecting property name enclosed in double quotes"),
        ('{\n// x\n"a": 1}', "2:1 syntax: JSON has no comments"),
        ('{"a": "\t"}', r"1:8 syntax: JSON text must not contain the control character '\t'"),
        ('{"a": 1} x', "1:10 syntax: there is text after the end of the JSON value"),
        ("", "1:1 syntax: expecting value"),
        ('{"a": {\n\n', "1:8 syntax: expecting property name enclosed in double quotes"),
        ('{"a": NaN}', "1:7 number: NaN is not a finite number, and JSON has no others"),
        (
            '{"a": -Infinity}',
            "1:7 number: -Infinity is not a finite number, and JSON has no others",
        ),
        ('{"a": 1e999}', "1:7 number: 1e999 is not a finite number, and JSON has no others"),
        (
            r'{"a": "\ud800x"}',
            r"1:7 surrogate: half of a surrogate pair (\ud800 to \udfff) is no character "
            "by itself",
        ),
    ],
)
def test_json_that_is_none_is_reported_with_its_place(text: str, reported: str) -> None:
    assert refused(lambda: read_json(text)) == [f"a.json:{reported}"]


def test_a_surrogate_pair_is_one_character() -> None:
    assert read_json(r'{"openapi": "3.1.0", "x": "\ud83d\ude00"}').data["x"] == "😀"


def test_json_is_read_under_any_name_and_with_tabs() -> None:
    document = read_yaml('{\n\t"openapi": "3.1.0",\n\t"x": "\\ud83d\\ude00"}')
    assert document.data["x"] == "😀"
    assert document.span("/x") == Span("a.yaml", 3, 7, "/x")


def test_flow_style_that_is_no_json_is_still_yaml() -> None:
    assert read_yaml("{openapi: 3.1.0, x: [a]}").data["x"] == ["a"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_not_utf_8_is_reported_with_its_place(mark: bytes) -> None:
    assert refused(lambda: read_yaml(mark + HEAD.encode() + "é: ".encode() + b"\xff")) == [
        "a.yaml:2:4 encoding: the byte 0xff is not UTF-8"
    ]


def test_utf_16_is_called_by_its_name() -> None:
    assert refused(lambda: read_yaml(HEAD.encode("utf-16"))) == [
        "a.yaml:1:1 encoding: the file is encoded as UTF-16; OpenAPI documents are UTF-8"
    ]


def test_a_byte_order_mark_and_windows_lines_change_nothing() -> None:
    document = read_yaml(b"\xef\xbb\xbfopenapi: 3.1.0\r\nx: y\r\n")
    assert document.data == {"openapi": "3.1.0", "x": "y"}
    assert document.span("/x") == Span("a.yaml", 2, 4, "/x")
    assert document.line_text(document.span("/x")) == "x: y"


def test_the_python_parser_reads_the_same_where_there_is_no_c(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = HEAD + "x: [1, '2', &a {b: é}, *a]\ny: |\n  text\n"
    in_c = read_yaml(text)
    monkeypatch.setattr(yaml_text, "_Parser", yaml.SafeLoader)
    in_python = read_yaml(text)
    assert in_python.data == in_c.data
    assert in_python.span("/x/3/b") == in_c.span("/x/3/b")


# What is no document


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("", "1:1 document: the document is empty"),
        ("# only a comment\n", "1:1 document: the document is empty"),
        ("- a", "1:1 document: the document is a list; an OpenAPI document is a mapping"),
        ("a", "1:1 document: the document is a single value; an OpenAPI document is a mapping"),
        (
            "x: 1",
            "1:1 document: the key 'openapi' is missing, so this is not recognized as an "
            "OpenAPI document",
        ),
        (
            "x: 1\nopenApi: 3.1.0",
            "2:1 document: the key 'openapi' is missing, so this is not recognized as an "
            "OpenAPI document",
        ),
        (
            'x: 1\nswagger: "1.2"',
            "2:1 swagger: Swagger '1.2' is not supported; Swagger 2.0 and OpenAPI "
            "3.0, 3.1 and 3.2 are",
        ),
        (
            HEAD + "x-clientsmith-files: {}",
            "2:1 document: the key 'x-clientsmith-files' is reserved for clientsmith",
        ),
    ],
)
def test_what_is_no_openapi_document_is_reported_as_such(text: str, reported: str) -> None:
    assert refused(lambda: read_yaml(text)) == [f"a.yaml:{reported}"]


def test_a_missing_file_is_reported_with_the_nearest_name() -> None:
    put("openapi.yaml", HEAD)
    make = partial(read, Path("openapy.yaml"))
    assert refused(make) == ["openapy.yaml:1:1 file: the file 'openapy.yaml' does not exist"]
    assert hints(make) == ["did you mean 'openapi.yaml'?"]


def test_a_folder_is_reported_with_what_is_in_it() -> None:
    put("specs/openapi.yaml", HEAD)
    make = partial(read, Path("specs"))
    assert refused(make) == ["specs:1:1 file: 'specs' is a folder"]
    assert hints(make) == ["name the document in it: specs/openapi.yaml"]


def test_a_pipe_is_not_waited_for() -> None:
    os.mkfifo("pipe.yaml")
    assert refused(lambda: read(Path("pipe.yaml"))) == [
        "pipe.yaml:1:1 file: 'pipe.yaml' is not a regular file"
    ]


def test_links_in_a_ring_are_reported() -> None:
    Path("a.yaml").symlink_to("b.yaml")
    Path("b.yaml").symlink_to("a.yaml")
    (reported,) = refused(lambda: read(Path("a.yaml")))
    assert reported.startswith("a.yaml:1:1 file: 'a.yaml' ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_reported() -> None:
    put("a.yaml", HEAD).chmod(0)
    assert refused(lambda: read(Path("a.yaml"))) == [
        "a.yaml:1:1 file: 'a.yaml' cannot be read: permission denied"
    ]


# Places


@pytest.mark.parametrize(
    ("pointer", "line", "column"),
    [
        ("", 1, 1),
        ("/paths", 3, 3),
        ("/paths/~1a~1{id}/get", 5, 7),
        ("/paths/~1a~1{id}/get/tags/1", 5, 17),
        ("/paths/~1a~1{id}/get/nothing/here", 5, 7),
        ("/paths/~1a~1{id}/get/tags/9", 5, 13),
        ("/nothing", 1, 1),
    ],
)
def test_a_span_is_that_of_the_value_or_its_nearest_ancestor(
    pointer: str, line: int, column: int
) -> None:
    text = "openapi: 3.1.0\npaths:\n  /a/{id}:\n    get:\n      tags: [a, b]\n"
    assert read_yaml(text).span(pointer) == Span("a.yaml", line, column, pointer)


def test_a_key_span_is_that_of_the_key_and_in_a_list_of_the_value() -> None:
    document = read_yaml(HEAD + "paths:\n  /a:\n    tags: [a, b]\n")
    assert document.key_span("/paths/~1a").line == 3
    assert document.key_span("/paths/~1a/tags") == Span("a.yaml", 4, 5, "/paths/~1a/tags")
    assert document.key_span("/paths/~1a/tags/1").column == 15
    assert document.key_span("/paths/~1a/none") == Span("a.yaml", 3, 3, "/paths/~1a/none")


def test_json_has_the_same_places_as_the_same_text_read_as_yaml() -> None:
    data: dict[str, Any] = {
        "openapi": "3.1.0",
        "ключ": [1, {'b"\\': ["é😀", None, True, [], {}]}],
        "c": {"d": -1},
    }
    text = json.dumps(data, indent=2, ensure_ascii=False)
    as_json = read(put("a.yaml", "\n" + text))
    as_yaml = read(put("a.yaml", "#\n" + text))
    assert as_json.data == as_yaml.data == data
    for pointer in ["", "/ключ", "/ключ/0", '/ключ/1/b"\\', '/ключ/1/b"\\/4', "/c/d"]:
        assert as_json.span(pointer) == as_yaml.span(pointer)
        assert as_json.key_span(pointer) == as_yaml.key_span(pointer)


def test_pointers_are_those_of_rfc_6901() -> None:
    assert split_pointer("/a~1b/m~0n/") == ["a/b", "m~n", ""]
    assert join_pointer("a/b", "m~n", 0) == "/a~1b/m~0n/0"
    data = {"a/b": [{"": 1}]}
    assert look_up(data, "") is data
    assert look_up(data, "/a~1b/0/") == 1


@pytest.mark.parametrize("pointer", ["a", "/x", "/a/00", "/a/1", "/a/-", "/a/0/x", "/a/-1"])
def test_nothing_there_is_a_key_error(pointer: str) -> None:
    document = read_yaml(HEAD + "a: [1]")
    with pytest.raises(KeyError):
        document.get(pointer)


def test_line_text_is_empty_for_what_the_document_does_not_have() -> None:
    document = read_yaml(HEAD)
    assert document.line_text(Span("a.yaml", 99, 1)) == ""
    assert document.line_text(Span("other.yaml", 1, 1)) == ""


# Limits


def bomb() -> str:
    levels = "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 10)}]\n" for i in range(15)
    )
    return HEAD + "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + levels


def test_no_more_of_an_alias_bomb_is_made_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    copied = 0
    copy = YamlReader._copy

    def counting(reader: YamlReader, value: Any, event: Any, depth: int) -> Any:
        nonlocal copied
        copied += 1
        return copy(reader, value, event, depth)

    monkeypatch.setattr(YamlReader, "_copy", counting)
    (reported,) = refused(lambda: read_yaml(bomb(), nodes=20_000))
    assert reported.endswith("limit-nodes: the document has too many nodes: the limit is 20,000")
    assert 1_000 < copied <= 20_000


def test_a_merge_bomb_ends_as_well() -> None:
    links = "".join(
        f"m{i + 1}: &m{i + 1} {{<<: [{', '.join([f'*m{i}'] * 9)}]}}\n" for i in range(9)
    )
    (reported,) = refused(lambda: read_yaml(HEAD + "m0: &m0 {x: 1}\n" + links))
    assert "limit-nodes" in reported


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"openapi": "3.1.0", "x": ' + "[" * 100_000),
        ("a.json", '{"openapi": "3.1.0", "x": ' + "[" * 300 + "]" * 300 + "}"),
        ("a.yaml", HEAD + "x: " + "[" * 100_000),
        ("a.yaml", HEAD + "".join(f"{' ' * i}x:\n" for i in range(400))),
        (
            "a.yaml",
            HEAD + "a: &a " + "[" * 200 + "]" * 200 + "\nb: " + "[" * 100 + "*a" + "]" * 100,
        ),
    ],
)
def test_depth_is_limited_and_never_overflows_the_stack(name: str, text: str) -> None:
    (reported,) = refused(lambda: read(put(name, text)))
    assert reported.endswith(
        "limit-depth: the document is nested too deeply here: the limit is 256"
    )


def test_a_depth_limit_above_what_python_can_follow_is_no_traceback() -> None:
    text = '{"openapi": "3.1.0", "x": ' + "[" * 50_000 + "]" * 50_000 + "}"
    (reported,) = refused(lambda: read_json(text, depth=100_000))
    assert "limit-depth" in reported


def test_nodes_are_limited_in_json_before_they_are_made() -> None:
    text = '{"openapi": "3.1.0", "x": [' + ",".join(["[]"] * 50) + "]}"
    assert read_json(text, nodes=100).data["openapi"] == "3.1.0"
    assert refused(lambda: read_json(text, nodes=20)) == [
        "a.json:1:79 limit-nodes: the document has too many nodes: the limit is 20"
    ]


def test_text_made_to_be_walked_over_and_over_is_walked_once() -> None:
    # Walked once for each of its characters, it would not end within the time of a test.
    text = '{"openapi": "3.1.0", "x": [' + "[]," * 300 + '"' + r"\"" * 3_000_000
    (reported,) = refused(lambda: read_json(text, nodes=500))
    assert reported.startswith("a.json:1:928 syntax: ")


def test_the_limit_is_named_with_its_setting() -> None:
    make = partial(read_yaml, HEAD + "x: [1, 2, 3]", nodes=3)
    assert hints(make) == ["if you trust the document, raise limits.nodes in the configuration"]


def test_bytes_are_limited_over_all_files() -> None:
    put("b.yaml", "x" * 80)
    text = HEAD + "x: {$ref: b.yaml}\n"
    assert refused(lambda: read_yaml(text, bytes=20)) == [
        "a.yaml:1:1 limit-bytes: the document has too many bytes; 'a.yaml' exceeds the "
        "limit: the limit is 20"
    ]
    assert refused(lambda: read_yaml(text, bytes=100)) == [
        "a.yaml:2:11 limit-bytes: the document has too many bytes; 'b.yaml' exceeds the "
        "limit: the limit is 100"
    ]


def test_files_are_limited() -> None:
    put("b.yaml", "{$ref: c.yaml}")
    put("c.yaml", "{}")
    assert refused(lambda: read_yaml(HEAD + "x: {$ref: b.yaml}", files=2)) == [
        "b.yaml:1:8 limit-files: the document refers to too many files: the limit is 2"
    ]


def test_a_chain_of_refs_is_limited() -> None:
    links = "".join(f"  s{i}: {{$ref: '#/s/s{i + 1}'}}\n" for i in range(5))
    text = HEAD + "s:\n" + links + "  s5: {type: string}\n"
    assert read_yaml(text, ref_chain=5).data["openapi"] == "3.1.0"
    assert refused(lambda: read_yaml(text, ref_chain=4)) == [
        "a.yaml:3:14 limit-ref-chain: too many $refs lead to one another in a row here: "
        "the limit is 4"
    ]


def test_a_ring_of_refs_is_left_to_the_check() -> None:
    assert read_yaml(HEAD + "s: {a: {$ref: '#/s/b'}, b: {$ref: '#/s/a'}}").data["s"]


def test_measure_counts_nodes_and_nested_containers() -> None:
    assert measure({"a": [1, {}], "b": 2}) == (5, 3)
    assert measure(1) == (1, 0)


# Several files


def test_files_are_mounted_and_every_ref_becomes_local() -> None:
    put("paths/pets.yaml", "get: {schema: {$ref: '../schemas/pet.yaml#/Pet'}}\n")
    put(
        "schemas/pet.yaml",
        "Pet: {a: {$ref: '#/Tag'}, b: {$ref: '../a.yaml#/components'}, c: {$ref: pet.yaml}}\n"
        "Tag: {d: {$ref: 'tag.json'}}\n",
    )
    put("schemas/tag.json", '{"type": "string"}')
    document = read_yaml(HEAD + "paths: {/a: {$ref: './paths/pets.yaml'}}\ncomponents: {}\n")
    assert document.data["paths"]["/a"] == {
        "get": {"schema": {"$ref": "#/x-clientsmith-files/schemas~1pet.yaml/Pet"}}
    }
    assert document.span("/paths/~1a/get/schema").file == "paths/pets.yaml"
    pet = document.get("/x-clientsmith-files/schemas~1pet.yaml/Pet")
    assert pet == {
        "a": {"$ref": "#/x-clientsmith-files/schemas~1pet.yaml/Tag"},
        "b": {"$ref": "#/components"},
        "c": {"$ref": "#/x-clientsmith-files/schemas~1pet.yaml"},
    }
    assert [file.as_posix() for file in document.files] == [
        "a.yaml",
        "paths/pets.yaml",
        "schemas/pet.yaml",
        "schemas/tag.json",
    ]
    for reference in document.references():
        document.get(reference.target)


def test_spans_lead_into_the_other_files() -> None:
    put("b.yaml", "x:\n  type: string\n")
    document = read_yaml(HEAD + "x: {$ref: 'b.yaml#/x'}\n")
    span = document.span("/x-clientsmith-files/b.yaml/x/type")
    assert (span.file, span.line, span.column) == ("b.yaml", 2, 9)
    assert document.line_text(span) == "  type: string"


def test_spans_name_files_as_the_user_named_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    put("b.yaml", "x: {type: string}\n")
    put("a.yaml", HEAD + "x: {$ref: 'b.yaml#/x'}\n")
    monkeypatch.chdir("..")
    document = read(Path("api/a.yaml"))
    assert document.span("/x").file == "api/a.yaml"
    assert document.span("/x-clientsmith-files/b.yaml/x").file == "api/b.yaml"
    assert list(document.files) == [Path("api/a.yaml"), Path("api/b.yaml")]


@pytest.mark.parametrize(
    "text",
    [
        "x: {example: {$ref: gone.yaml}}",
        "x: {default: {$ref: gone.yaml}}",
        "x: {const: {$ref: gone.yaml}}",
        "x: {enum: [{$ref: gone.yaml}]}",
        "x: {examples: [{$ref: gone.yaml}]}",
        "x: {examples: {a: {value: {$ref: gone.yaml}}}}",
        "x: {x-note: {$ref: gone.yaml}}",
        "x: {discriminator: {mapping: {a: Gone}}}",
    ],
)
def test_a_ref_in_data_is_data(text: str) -> None:
    before = yaml.safe_load(text)
    assert read_yaml(HEAD + text).data["x"] == before["x"]


@pytest.mark.parametrize(
    "text",
    [
        "x: {properties: {default: {$ref: gone.yaml}}}",
        "x: {properties: {example: {properties: {x-a: {$ref: gone.yaml}}}}}",
        "x: {responses: {default: {$ref: gone.yaml}}}",
        "x: {headers: {x-rate: {$ref: gone.yaml}}}",
        "x: {examples: {a: {$ref: gone.yaml}}}",
        "x: {allOf: [{$ref: gone.yaml}]}",
    ],
)
def test_a_name_spelled_like_a_keyword_hides_no_ref(text: str) -> None:
    (reported,) = refused(lambda: read_yaml(HEAD + text))
    assert reported.endswith("file: the file 'gone.yaml' does not exist")


def test_what_a_discriminator_maps_to_need_not_be_there() -> None:
    document = read_yaml(HEAD + "x: {discriminator: {mapping: {a: gone.yaml}}}")
    (dangling,) = document.dangling.values()
    assert (dangling.code, dangling.message) == (
        "ref-dangling",
        "the file 'gone.yaml' does not exist",
    )
    assert document.get("/x/discriminator/mapping/a") == "#/x-clientsmith-dangling/0"


def test_what_a_ref_leads_to_is_read_whatever_its_name() -> None:
    put("b.yaml", "default: {$ref: '#/x-other'}\nx-other: {type: string}\n")
    document = read_yaml(HEAD + "x: {$ref: 'b.yaml#/default'}\n")
    assert document.get("/x-clientsmith-files/b.yaml/default") == {
        "$ref": "#/x-clientsmith-files/b.yaml/x-other"
    }


def test_anchors_and_percent_encoding_become_plain_pointers() -> None:
    document = read_yaml(
        HEAD + "s: {a b: {$anchor: here}, c: {$ref: '#/s/a%20b'}, d: {$ref: '#here'}}"
    )
    assert document.get("/s/c") == {"$ref": "#/s/a b"}
    assert document.get("/s/d") == {"$ref": "#/s/a b"}


@pytest.mark.parametrize(
    ("ref", "reported"),
    [
        ("gone.yaml", "file: the file 'gone.yaml' does not exist"),
        ("sub", "file: 'sub' is a folder"),
        (
            "https://x.test/a.yaml#/b",
            "ref-remote: 'https://x.test/a.yaml' is on a host that is not allowed",
        ),
        (
            "//x.test/a.yaml",
            "ref-remote: '//x.test/a.yaml' is on a host that is not allowed",
        ),
        (
            "file:///etc/passwd",
            "ref-file-url: 'file:///etc/passwd' is a file: URL, which is not supported",
        ),
        ("FILE:x.yaml", "ref-file-url: 'FILE:x.yaml' is a file: URL, which is not supported"),
        ("/etc/passwd", "ref-absolute: '/etc/passwd' is an absolute path, which is not supported"),
        (
            "%2Fetc/passwd",
            "ref-absolute: '/etc/passwd' is an absolute path, which is not supported",
        ),
        ("C:/x.yaml", "ref-absolute: 'C:/x.yaml' is an absolute path, which is not supported"),
        (
            "data:text/plain,x",
            "ref-scheme: 'data:text/plain,x' has the URL scheme 'data:', which is " "not supported",
        ),
        (r"sub\b.yaml", r"ref-backslash: 'sub\b.yaml' has a backslash, which no URI has"),
        ("../out.yaml", "ref-outside: '../out.yaml' is outside of the folder of the document"),
        (
            "%2e%2e/out.yaml",
            "ref-outside: '%2e%2e/out.yaml' is outside of the folder of the document",
        ),
        (
            "sub/../../out.yaml",
            "ref-outside: 'sub/../../out.yaml' is outside of the folder of the document",
        ),
        ("link.yaml", "ref-outside: 'link.yaml' is outside of the folder of the document"),
        ("a%00b", "file: 'a\x00b' cannot be read: embedded null byte"),
        ("#nowhere", "ref-anchor: no schema in the file has the anchor of '#nowhere'"),
        ("text.yaml", "document: a file that a $ref names must contain a mapping or a list"),
        ("broken.yaml", "syntax: "),
    ],
)
def test_a_ref_to_what_is_not_read_is_reported(ref: str, reported: str) -> None:
    put("../out.yaml", "secret: 1")
    Path("link.yaml").symlink_to("../out.yaml")
    put("text.yaml", "only text")
    put("broken.yaml", "a: [")
    Path("sub").mkdir()
    (found,) = refused(lambda: read_yaml(f"{HEAD}x:\n  $ref: '{ref}'\n"))
    place, message = found.split(" ", 1)
    assert message.startswith(reported)
    assert place == (
        "a.yaml:3:9" if "a file that a $ref" not in reported and reported != "syntax: " else place
    )


def test_a_link_inside_the_folder_is_followed_and_the_file_mounted_once() -> None:
    put("b.yaml", "{type: string}")
    Path("link.yaml").symlink_to("b.yaml")
    document = read_yaml(HEAD + "x: {$ref: b.yaml}\ny: {$ref: link.yaml}")
    assert document.data["x"] == document.data["y"]
    assert list(document.data["x-clientsmith-files"]) == ["b.yaml"]


def test_all_problems_of_all_files_are_reported_in_one_run() -> None:
    put("b.yaml", "x: {$ref: /etc/passwd}\ny: {$ref: 'http://x.test'}")
    put("c.yaml", "x: [")
    reported = refused(
        lambda: read_yaml(HEAD + "x: {$ref: b.yaml}\ny: {$ref: c.yaml}\nz: {$ref: d}")
    )
    assert [line.split(":")[0] for line in reported] == ["a.yaml", "b.yaml", "b.yaml", "c.yaml"]


def test_the_warnings_of_every_file_are_kept() -> None:
    put("b.yaml", "x: yes")
    document = read_yaml(HEAD + "x: {$ref: b.yaml}\ny: no\n")
    assert {reported.span.file for reported in document.warnings if reported.span} == {
        "a.yaml",
        "b.yaml",
    }
