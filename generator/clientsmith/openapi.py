"""Names that OpenAPI and HTTP define."""

from __future__ import annotations

SWAGGER_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
"""The keys of a path item of Swagger 2.0 that hold operations."""
METHODS = (*SWAGGER_METHODS, "trace", "query")
"""The keys of a path item that hold operations; operations of other methods are in its
`additionalOperations` (OpenAPI 3.2, section 4.9.1).
"""
TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
"""The regular expression of a token, which methods and the names of headers and cookies are
(RFC 9110, section 5.6.2).
"""
SENT_HEADER = "x-clientsmith-sent"
"""The extension of a header parameter from Swagger 2.0 that is sent although OpenAPI 3.0 ignores
header parameters of its name (section 4.7.12).
"""
UNSENT_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""The header parameters that OpenAPI ignores (3.1, section 4.8.12), in lower case."""
