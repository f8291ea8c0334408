"""Whether a report of changes is true: pairs of documents, and programs that judge it."""
