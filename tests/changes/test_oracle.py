"""Programs that are valid for a client fail for its successor exactly where a report says so."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from ..unit.test_changes import BASE
from .kept import ROOT, Kept
from .mutations import KINDS, Mutation, mutations
from .oracle import judge, judge_again
from .prism_served import bundled
from .tables import summary
from .verdicts import Failure, Said, Verdict, described, figures

SAMPLE = 16
"""Mutations that the tests judge; `make change-oracle` judges hundreds."""


@pytest.mark.slow
def test_reports_say_what_programs_bear(tmp_path: Path) -> None:
    found = list(judge(BASE, mutations(BASE, SAMPLE, "tests"), tmp_path))
    assert [described(each) for each in found if described(each)] == []
    assert sum(each.is_break for each in found) > SAMPLE // 4
    assert sum(not each.is_break for each in found) > SAMPLE // 4


@pytest.mark.slow
def test_a_break_that_no_report_has_is_found(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    del new["paths"]["/pets/{id}"]["delete"]
    same = copy.deepcopy(BASE)
    pairs = [Mutation("gone", "", new), Mutation("same", "", same)]
    gone, kept = judge(BASE, pairs, tmp_path)
    assert any(each.call == "client.pets.delete" for each in gone.failed)
    assert kept.failed == ()


def test_each_kind_of_mutation_changes_a_document() -> None:
    made = list(mutations(BASE, len(KINDS), "all"))
    assert all(each.document != BASE for each in made)
    assert len({each.name for each in made}) > len(KINDS) * 2 // 3
    again = [each.document for each in mutations(BASE, len(KINDS), "all")]
    assert again == [each.document for each in made]


def test_recall_and_precision_are_those_of_pairs_that_were_judged() -> None:
    assert figures([Verdict("a", "", problem="refused")]) == (
        "0 pairs, 0 break a program: 0 of these are reported; 0 are reported: 0 of these break one"
        " (1 are no valid documents); 0 uses fail: 0 of these are in the report as such;"
        " 0 changes break: 0 of these fail in a use"
    )


def test_a_failing_use_is_in_a_report_where_a_change_breaks_its_call_or_its_model() -> None:
    used = Failure("run", "models.Pet.name", "client.pets.list", "gone")
    typed = Failure("types", "models.Pet.name", "client.pets.list", "gone")
    for call, kind, (are_missed, is_met) in (
        ("models.Pet.name", "breaks-run-time", (False, True)),
        ("client.pets.list(limit=)", "breaks-run-time", (False, True)),
        ("models.Pet.age", "breaks-types", (True, True)),
        ("client.pets.listed()", "breaks-run-time", (True, False)),
        ("models.Pets.name", "breaks-run-time", (True, False)),
        ("models.Pet.name", "docs", (True, True)),
    ):
        verdict = Verdict("a", "", (used,), (Said(kind, call, (), call),))
        assert bool(verdict.missed) is are_missed, call
        assert (verdict.unmet == []) is is_met, call
    shared = Said("breaks-types", "client.*()", ("client.pets.list()",), "shared")
    assert Verdict("a", "", (typed,), (shared,)).missed == []
    verdict = Verdict("a", "", (used,), (shared,))
    assert verdict.missed == [used]
    named = Failure(
        "types",
        "models.Pet.name",
        "",
        '"Home" is not a known attribute of module "p1.client.models"',
    )
    renamed = Said("breaks-run-time", "models.Home", (), "has another name")
    assert Verdict("a", "", (named,), (renamed,)).missed == []
    with_call = Failure("run", "models.Toy", "", "gone", ("client.toys.list",))
    for text, are_missed in (
        ("client.toys.list() is gone", False),
        ("client.toys.list() moved", True),
    ):
        lost = Said("breaks-run-time", "client.toys.list()", (), text)
        assert bool(Verdict("a", "", (with_call,), (lost,)).missed) is are_missed
    assert Verdict.from_json(json.loads(json.dumps(verdict.as_json()))) == verdict


def test_verdicts_are_kept_for_the_same_state(tmp_path: Path) -> None:
    kept = Kept("oracle", tmp_path)
    verdict = Verdict("a", "b", (Failure("run", "x", "", "y"),))
    assert kept.get("pets", "3 mutations", True) is None
    kept.put("pets", "3 mutations", [verdict])
    assert kept.get("pets", "3 mutations", False) == [verdict]
    assert kept.get("pets", "4 mutations", True) is None


def test_verdicts_of_earlier_get_the_report_of_today(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    del new["paths"]["/pets/{id}"]["delete"]
    known = Verdict("gone", "here", (Failure("run", "x", "client.pets.delete", "y"),))
    (found,) = judge_again(BASE, [Mutation("gone", "here", new)], tmp_path, [known])
    assert found.failed == known.failed
    assert [str(each) for each in found.changes] == [
        "breaks-run-time: client.pets.delete() is gone"
    ]


def test_servers_know_nothing_of_clientsmith() -> None:
    code = (
        "import sys; import tests.changes.running;"
        "print([name for name in sys.modules if name.partition('.')[0] == 'clientsmith'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


def test_prism_serves_the_documents_of_many_pairs(tmp_path: Path) -> None:
    other = copy.deepcopy(BASE)
    other["components"]["securitySchemes"]["key"]["name"] = "X-Other"
    for name, document in (("p0", BASE), ("p1", BASE), ("p2", other)):
        (tmp_path / f"{name}.json").write_text(json.dumps(document))
    found = bundled(tmp_path, ["p0", "p1", "p2"])
    assert list(found.values()) == [{"p0": "/v1", "p1": "/v1"}, {"p2": "/v1"}]
    first = json.loads(next(iter(found)).read_text())
    assert first["paths"]["/p1/pets/{id}"] == {"$ref": "p1.json#/paths/~1pets~1%7Bid%7D"}
    assert first["components"]["securitySchemes"]["key"]["name"] == "X-Key"


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
