"""What the reference lists is complete: settings in `docs/configuration.md`, and how they load.

Commands, options, verbs of make and links are those of `tests/docs/test_pages.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

from clientsmith.config import Target, load_targets

from .docs.pages import DOCS, blocks, prose

PAGE = DOCS / "configuration.md"


def test_the_table_has_every_setting() -> None:
    rows: list[str] = re.findall(r"^\| (`.+?) \| ", prose(PAGE), re.M)
    settings = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(settings) == sorted(set(Target.model_fields) - {"name"})


def test_the_configuration_loads(tmp_path: Path) -> None:
    (block,) = [block for block in blocks(PAGE) if block.language == "toml"]
    (tmp_path / "clientsmith.toml").write_text(block.text, encoding="utf-8")
    document = tmp_path / "specs/pets/openapi.yaml"
    document.parent.mkdir(parents=True)
    document.touch()
    (target,) = load_targets(tmp_path)
    assert target.package_folder == tmp_path / "generated/pets_client"
    assert target.operations == {"DELETE /pets/{id}": "pets.rehome"}
