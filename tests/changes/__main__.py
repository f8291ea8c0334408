"""`make change-pairs`, `make change-oracle` and `make change-histories`."""

from __future__ import annotations

import argparse
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.changes", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    pairs = verbs.add_parser("pairs", help="score the reports of a table of pairs")
    pairs.add_argument("table", type=Path)
    oracle = verbs.add_parser("oracle", help="compare reports with what programs bear")
    oracle.add_argument("documents", nargs="*", help="names of documents of the corpus")
    oracle.add_argument("--each", type=int, default=31, help="mutations of a document")
    versions = verbs.add_parser("histories", help="compare two versions of real documents")
    versions.add_argument("documents", nargs="*", help="names of documents of the corpus")
    for each in (oracle, versions):
        each.add_argument("--server", choices=("own", "prism"), default="own", help="what answers")
        each.add_argument(
            "--known",
            action="store_true",
            help="compare the reports of today with what programs met in earlier runs",
        )
    given = parser.parse_args()
    if given.verb == "pairs":
        from .tables import summary

        print(summary(given.table))
    elif given.verb == "histories":
        from .histories import histories

        histories(given.documents, given.server, given.known)
    else:
        from .survey import survey

        survey(given.documents, given.each, given.server, given.known)


if __name__ == "__main__":
    main()
