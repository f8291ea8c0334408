"""Real servers, by FastAPI, Litestar and Django Ninja, and the clients of their own documents."""

import pytest

pytest.register_assert_rewrite(f"{__name__}.calls")
