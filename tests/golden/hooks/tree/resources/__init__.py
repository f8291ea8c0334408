"""The resources of the clients: the classes that calls are methods of."""
