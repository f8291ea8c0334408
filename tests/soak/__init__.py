"""Many calls at once against a server that misbehaves by a seeded plan (`make soak`)."""
