"""Reads operations: arguments, bodies, responses, errors and examples.

In: the place of an operation, and its call. Out: an `Operation`, or several where bodies of
different media types take different arguments.
"""
