"""Golden cases: a folder a case, the document in it, and in `tree/` the client that comes out.

`make golden` (this module as a program) rewrites the trees; the diff is the review.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from clientsmith.config import Target, ad_hoc_target, load_targets
from clientsmith.pipeline import make

DOCUMENTS = {
    path.parent: path
    for path in sorted(Path(__file__).parent.glob("*/openapi.*"))
    if path.suffix in (".yaml", ".json")
}
CASES = list(DOCUMENTS)


def target(case: Path, output: Path | None = None) -> Target:
    """The target of a case: its own configuration's, or the document as it stands."""
    if (case / "clientsmith.toml").exists():
        return load_targets(case)[0]
    return ad_hoc_target(DOCUMENTS[case], case.name, None, output or case / "out")


def printed(case: Path) -> dict[str, str]:
    """The files that come out of a case, but for the runtime, which is the same for all."""
    files = make(target(case)).files
    return {name: text for name, text in files.items() if not name.startswith("_runtime/")}


def stored(case: Path) -> dict[str, str]:
    """The files that should come out."""
    tree = case / "tree"
    return {
        path.relative_to(tree).as_posix(): path.read_bytes().decode()
        for path in sorted(tree.rglob("*"))
        if path.is_file()
    }


def rewrite(case: Path) -> None:
    """Make what comes out what should come out."""
    tree = case / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    for name, text in printed(case).items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


if __name__ == "__main__":
    for each in CASES:
        rewrite(each)
        print(f"{each.name}: {len(stored(each))} files")
