"""`flood PORT PATH A_SECOND SECONDS` asks for a page so often, and prints what came of it as JSON: status -> times.

`seconds` are those until the first byte of each answer of 200, the quickest first.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

CONNECTIONS = 64
PATIENCE = 5.0  # seconds that an answer may take


@dataclass
class Flood:
    """Requests that fall due one after the other, whoever of the connections is free."""

    port: int
    path: str
    a_second: float
    until: float
    statuses: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    asked: int = 0

    async def run(self) -> None:
        start = time.monotonic()
        await asyncio.gather(*(self._connection(start) for _ in range(CONNECTIONS)))

    async def _connection(self, start: float) -> None:
        while time.monotonic() < start + self.until:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                while await self._ask(reader, writer, start):
                    pass
                writer.close()
            except (OSError, TimeoutError, asyncio.IncompleteReadError):
                self.statuses["broken off"] += 1

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, start: float) -> bool:
        """Ask once when the next request is due, and tell whether the connection may be used again."""
        due = start + self.asked / self.a_second
        self.asked += 1
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        if time.monotonic() > start + self.until:
            return False
        asked = time.monotonic()
        writer.write(f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        async with asyncio.timeout(PATIENCE):
            head = (await reader.readuntil(b"\r\n\r\n")).lower().decode("latin-1")
            took = time.monotonic() - asked
            await reader.readexactly(int(head.partition("content-length:")[2].partition("\r\n")[0] or 0))
        status = head.split(" ", 2)[1]
        self.statuses[status] += 1
        if status == "200":
            self.seconds.append(took)
        return "connection: close" not in head


if __name__ == "__main__":
    port, path, a_second, seconds = sys.argv[1:]
    flood = Flood(int(port), path, float(a_second), float(seconds))
    asyncio.run(flood.run())
    sys.stdout.write(json.dumps({"statuses": flood.statuses, "seconds": sorted(flood.seconds)}))
