"""Just enough of an HTTP server for a client of the Bot API, in asyncio: a slow one would be what the soak measures."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

Answer = Callable[[str, dict[str, str]], Awaitable[tuple[int, Any] | None]]
END = b"\r\n\r\n"


class Connection(asyncio.Protocol):
    """One connection: reads a POST with a form, asks `answer(method, parameters)`, writes JSON; None hangs up."""

    def __init__(self, answer: Answer) -> None:
        self._answer, self._read = answer, b""
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, found, rest = self._read.partition(END)
        length = next((int(line[15:]) for line in head.split(b"\r\n") if line[:15].lower() == b"content-length:"), 0)
        if found and len(rest) >= length:
            self._read = rest[length:]
            path = head.split(b" ", 2)[1].decode()
            task = asyncio.ensure_future(self._reply(path.rpartition("/")[2], rest[:length].decode(errors="replace")))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def connection_lost(self, exc: Exception | None) -> None:
        for task in self._tasks:
            task.cancel()

    async def _reply(self, method: str, form: str) -> None:
        found = await self._answer(method, {name: values[0] for name, values in parse_qs(form).items()})
        if found is None:
            self._transport.close()
            return
        status, result = found
        said: dict[str, Any] = {"ok": True, "result": result}
        if status != 200:
            said = {"ok": False, "error_code": status, "description": "x", "parameters": {"retry_after": 1}}
        data = json.dumps(said).encode()
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        self._transport.write(head.encode() + data)


async def serve(answer: Answer) -> asyncio.Server:
    """Listen on a free port of the loopback."""
    return await asyncio.get_running_loop().create_server(lambda: Connection(answer), "127.0.0.1", 0, backlog=256)


def base_url(server: asyncio.Server) -> str:
    return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"
