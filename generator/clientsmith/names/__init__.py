"""Shows, explains, pins and merges the names of a client.

In: a `Target` with its document and its lock of names. Out: the names as rows with the rule that
chose each, a setting in the configuration that chooses another, or a lock without conflicts.
"""
