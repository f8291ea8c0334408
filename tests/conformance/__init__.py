"""Calls of generated clients, judged by programs that share no code (`make conformance`)."""
