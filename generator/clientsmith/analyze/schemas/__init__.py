"""Reads schemas as types.

In: the pointer of a Schema Object. Out: its `TypeRef`, and the shapes that such types refer to.
"""
