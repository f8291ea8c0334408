"""The shapes of requests, as TypedDicts."""
