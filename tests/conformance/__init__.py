"""Calls of generated clients, judged by programs that know nothing of them (`make conformance`)."""
