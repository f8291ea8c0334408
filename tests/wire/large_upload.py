"""Uploads a file in a process of its own and tells what came, and by how much memory grew.

Run as `large_upload.py FOLDER FILE ASYNCHRONOUS KIND`, where FOLDER has the client `uploads`.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import socket
import sys
from typing import Any


def receive(listener: socket.socket) -> None:
    """Take requests and answer each with the number of bytes that came and were announced."""
    while True:
        connection, _ = listener.accept()
        with connection:
            head = b""
            while b"\r\n\r\n" not in head:
                head += connection.recv(65536)
            head, _, body = head.partition(b"\r\n\r\n")
            lines = head.lower().split(b"\r\n")
            length = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
            received, buffer = len(body), bytearray(1 << 20)
            while received < length:
                received += connection.recv_into(buffer) or length
            status = f"HTTP/1.1 204 X\r\nX-Received: {received}\r\nX-Length: {length}\r\n\r\n"
            connection.sendall(status.encode())


def upload(client: Any, path: Any, kind: str) -> Any:
    if kind == "raw":
        return client.blobs.with_raw_response.update("1", body=path)
    return client.pictures.with_raw_response.create(file=path, title="t")


def main(folder: str, file: str, asynchronous: str, kind: str) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    child = os.fork()
    if not child:
        receive(listener)
    sys.path.insert(0, folder)
    from pathlib import Path

    import uploads  # pyright: ignore[reportMissingImports]

    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    small = Path(file).with_name("small")
    small.write_bytes(b"x")

    async def send() -> list[Any]:
        async with uploads.AsyncUploads(base_url=url) as client:
            await upload(client, small, kind)
            before = peak()
            return [await upload(client, Path(file), kind), before]

    try:
        if asynchronous == "True":
            response, before = asyncio.run(send())
        else:
            with uploads.Uploads(base_url=url) as client:
                upload(client, small, kind)
                before = peak()
                response = upload(client, Path(file), kind)
        headers = response.headers
        reported = {"received": int(headers["x-received"]), "length": int(headers["x-length"])}
        print(json.dumps({**reported, "grown": peak() - before}))
    finally:
        os.kill(child, 9)


def peak() -> float:
    """The most memory that this process had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
