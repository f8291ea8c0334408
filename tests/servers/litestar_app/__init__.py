"""A Litestar application, and each of its endpoints called."""
