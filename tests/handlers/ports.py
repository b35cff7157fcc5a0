"""Ports for tests that listen: one that is free, and waiting until somebody listens there."""

import asyncio
import socket


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


async def listens(port: int) -> None:
    """Wait until somebody listens. Raises TimeoutError after five seconds."""
    async with asyncio.timeout(5):
        while True:
            with socket.socket() as knocking:
                if knocking.connect_ex(("127.0.0.1", port)) == 0:
                    return
            await asyncio.sleep(0.02)
