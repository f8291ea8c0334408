"""Documents in several folders: what is read is what the root holds, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .test_cli import Shell, run

__all__ = ["run"]

DOCUMENT = """\
openapi: 3.1.0
info: {title: Carts, version: "1"}
paths:
  /carts:
    get:
      responses:
        "200":
          description: The cart.
          content: {application/json: {schema: {$ref: "../schema/cart.json#/$defs/Cart"}}}
  /carts/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      responses:
        "200":
          description: A cart.
          content: {application/json: {schema: {$ref: "../schema/cart.json#/$defs/Cart"}}}
"""
CART = {
    "$defs": {
        "Cart": {"type": "object", "properties": {"owner": {"$ref": "more/owner.json"}}},
    }
}
OWNER = {
    "$id": "owner",
    "type": "object",
    "properties": {"carts": {"$ref": "../cart.json#/$defs/Cart"}},
}
OPTIONS = ("generate", "--document", "api/openapi/a.yaml", "--package", "carts", "--output", "out")


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "api/openapi/a.yaml": DOCUMENT,
        "api/schema/cart.json": json.dumps(CART),
        "api/schema/more/owner.json": json.dumps(OWNER),
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)


def test_without_a_root_it_is_the_document_s_folder(run: Shell) -> None:
    code, _, output = run(*OPTIONS)
    assert code == 1
    reported = "a.yaml:9:55 error[ref-outside] '../schema/cart.json#/$defs/Cart' is outside of the"
    assert f"{reported} folder of the document (2 places)" in output
    assert "--root" in output


def test_a_root_may_be_wider(run: Shell) -> None:
    assert run(*OPTIONS, "--root", "api")[0] == 0
    text = Path("out/carts/models/cart.py").read_text()
    assert "class Cart(" in text
    assert "class Owner(" in text
    documents = json.loads(Path("out/carts/.clientsmith-manifest.json").read_text())["inputs"]
    assert documents["documents"] == [
        "a.yaml",
        "../schema/cart.json",
        "../schema/more/owner.json",
    ]
    assert "nothing to do" in run(*OPTIONS, "--root", "api")[1]
    Path("api/schema/cart.json").write_text(json.dumps(CART).replace("owner", "holder", 1))
    assert "nothing to do" not in run(*OPTIONS, "--root", "api")[1]
    assert run("validate", "--root", "api", "api/openapi/a.yaml")[0] == 0


def test_nothing_outside_of_the_root_is_read(run: Shell) -> None:
    Path("secret.json").write_text('{"type": "object"}')
    Path("api/schema/cart.json").write_text('{"$defs": {"Cart": {"$ref": "../../secret.json"}}}')
    _, _, output = run(*OPTIONS, "--root", "api")
    assert (
        "schema/cart.json:1:29 error[ref-outside] '../../secret.json' is outside of the root"
        in (output)
    )
    Path("api/schema/cart.json").unlink()
    Path("api/schema/cart.json").symlink_to(Path("secret.json").absolute())
    assert "is outside of the root folder" in run(*OPTIONS, "--root", "api")[2]


def test_the_document_is_in_the_root(run: Shell) -> None:
    code, _, output = run(*OPTIONS, "--root", "api/schema")
    assert code == 1
    assert "error[root] 'api/openapi/a.yaml' is outside of the root 'api/schema'" in output


CONFIGURATION = """\
[targets.carts]
document = "openapi/a.yaml"
root = "ROOT"
output = "out"
package = "carts"
"""


@pytest.mark.parametrize(
    ("root", "reported"),
    [
        (".", ""),
        ("..", "3:1 error[root-outside] the root '..' is outside of the"),
        ("openapi/link", "3:1 error[root-outside] the root 'openapi/link' is outside of the"),
        ("none", "3:1 error[root-missing] the root 'none' is not a folder"),
        ("schema", "error[root]"),
    ],
)
def test_the_root_of_a_configuration_is_its_own_folder_at_most(
    run: Shell, root: str, reported: str
) -> None:
    Path("api/clientsmith.toml").write_text(CONFIGURATION.replace("ROOT", root))
    Path("api/openapi/link").symlink_to(Path.cwd(), target_is_directory=True)
    code, _, output = run("generate", "--config", "api/clientsmith.toml")
    assert code == (1 if reported else 0)
    assert reported in output
