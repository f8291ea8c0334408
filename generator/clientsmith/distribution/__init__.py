"""Makes a client a package of its own, which can be published, and proves its version.

In: the `Api` of a target with a `distribution`, and the project that is in its output folder. Out:
the files of the project beside the package, and releases of it.

Whose a file is: `pyproject.toml` and `README.md` are clientsmith's until a person edits them, and
then the person's for good; `LICENSE` and the workflow are written once; of `CHANGELOG.md`
clientsmith changes the lines between two marks. `--force` changes none of that: to have a file made
anew, delete it.

| file | what it does |
|---|---|
| `making` | `Api` → `Project`: the files as clientsmith would write them |
| `project` | which of them are written, and which are the user's and stay |
| `releases` | the last release, what changed since, and the next one |
| `changelog`, `licenses`, `versions` | texts and numbers, without a disk |
"""
