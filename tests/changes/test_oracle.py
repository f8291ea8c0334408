"""Programs that are valid for a client fail for its successor exactly where a report says so."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from ..unit.test_changes import BASE
from .mutations import KINDS, Mutation, mutations
from .oracle import Verdict, judge
from .survey import figures
from .tables import summary

SAMPLE = 16
"""Mutations that the tests judge; `make change-oracle` judges hundreds."""


@pytest.mark.slow
def test_reports_say_what_programs_bear(tmp_path: Path) -> None:
    found = list(judge(BASE, mutations(BASE, SAMPLE, "tests"), tmp_path))
    wrong = [(each.name, each.failed[:2]) for each in found if each.is_break != each.is_reported]
    assert wrong == []
    assert sum(each.is_break for each in found) > SAMPLE // 4
    assert sum(not each.is_break for each in found) > SAMPLE // 4


@pytest.mark.slow
def test_a_break_that_no_report_has_is_found(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    del new["paths"]["/pets/{id}"]["delete"]
    same = copy.deepcopy(BASE)
    pairs = [Mutation("gone", "", new), Mutation("same", "", same)]
    gone, kept = judge(BASE, pairs, tmp_path)
    assert any("client.pets.delete()" in each for each in gone.failed)
    assert kept.failed == ()


def test_each_kind_of_mutation_changes_a_document() -> None:
    made = list(mutations(BASE, len(KINDS), "all"))
    assert all(each.document != BASE for each in made)
    assert len({each.name for each in made}) > len(KINDS) * 2 // 3
    again = [each.document for each in mutations(BASE, len(KINDS), "all")]
    assert again == [each.document for each in made]


def test_recall_and_precision_are_those_of_pairs_that_were_judged() -> None:
    assert figures([Verdict("a", "", ("x",), None, "refused")]) == (
        "0 pairs, 0 break a program: 0 of these are reported; 0 are reported: 0 of these break one"
        " (1 are no valid documents)"
    )


def test_a_table_of_pairs_is_scored(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    new = copy.deepcopy(BASE)
    del new["paths"]["/pets/{id}"]["delete"]
    for name, document in (("old", BASE), ("new", new)):
        (tmp_path / "data" / f"{name}.json").write_text(json.dumps(document))
    table = tmp_path / "pairs.tsv"
    table.write_text(
        "base\trevision\tsdk_class\talso\tharm_sure\twhy\n"
        "old.json\tnew.json\tbreaks-run-time\t\tyes\ta call is gone\n"
        "old.json\tnew.json\tdocs\tadds\tyes\tmisjudged\n"
        "old.json\tnew.json\tdocs\t\tno\tnot sure\n"
    )
    lines = summary(table).splitlines()
    assert lines[0] == "old.json -> new.json: breaks-run-time, not adds or docs (misjudged)"
    assert lines[-1] == "1 of 2 pairs are right"
