"""clientsmith turns an OpenAPI document into a typed Python client that its user vendors."""

__version__ = "0.1.0"
