"""Makes only what changed: fingerprints of what goes in, stages with limits, processes.

In: a `Document` and a `Target`. Out: the files of the client, those kept from an earlier run
included.
"""
