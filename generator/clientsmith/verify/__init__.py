"""Proves that no text of a document became code.

In: the text of each artifact, and that of a render whose texts are placeholders. Out: diagnostics
where the two differ in structure, compared by the artifact's kind.
"""
