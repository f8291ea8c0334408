"""A Django Ninja application, and each of its endpoints called."""
