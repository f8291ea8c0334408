"""Decides which operations are paginated, and how.

In: an operation with its response, and what the configuration says of it. Out: a `Pagination`.
"""
