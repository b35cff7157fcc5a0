"""`shipped_bot URL BASE KEY` is `kmzero run` on a database of ours, without a limit of its pace, and nothing else."""

import sys
from pathlib import Path

from pydantic import SecretStr

from bot.assembly import assemble
from bot.config import Database, Privacy, Settings, Telegram
from handlers import logs, serving
from handlers.rate_limits import Rate, Rates

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TOKEN = "123456:AAE-abcdefghijklmnopqrstuvwxyz012345"
QUICK = Rates(chat=Rate(100_000, 1000), overall=Rate(100_000, 1000))


def settings_of(url: str, base: str, key: str) -> Settings:
    telegram = Telegram(token=SecretStr(TOKEN), base_url=base)
    return Settings(
        database=Database(url=url), telegram=telegram, knowledge=KNOWLEDGE, privacy=Privacy(key=SecretStr(key))
    )


if __name__ == "__main__":
    logs.set_up()
    serving.serve(assemble(settings_of(*sys.argv[1:])), rates=QUICK)
