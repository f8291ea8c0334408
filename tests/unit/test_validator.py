"""The process that validates a document while another one analyzes it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from clientsmith.build.children import processors
from clientsmith.build.validator import Validator
from clientsmith.config import Target, ad_hoc_target
from clientsmith.document import read
from clientsmith.limits import Limits
from clientsmith.validate import faults

from ..init_project import GENERATOR
from .test_changes import BASE

pytestmark = pytest.mark.skipif(processors() == 1, reason="needs a second processor, and Linux")
FAULTY = {**BASE, "tags": [{"name": "pets"}, {"name": "pets"}]}


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Target:
    monkeypatch.chdir(tmp_path)
    return ad_hoc_target(tmp_path / "openapi.json", "pets", None, tmp_path / "out")


@pytest.fixture
def validator() -> Validator:
    return Validator()


def write(target: Target, document: Any) -> None:
    target.document.write_text(json.dumps(document))


def test_its_faults_are_those_of_this_process(target: Target, validator: Validator) -> None:
    for document in (BASE, FAULTY):
        write(target, document)
        validator.begin(target, Limits())
        here = read(Path("openapi.json"))
        assert validator.faults(here) == faults(here)


def test_faults_of_another_state_of_the_document_are_no_answer(
    target: Target, validator: Validator
) -> None:
    write(target, FAULTY)
    here = read(Path("openapi.json"))
    write(target, BASE)
    validator.begin(target, Limits())
    assert validator.faults(here) is None
    assert validator.faults(here) is None


def test_what_cannot_be_read_is_no_answer_and_does_not_end_it(
    target: Target, validator: Validator
) -> None:
    write(target, BASE)
    here = read(Path("openapi.json"))
    target.document.write_text("{")
    validator.begin(target, Limits())
    # A run that failed did not ask for the answer.
    write(target, BASE)
    validator.begin(target, Limits())
    assert validator.faults(here) == faults(here)


_ASKING = """
import sys
from clientsmith.build.validator import Validator
validator = Validator()
print("asking", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_the_process_that_asks(sent: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR)}
    with subprocess.Popen(
        [sys.executable, "-c", _ASKING],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asking\n"
        process.send_signal(sent)
        # Both have this end of the pipe: it is closed when both have ended.
        assert process.stdout.read() == ""
