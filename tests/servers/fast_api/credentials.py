"""Endpoints behind each kind of credential."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Security
from fastapi.security import (
    APIKeyCookie,
    APIKeyHeader,
    APIKeyQuery,
    HTTPAuthorizationCredentials,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
    SecurityScopes,
)

from ..seen import saw
from .models import Account, Token, User

router = APIRouter(tags=["credentials"])
oauth2 = OAuth2PasswordBearer("token", scopes={"me": "Read yourself."})


@router.post("/token")
async def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Token:
    saw(username=form.username, password=form.password, scopes=form.scopes)
    if form.password != "secret":
        raise HTTPException(400, "Incorrect username or password")
    return Token(access_token=f"token-of-{form.username}", token_type="bearer")


def user_of(scopes: SecurityScopes, token: Annotated[str, Depends(oauth2)]) -> User:
    saw(token=token, scopes=scopes.scopes)
    return User(username=token.removeprefix("token-of-"))


@router.get("/accounts/me/", response_model=User)
async def read_me(user: Annotated[User, Security(user_of, scopes=["me"])]) -> Account:
    return Account(**user.model_dump())


@router.get("/basic/")
def read_basic(given: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]) -> dict[str, str]:
    return saw(username=given.username, password=given.password)


@router.get("/bearer/")
def read_bearer(
    given: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())],
) -> dict[str, str]:
    return saw(scheme=given.scheme, credentials=given.credentials)


@router.get("/key/header/")
def read_key_header(
    key: Annotated[str, Security(APIKeyHeader(name="X-API-Key"))],
) -> dict[str, str]:
    return saw(key=key)


@router.get("/key/query/")
def read_key_query(key: Annotated[str, Security(APIKeyQuery(name="api_key"))]) -> dict[str, str]:
    return saw(key=key)


@router.get("/key/cookie/")
def read_key_cookie(key: Annotated[str, Security(APIKeyCookie(name="session"))]) -> dict[str, str]:
    return saw(key=key)
