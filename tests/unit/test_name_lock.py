"""The lock of names: what it keeps, and what no lock may put into code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.diagnostics import ClientsmithError
from clientsmith.identifiers.lock import NameLock
from clientsmith.identifiers.rules import BEFORE


def test_a_lock_keeps_names_of_arguments_fields_and_constants(tmp_path: Path) -> None:
    lock = NameLock(
        arguments={"/paths/~1pets/get/#header/id": "header_id"},
        fields={"/components/schemas/Pet/properties/a-b": "a_b_2"},
        constants={'/components/schemas/Kind/enum/#"a"': "A_2"},
    )
    (tmp_path / "names.lock").write_text(lock.dump())
    assert NameLock.read(tmp_path / "names.lock") == lock


def test_sections_of_few_names_are_left_out_where_they_are_empty() -> None:
    assert set(json.loads(NameLock(rules=BEFORE).dump())) == {"credentials", "operations", "types"}


@pytest.mark.parametrize(
    ("section", "name"),
    [
        *(("arguments", name) for name in ("a.b", "_a", "self", "timeout", "extra_x", "")),
        *(("fields", name) for name in ("a.b", "_a", "class", "model_config", "dict", "Literal")),
        *(("constants", name) for name in ("a.b", "_a", "None", "A B")),
    ],
)
def test_a_name_that_cannot_be_code_makes_the_lock_invalid(
    section: str, name: str, tmp_path: Path
) -> None:
    data = {"types": {}, "operations": {}, section: {"/a": name}}
    (tmp_path / "names.lock").write_text(json.dumps(data))
    with pytest.raises(ClientsmithError) as caught:
        NameLock.read(tmp_path / "names.lock")
    (problem,) = caught.value.diagnostics
    assert problem.code == "lock-invalid"
    assert repr(name) in problem.message
