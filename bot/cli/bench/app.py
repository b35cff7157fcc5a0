"""`kmzero bench …`: what is measured, each command in a file of its own."""

import typer

from bot.cli.app import Panel, app

bench = typer.Typer(help="Measure.", no_args_is_help=True)
app.add_typer(bench, name="bench", rich_help_panel=Panel.LABORATORY)
