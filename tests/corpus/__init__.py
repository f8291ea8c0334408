"""Public documents, one after the other: which come out whole (`make corpus`).

The list is `documents.toml`. Packages are fetched from their registry by name and version into a
cache folder; no document stands in this repository.
"""
