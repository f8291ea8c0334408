"""The server of the soak, a process of its own: it echoes the number of each call, and misbehaves
by the plan. It stops when its input ends, which it does with the process that started it."""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
import threading
from collections import Counter
from os import _exit

from . import plan

OK, JSON = "200 OK", "application/json"


class Server:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.open = 0
        self.tries: Counter[str] = Counter()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            while await self.answer(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass  # The client has left.
        finally:
            self.open -= 1
            writer.close()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; whether the connection stays open."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): text for name, _, text in (line.partition(": ") for line in lines)}
        sent = await self.body(reader, headers)
        path, _, query = target.partition("?")
        if path == "/stats":
            writer.write(whole(json.dumps({"open": self.open}).encode()))
            return True
        given = dict(pair.split("=") for pair in query.split("&") if pair)
        place = path.split("/")[1]
        name = given.get("id") or (
            json.loads(sent)["id"] if method == "POST" else path.split("/")[2]
        )
        key = f"{name} {given.get('cursor', '')}"
        faults = plan.faults(self.seed, int(name))
        fault = faults[min(self.tries[key], len(faults) - 1)]
        self.tries[key] += "moved" not in given
        kept = await self.misbehave(writer, fault, target, given)
        if kept is not None:
            return kept
        if place in ("rows", "events"):
            return await self.stream(writer, place, name)
        content = self.content(place, name, given, sent, method)
        if place == "files" and method == "GET":
            writer.write(whole(content, kind="application/octet-stream"))
        elif fault == "gzip":
            writer.write(whole(gzip.compress(content), more="Content-Encoding: gzip\r\n"))
        elif fault == "pieces":
            message = whole(content)
            for at in range(0, len(message), 40):
                writer.write(message[at : at + 40])
                await writer.drain()
        else:
            writer.write(whole(content))
        await writer.drain()
        return True

    async def body(self, reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return await reader.readexactly(int(headers.get("content-length", "0")))
        pieces = b""
        while size := int(await reader.readline(), 16):
            pieces += await reader.readexactly(size)
            await reader.readline()
        await reader.readline()
        return pieces

    def content(
        self, place: str, name: str, given: dict[str, str], sent: bytes, method: str
    ) -> bytes:
        thing = {"id": name, "number": int(name)}
        if place == "files":
            return (
                file(name)
                if method == "GET"
                else json.dumps({**thing, "number": len(sent)}).encode()
            )
        if place == "walks":
            number = int(given.get("cursor") or 0)
            page: dict[str, object] = {"data": [thing] * plan.ITEMS}
            if number + 1 < plan.PAGES:
                page["next_cursor"] = str(number + 1)
            return json.dumps(page).encode()
        return json.dumps(thing).encode()

    async def misbehave(
        self, writer: asyncio.StreamWriter, fault: str, target: str, given: dict[str, str]
    ) -> bool | None:
        """Whether the connection stays open after this fault; None where the answer follows."""
        if fault in ("500", "always 500"):
            writer.write(whole(b"{}", "500 Oops", more="Retry-After-Ms: 1\r\n"))
            return True
        if fault == "429":
            writer.write(whole(b"{}", "429 Slow", more="Retry-After-Ms: 1\r\nRetry-After: 1\r\n"))
            return True
        if fault == "404":
            writer.write(whole(b'{"message": "no"}', "404 None"))
            return True
        if fault == "drop":
            return False
        if fault == "drop after head":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"[:-2])
            return False
        if fault in ("drop in body", "long length"):
            writer.write(whole(b'{"id": ')[:-1].replace(b"Length: 7", b"Length: 70"))
            return False
        if fault == "broken gzip":
            writer.write(whole(b"not compressed", more="Content-Encoding: gzip\r\n"))
            return False
        if fault == "no JSON":
            writer.write(whole(b"<p>not JSON"))
            return True
        if fault == "short length":
            writer.write(whole(b'{"id": "1"}').replace(b"Length: 11", b"Length: 5"))
            return False
        if fault == "redirect" and "moved" not in given:
            place = f"{target}{'&' if '?' in target else '?'}moved=1"
            writer.write(whole(b"", "307 Moved", more=f"Location: {place}\r\n"))
            return True
        if fault == "slow":
            await asyncio.sleep(0.02)
        return None

    async def stream(self, writer: asyncio.StreamWriter, place: str, name: str) -> bool:
        """Items, one at a time; the last may be read by nobody."""
        kind = "text/event-stream" if place == "events" else "application/jsonl"
        head = f"HTTP/1.1 {OK}\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n"
        writer.write(head.encode())
        for number in range(plan.ITEMS):
            text = json.dumps({"id": name, "number": number})
            item = f"data: {text}\n\n" if place == "events" else f"{text}\n"
            writer.write(f"{len(item):x}\r\n{item}\r\n".encode())
            await writer.drain()
            await asyncio.sleep(0)
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True


def file(name: str) -> bytes:
    """The content of a file: some pieces of it, all with its name."""
    return f"file {name};".encode() * 2000


def whole(content: bytes, status: str = OK, kind: str = JSON, more: str = "") -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n{more}\r\n"
    )
    return head.encode() + content


async def main(seed: int) -> None:
    server = await asyncio.start_server(Server(seed).serve, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def _end() -> None:
    sys.stdin.read()
    _exit(0)


if __name__ == "__main__":
    threading.Thread(target=_end, daemon=True).start()
    asyncio.run(main(int(sys.argv[1])))
