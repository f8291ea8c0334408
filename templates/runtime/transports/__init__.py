"""Adapters that send through HTTP libraries. Each imports its library when it is first used."""
