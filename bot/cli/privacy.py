"""Commands for the promises about people's data."""

import typer

from bot.cli import screen
from bot.cli.app import Panel, app, settings
from bot.cli.arguments import ClockIsRight
from bot.cli.whereabouts import must_be_there, say_where
from bot.errors import CannotRun


@app.command(rich_help_panel=Panel.OPERATORS)
def retention(context: typer.Context, clock_is_right: ClockIsRight = False) -> None:
    """Do once what `kmzero run` does by the clock: end what has been kept long enough, say what is due."""
    from bot.assembly import now, prepared_store, privacy_keys
    from bot.upkeep import DUTIES, Means, do, doubt, trust

    chosen = settings(context)
    must_be_there(chosen)
    say_where(chosen, "writes")
    store = prepared_store(chosen)
    try:
        means = Means(store, privacy_keys(chosen, store), pages=bool(chosen.web.url))
        if clock_is_right:
            trust(means, now())
        elif found := doubt(means, now()):
            raise CannotRun(str(found))
        for duty in DUTIES:
            count = do(duty, means, now())
            if duty.table:
                screen.line(f"{duty.what}: {count}")
        store.tidy()
    finally:
        store.close()
