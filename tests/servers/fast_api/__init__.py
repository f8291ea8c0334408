"""A FastAPI application, and each of its endpoints called."""
