"""`kmzero doctor`: everything in one look, each check with its cure; here because it asks Telegram too."""

import asyncio
from typing import TYPE_CHECKING, Any

import typer

from bot.cli.app import Panel, app, settings
from bot.cli.doctor import Looked, Row, look, show
from bot.config import Settings

if TYPE_CHECKING:
    from telegram.request import BaseRequest

LONGEST = 12.0  # seconds that Telegram has
SECONDS = 5.0  # for one answer
GET_ONE = "ask @BotFather for one, and put it into telegram.token (or KMZERO_TELEGRAM__TOKEN)"


@app.command(rich_help_panel=Panel.OPERATORS)
def doctor(context: typer.Context) -> None:
    """Look at database, key, running bot and Telegram, each check with its cure. Exit code 1 where one is wrong."""
    from bot.assembly import now  # noqa: PLC0415 - `kmzero --help` needs none of it

    chosen = settings(context)
    looked = look(chosen, now())
    asked = asyncio.run(ask(chosen, looked))
    if not show(_together(looked.rows, asked)):
        raise typer.Exit(1)


def _together(seen: list[Row], asked: list[Row]) -> list[Row]:
    """Put what Telegram says now beside what processes saw: of two rows of one name the one that is wrong stays."""
    refused = {row.name for row in asked if row.cure}
    known = {row.name for row in seen if row.cure} - refused
    return [row for row in seen if row.name not in refused] + [row for row in asked if row.name not in known]


async def ask(chosen: Settings, looked: Looked, request: "BaseRequest | None" = None) -> list[Row]:
    """Ask Telegram who we are and how updates come, within LONGEST seconds."""
    from telegram.error import InvalidToken, TelegramError  # noqa: PLC0415 - as in handlers.__main__

    from handlers.api.bot_client import bot_client  # noqa: PLC0415
    from handlers.api.token_status import CURE, REACH_TELEGRAM, reason  # noqa: PLC0415

    if chosen.telegram.token is None or not chosen.telegram.token.get_secret_value().strip():
        return [Row("token", "there is none", GET_ONE)]
    try:
        async with asyncio.timeout(LONGEST):
            client = bot_client(chosen.telegram, request)
            me = await client.call("getMe", {}, SECONDS)
            info = await client.call("getWebhookInfo", {}, SECONDS)
    except InvalidToken as error:
        return [Row("token", f"Telegram refuses the token: {reason(error)}", CURE)]
    except TimeoutError:
        return [Row("telegram", f"{chosen.telegram.base_url}: no answer in {LONGEST:.0f} s", REACH_TELEGRAM)]
    except TelegramError as error:
        return [Row("telegram", f"{chosen.telegram.base_url}: {reason(error)}", REACH_TELEGRAM)]
    name = me.get("username") if isinstance(me, dict) else None
    return [Row("token", f"Telegram takes it, for @{name}"), _webhook(chosen, info), _username(chosen, looked, name)]


def _webhook(chosen: Settings, info: Any) -> Row:
    from bot.assembly import now  # noqa: PLC0415 - see above
    from handlers.api import webhook_state  # noqa: PLC0415

    wanted, state = chosen.telegram.webhook.url, webhook_state.read(info)
    if wrong := webhook_state.judge(state, wanted, now(), piled_before=True):
        return Row("webhook", *wrong)
    way = f"Telegram brings updates to {webhook_state.shown(wanted)}" if wanted else "the bot asks for updates"
    return Row("webhook", f"{way}; {state.waiting} wait with Telegram")


def _username(chosen: Settings, looked: Looked, name: str | None) -> Row:
    from bot.people import links  # noqa: PLC0415 - see above
    from handlers.names import CURE  # noqa: PLC0415

    if said := links.disagreement(name, chosen.telegram.username):
        return Row("username", said, CURE)
    if looked.username and name and looked.username != name:
        return Row("username", f"links lead to @{looked.username}, the token is @{name}'s", "start `kmzero run` once")
    return Row("username", f"links lead to @{looked.username or chosen.telegram.username or name}")
