"""Adapters from HTTP libraries to our transports; each imports its library when it is used."""
