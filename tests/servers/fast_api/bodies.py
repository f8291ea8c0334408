"""Endpoints with bodies: JSON, forms, files, text."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, File, Form, Response, UploadFile, status

from ..seen import saw
from .models import (
    Aliased,
    Drawing,
    Item,
    Login,
    Moments,
    Page,
    Patch,
    Shape,
    StoredItem,
    Tree,
    Upload,
    User,
)

router = APIRouter(tags=["bodies"])
KEY = UUID("0f8fad5b-d9cb-469f-a165-70867728950e")


@router.post("/items/", status_code=status.HTTP_201_CREATED)
async def create_item(item: Item, response: Response) -> StoredItem:
    saw(item=item)
    response.headers["Location"] = f"/items/{KEY}"
    return StoredItem(id=KEY, **item.model_dump())


@router.put("/items/{item_id}")
async def update_item(
    item_id: UUID, item: Item, user: User, importance: Annotated[int, Body(gt=0)]
) -> dict[str, Any]:
    return saw(item_id=item_id, item=item, user=user, importance=importance)


@router.patch("/items/{item_id}")
async def patch_item(item_id: UUID, changes: Patch) -> Patch:
    saw(item_id=item_id, changes=changes.model_dump(exclude_unset=True))
    return changes


@router.delete("/items/{item_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_item(item_id: UUID) -> None:
    saw(item_id=item_id)


@router.post("/embedded/")
async def create_embedded(user: Annotated[User, Body(embed=True)]) -> User:
    saw(user=user)
    return user


@router.post("/optional-body/")
async def create_perhaps(user: User | None = None) -> User | None:
    saw(user=user)
    return user


@router.post("/aliased/")
async def create_aliased(thing: Aliased) -> Aliased:
    saw(thing=thing)
    return thing


@router.post("/exact/")
async def create_exact(moments: Moments) -> Moments:
    saw(moments=moments)
    return moments


@router.post("/shapes/")
async def create_shape(shape: Shape) -> Shape:
    saw(shape=shape)
    return shape


@router.post("/drawings/")
async def create_drawing(drawing: Drawing) -> Drawing:
    saw(drawing=drawing)
    return drawing


@router.post("/trees/")
async def create_tree(tree: Tree) -> Tree:
    saw(tree=tree)
    return tree


@router.post("/weights/")
async def create_weights(weights: dict[int, float]) -> dict[int, float]:
    saw(weights=weights)
    return weights


@router.post("/users/by-name/")
async def create_users(users: dict[str, User]) -> dict[str, User]:
    saw(users=users)
    return users


@router.post("/users/many/")
async def create_many_users(users: list[User]) -> list[User]:
    saw(users=users)
    return users


@router.post("/generic/")
async def create_page(page: Page[User]) -> Page[User]:
    saw(page=page)
    return page


@router.post("/anything/")
async def create_anything(thing: Annotated[Any, Body()]) -> Any:
    saw(thing=thing)
    return thing


@router.post("/note/")
async def create_note(text: Annotated[str, Body(media_type="text/plain")]) -> dict[str, str]:
    return saw(text=text)


@router.post("/login/")
async def login(
    username: Annotated[str, Form()],
    age: Annotated[int | None, Form()] = None,
    tags: Annotated[list[str], Form()] = [],  # noqa: B006
) -> dict[str, Any]:
    return saw(username=username, age=age, tags=tags)


@router.post("/login-model/")
async def login_by_model(data: Annotated[Login, Form()]) -> Login:
    saw(data=data)
    return data


async def _read(field: str, file: UploadFile) -> Upload:
    data = await file.read()
    return Upload(
        field=field,
        name=file.filename,
        type=file.content_type,
        size=len(data),
        text=data.decode("latin-1"),
    )


@router.post("/upload/")
async def upload_file(
    file: UploadFile, note: Annotated[str, Form()], count: Annotated[int | None, Form()] = None
) -> Upload:
    read = await _read("file", file)
    saw(file=read, note=note, count=count)
    return read


@router.post("/upload-bytes/")
async def upload_bytes(file: Annotated[bytes, File(description="Some bytes")]) -> dict[str, int]:
    saw(file=file)
    return {"size": len(file)}


@router.post("/upload-perhaps/")
async def upload_perhaps(
    file: UploadFile | None = None,
    data: Annotated[bytes | None, File()] = None,
    note: Annotated[str | None, Form()] = None,
) -> Upload | None:
    read = await _read("file", file) if file is not None else None
    saw(file=read, data=data, note=note)
    return read


@router.post("/upload-many/")
async def upload_many(
    files: list[UploadFile],
    more: Annotated[list[UploadFile] | None, File()] = None,
    parts: Annotated[list[bytes], File()] = [],  # noqa: B006
) -> list[Upload]:
    read = [await _read("files", file) for file in files]
    read += [await _read("more", file) for file in more or []]
    saw(files=read, parts=parts)
    return read
