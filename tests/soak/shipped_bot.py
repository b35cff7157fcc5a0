"""`shipped_bot URL BASE KEY [PORT]` is `kmzero run` on a database of ours, without a limit of its pace.

With a port it has pages there.
"""

import sys
from pathlib import Path

from pydantic import SecretStr

from bot.assembly import assemble
from bot.config import Database, Privacy, Settings, Telegram, Web, Webhook
from handlers import logs, serving
from handlers.rate_limits import Rate, Rates

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TOKEN = "123456:AAE-abcdefghijklmnopqrstuvwxyz012345"
QUICK = Rates(chat=Rate(100_000, 1000), overall=Rate(100_000, 1000))


def settings_of(url: str, base: str, key: str, port: str = "") -> Settings:
    telegram = Telegram(token=SecretStr(TOKEN), base_url=base, webhook=Webhook(port=int(port or 8080)))
    return Settings(
        database=Database(url=url),
        telegram=telegram,
        knowledge=KNOWLEDGE,
        privacy=Privacy(key=SecretStr(key)),
        web=Web(url=f"http://127.0.0.1:{port}" if port else None),
    )


if __name__ == "__main__":
    logs.set_up()
    serving.serve(assemble(settings_of(*sys.argv[1:])), rates=QUICK)
