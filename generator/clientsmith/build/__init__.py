"""Makes only what changed: fingerprints of what goes in, stages with limits, a cache of files.

In: a `Document` and a `Target`. Out: the files of the client, those kept from an earlier run
included.
"""
