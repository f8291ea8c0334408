"""The models of the application."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, computed_field

T = TypeVar("T")


class Order(StrEnum):
    up = "asc"
    down = "desc"


class Level(IntEnum):
    low = 1
    high = 3


class Item(BaseModel):
    name: str
    price: Decimal = Field(gt=0)
    tags: set[str] = set()
    level: Level = Level.low
    made: datetime | None = None
    link: HttpUrl | None = None
    size: tuple[int, str] | None = None


class StoredItem(Item):
    id: UUID
    added: date = date(2026, 1, 2)

    @computed_field
    @property
    def label(self) -> str:
        return f"{self.name} ({self.level})"


class Patch(BaseModel):
    name: str | None = None
    price: Decimal | None = None
    tags: list[str] | None = None


class User(BaseModel):
    username: str
    full_name: str | None = None


class Aliased(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    kind: str = Field(alias="@type")
    given: str = Field(alias="givenName")
    class_: int = Field(default=3, alias="class")
    extra: dict[str, Any] = {}


class Circle(BaseModel):
    kind: Literal["circle"] = "circle"
    radius: float


class Square(BaseModel):
    kind: Literal["square"] = "square"
    side: float


Shape = Annotated[Circle | Square, Field(discriminator="kind")]


class Drawing(BaseModel):
    title: str
    main: Shape
    others: list[Shape] = []


class Cat(BaseModel):
    meows: bool


class Dog(BaseModel):
    barks: bool
    owner: User | None = None


class Tree(BaseModel):
    value: int
    children: list[Tree] = []
    by_name: dict[str, Tree] = {}


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int


class Moments(BaseModel):
    at: datetime
    day: date
    clock: time
    lasting: timedelta
    key: UUID
    price: Decimal
    data: bytes = b""


class Message(BaseModel):
    detail: str


class Upload(BaseModel):
    field: str
    name: str | None
    type: str | None
    size: int
    text: str


class Filter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    limit: int = Field(100, gt=0, le=100)
    offset: int = Field(0, ge=0)
    order_by: Literal["created_at", "updated_at"] = "created_at"
    tags: list[str] = []
    until: datetime | None = None


class CommonHeaders(BaseModel):
    save_data: bool
    if_modified_since: str | None = None
    x_tag: list[str] = []


class Cookies(BaseModel):
    session_id: str
    fatebook_tracker: str | None = None


class Login(BaseModel):
    username: str
    password: str
    scopes: list[str] = []
    remember: bool = False


class Token(BaseModel):
    access_token: str
    token_type: str


class Account(User):
    email: str = "a@example.com"
