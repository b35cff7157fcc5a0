"""Processes to be killed: `bot URL BASE` is `kmzero run`, `quick URL BASE` the same without a limit of its pace.

`webhook URL BASE PORT` is `kmzero run` with a webhook, `worker URL` answers, `sender URL BASE` sends.
"""

import asyncio
import sys

from pydantic import SecretStr

from bot.assembly import House
from bot.config import Webhook
from handlers import logs, serving
from handlers.application import Face
from handlers.rate_limits import TELEGRAM, Rate, Rates
from handlers.roles import Role
from tests.soak.core import SECRET_WORD, soak_house

QUICK = Rates(chat=Rate(100_000, 1000), overall=Rate(100_000, 1000))
HOOKED = {"webhook", "sender"}  # these do not poll


async def _worker(house: House) -> None:
    face = Face(house)
    face.listen()
    await face.answer_all()


def main(kind: str, url: str, base: str = "http://127.0.0.1:9/bot", port: str = "8080") -> None:
    hook = Webhook(url="https://bot.example.org/telegram", secret=SecretStr(SECRET_WORD), port=int(port))
    house = soak_house(url, base, hook if kind in HOOKED else None)
    if kind == "worker":
        asyncio.run(_worker(house))
        return
    role, rates = Role.SENDER if kind == "sender" else Role.ALL, QUICK if kind == "quick" else TELEGRAM
    serving.serve(house, role=role, rates=rates)


if __name__ == "__main__":
    logs.set_up()
    main(*sys.argv[1:])
