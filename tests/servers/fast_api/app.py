"""The application, of all its endpoints."""

from __future__ import annotations

from fastapi import FastAPI

from . import answers, bodies, credentials, parameters

app = FastAPI(title="Shop", version="1.0")
for part in (parameters, bodies, answers, credentials):
    app.include_router(part.router)
