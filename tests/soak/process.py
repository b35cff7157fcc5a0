"""A process of the soak, to be killed: `bot URL BASE` is `kmzero run`; `worker URL` answers and sends nothing."""

import asyncio
import sys

from handlers import logs, serving
from handlers.application import Face
from tests.soak.core import soak_house


async def worker(url: str) -> None:
    face = Face(soak_house(url))
    face.listen()
    await face.answer_all()


if __name__ == "__main__":
    logs.set_up()
    if sys.argv[1] == "bot":
        serving.serve(soak_house(*sys.argv[2:]))
    else:
        asyncio.run(worker(sys.argv[2]))
