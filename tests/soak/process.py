"""Processes to be killed: `bot URL BASE` is `kmzero run`, `worker URL` answers, `sender URL BASE` sends."""

import asyncio
import sys

from handlers import logs, serving
from handlers.application import Face
from handlers.roles import Role
from handlers.webhook import Webhook
from tests.soak.core import soak_house


async def worker(url: str) -> None:
    face = Face(soak_house(url))
    face.listen()
    await face.answer_all()


async def sender(url: str, base_url: str) -> None:
    elsewhere = Webhook("https://bot.example.org/telegram", "s3cret", "127.0.0.1", 8080)  # another process has it
    await serving.work(Face(soak_house(url, base_url)), elsewhere, Role.SENDER)


if __name__ == "__main__":
    logs.set_up()
    if sys.argv[1] == "bot":
        serving.serve(soak_house(*sys.argv[2:]))
    elif sys.argv[1] == "sender":
        asyncio.run(sender(*sys.argv[2:]))
    else:
        asyncio.run(worker(sys.argv[2]))
