"""Proves that no text of a document became code.

In: the text of each file, and that of a render whose texts are placeholders. Out: diagnostics where
the two differ in shape.
"""
