"""The texts of a configuration, of lines for make, of a step for CI, and of a hook."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from .. import __version__
from ..config import dotted, quoted
from .installed import origin


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings of a new target."""

    document: str
    """Relative to the configuration, or `module:name` of an application."""
    output: str
    package: str
    client: str
    lenient: bool = False
    hosts: tuple[str, ...] = ()
    lock: str | None = None


def configuration(choices: Choices, *, in_project: bool) -> str:
    """Return the table of a target; `in_project` for `pyproject.toml`."""
    table = dotted("targets", choices.package)
    values = {key: getattr(choices, key) for key in ("document", "output", "package", "client")}
    values["lock"] = choices.lock
    lines = [f"[tool.clientsmith.{table}]" if in_project else f"[{table}]"]
    lines += [f"{key} = {quoted(text)}" for key, text in values.items() if text is not None]
    if choices.hosts:
        lines.append(f"allow_remote = [{', '.join(map(quoted, choices.hosts))}]")
    if choices.lenient:
        lines.append("# Parts of the document are faulty, and left out: `generate` names them.")
        lines.append("lenient = true")
    return "\n".join(lines) + "\n"


def runner(folder: Path) -> str:
    """Return the words before `clientsmith` in a project: `uv run ` where uv manages it."""
    return "uv run " if (folder / "uv.lock").is_file() else ""


def make_lines(run: str, flags: str) -> str:
    """Return rules for a Makefile."""
    return (
        ".PHONY: client client-check\n\n"
        "client: ## Bring the generated client up to date\n"
        f"\t{run}clientsmith generate{flags}\n\n"
        "client-check: ## Fail when the generated client is stale or edited by hand\n"
        f"\t{run}clientsmith check\n"
    )


def hook(paths: tuple[str, ...], run: str) -> str:
    """Return `.pre-commit-config.yaml` with a hook that checks when one of the paths changes."""
    pattern = "^(" + "|".join(re.escape(path) for path in paths) + ")"
    return (
        "repos:\n"
        "  - repo: local\n"
        "    hooks:\n"
        "      - id: clientsmith\n"
        "        name: clientsmith check\n"
        f"        entry: {run}clientsmith check --quiet\n"
        "        language: system\n"
        "        pass_filenames: false\n"
        f"        files: {json.dumps(pattern, ensure_ascii=False)}\n"
    )


def github() -> str:
    """Return a workflow that checks a pull request, and comments what changes for callers."""
    return _GITHUB.replace("REQUIREMENT", json.dumps(_requirement()))


def gitlab() -> str:
    """Return a job that checks a merge request, and notes what changes for callers."""
    return _GITLAB.replace("REQUIREMENT", json.dumps(_requirement()))


def _requirement() -> str:
    """Return what pip installs as this clientsmith: from where it came, if that was a repository.

    A folder of this machine is not there in CI (direct_url.json, PEP 610).
    """
    found = origin()
    try:
        if vcs := found.get("vcs_info"):
            return f"clientsmith @ {vcs['vcs']}+{found['url']}@{vcs['commit_id']}"
    except (LookupError, TypeError):
        pass
    return f"clientsmith=={__version__}"


_GITHUB = """\
name: clientsmith
on: pull_request
permissions:
  contents: read
  pull-requests: write
jobs:
  client:
    runs-on: ubuntu-latest
    env:
      # What pip installs: say where your clientsmith comes from.
      CLIENTSMITH: REQUIREMENT
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install "$CLIENTSMITH"
      - name: The client is what clientsmith would write
        run: clientsmith check
      - name: What changes for callers
        if: always()
        run: |
          clientsmith diff --since "origin/$GITHUB_BASE_REF" --format markdown > report.md
          cat report.md >> "$GITHUB_STEP_SUMMARY"
      - name: The same as a comment
        if: always()
        # A pull request from a fork may not write comments.
        continue-on-error: true
        run: gh pr comment "$NUMBER" --edit-last --create-if-none --body-file report.md
        env:
          GH_TOKEN: ${{ github.token }}
          NUMBER: ${{ github.event.pull_request.number }}
"""
_GITLAB = """\
clientsmith:
  image: python:3.12
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: "0"
    # What pip installs: say where your clientsmith comes from.
    CLIENTSMITH: REQUIREMENT
  script:
    - pip install "$CLIENTSMITH"
    - clientsmith check
  after_script:
    - |
      clientsmith diff --since "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" \\
        --format markdown > report.md
    # A note takes a token of the project with the scope `api`, in the variable CLIENTSMITH_TOKEN.
    - |
      if [ -n "$CLIENTSMITH_TOKEN" ]; then
        curl --fail --silent --show-error --header "PRIVATE-TOKEN: $CLIENTSMITH_TOKEN" \\
          --data-urlencode "body@report.md" \\
          "$CI_API_V4_URL/projects/$CI_MERGE_REQUEST_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
      fi
  artifacts:
    when: always
    paths: [report.md]
"""
