"""`kmzero demo`: the invented network that comes with kmzero, in a database of its own, as a conversation here."""

from typing import TYPE_CHECKING

import typer

from bot.cli.admission import company_is_known
from bot.cli.app import NAME, Panel, app, open_house, settings
from bot.cli.talk import Employer, Explained, Lines, Tongue, by_hand, by_lines
from bot.config import SHIPPED_KNOWLEDGE, Database, Privacy, Settings, Telegram
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.store.engine import Store

DATABASE = "sqlite:///kmzero-demo.db"  # in this folder, with its key and journal beside it
OWN = "{folder}: this is no demonstration but a network of its own: `kmzero chat` talks to it"


@app.command(rich_help_panel=Panel.FIRST)
def demo(
    context: typer.Context,
    *,
    company: Employer = None,
    lang: Tongue = None,
    jsonl: Lines = False,
    explain: Explained = False,
) -> None:
    """Talk to the demonstration: all of it is invented, in kmzero-demo.db, and your own network is left alone."""
    context.meta[NAME] = demonstration(settings(context))

    def admit(chosen: Settings, store: "Store") -> None:
        _is_one(chosen)
        if company:
            company_is_known(company)(chosen, store)

    with open_house(context, admit) as house:
        if jsonl:
            by_lines(house, company, lang, explain=explain)
        else:
            by_hand(house, company, lang)


def demonstration(chosen: Settings) -> Settings:
    """Return the settings of the demonstration: with no database, key, bot or folder of a network of one's own."""
    apart = {"knowledge": SHIPPED_KNOWLEDGE, "database": Database(url=DATABASE)}
    return chosen.model_copy(update={**apart, "privacy": Privacy(), "telegram": Telegram()})


def _is_one(chosen: Settings) -> None:
    """Raise CannotRun where somebody has put a network of their own in the place of the demonstration."""
    from bot.editorial.folder.files import load
    from bot.editorial.reading import read

    network = read(load(chosen.knowledge)).network
    if network and not network.model.demonstration:
        raise CannotRun(OWN.format(folder=chosen.knowledge))
