"""Commands for the promises about people's data."""

import typer

from bot.cli import screen
from bot.cli.app import Panel, app, settings


@app.command(rich_help_panel=Panel.OPERATORS)
def retention(context: typer.Context) -> None:
    """Do once what `kmzero run` does by the clock: end what has been kept long enough, say what is due."""
    from bot.assembly import load_privacy_keys, now, prepared_store
    from bot.upkeep import DUTIES, Means, do

    chosen = settings(context)
    store = prepared_store(chosen)
    try:
        means = Means(store, load_privacy_keys(chosen))
        for duty in DUTIES:
            count = do(duty, means, now())
            if duty.table:
                screen.line(f"{duty.what}: {count}")
    finally:
        store.close()
