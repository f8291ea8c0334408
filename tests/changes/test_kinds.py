"""Each id of oasdiff has a class of ours, or is invisible to a caller, and a pair that shows it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from clientsmith import pipeline
from clientsmith.changes import ChangeClass
from clientsmith.config import ad_hoc_target

from .kinds import DOCUMENTS, PLACES, SCHEMAS, pair

TABLE = Path(__file__).with_name("oasdiff.tsv")
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
PAIRS = sorted({(row["place"], row["kind"], row["class"]) for row in ROWS})


def test_the_table_has_each_id_once_with_a_reason() -> None:
    assert len(ROWS) == 509
    assert len({row["id"] for row in ROWS}) == 509
    assert all(row["why"] for row in ROWS)
    assert {row["class"] for row in ROWS} == {"invisible", *(kind.value for kind in ChangeClass)}


def test_a_pair_has_one_class() -> None:
    assert len({(place, kind) for place, kind, _ in PAIRS}) == len(PAIRS)


def test_each_place_and_kind_is_known() -> None:
    for place, kind, _ in PAIRS:
        assert kind in (SCHEMAS if place else DOCUMENTS)
        assert not place or place in PLACES


@pytest.mark.parametrize(("place", "kind", "expected"), PAIRS)
def test_a_pair_is_of_its_class(place: str, kind: str, expected: str, tmp_path: Path) -> None:
    targets = []
    for name, document in zip(("old", "new"), pair(place, kind), strict=True):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        targets.append(ad_hoc_target(path, "client", "Client", tmp_path))
    report, faults = pipeline.diff(*targets, is_cached=False)
    assert faults == ()
    found = next((each.value for each in ChangeClass if report.of(each)), "invisible")
    assert found == expected, [change.identifier for change in report.changes]
