"""Names the calls of operations.

In: the method, path and operationId of each operation, and the calls of earlier runs. Out: for each
operation its resource in the client's tree and the name of its method.
"""
