"""The command that says how things stand: what people see, since when, and what needs somebody."""

from typing import TYPE_CHECKING

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app, settings
from bot.cli.arguments import Tongue, language_of, now, open_database, say
from bot.errors import CannotRun

if TYPE_CHECKING:
    from sqlalchemy import Connection


@app.command(rich_help_panel=Panel.COORDINATORS)
def status(context: typer.Context, lang: Tongue = None) -> None:
    """Say what people see, since when, and what needs somebody."""
    from bot.editorial.publishing.status import lines
    from bot.editorial.publishing.status import status as found
    from bot.health import signs
    from bot.health.finding import troubles
    from bot.health.room import scarcest

    language = language_of(context, lang)
    with open_database(context) as store, store.read() as tx:
        now_live = found(tx, now())
        reports = _reports(context, tx, language) if now_live else []
        wrong = troubles(signs.read(tx, now(), room=scarcest([store.file])))
    for one in wrong:
        screen.line(f"{one}. {one.cure}")
    for said in lines(now_live, language) if now_live else [say(language, "no-release")]:
        screen.line(said)
    for said in reports:
        screen.line(said)


def _reports(context: typer.Context, tx: "Connection", language: Language) -> list[str]:
    """Return what `/stato` says of reports; nothing without the key: `kmzero doctor` says where that is missing."""
    from bot.catalogue.releases import current_number, load
    from bot.cli.backup import keys_of
    from bot.conversation.markup import plain
    from bot.coordination.status import reported, to_look_at

    catalogue = load(tx, current_number(tx) or 0)[0]
    try:
        found = to_look_at(tx, keys_of(settings(context)), catalogue, now())
    except (CannotRun, ValueError):
        return []
    return [plain(reported(one, catalogue, language)) for one in found]
