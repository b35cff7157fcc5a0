"""Commands for the promises about people's data."""

import typer

from bot.cli.app import Panel, app, settings


@app.command(rich_help_panel=Panel.OPERATORS)
def retention(context: typer.Context) -> None:
    """End what has been kept long enough; `kmzero run` does it every day by itself."""
    from bot.assembly import now, prepared_store
    from bot.insight import retention as counts
    from bot.people.retention import sweep

    store = prepared_store(settings(context))
    try:
        with store.write() as tx:
            swept = sweep(tx, now())
        settled = counts.sweep(store, now())
        store.tidy()
    finally:
        store.close()
    typer.echo(f"{swept}, {settled}")
