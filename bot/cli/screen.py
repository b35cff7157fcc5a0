"""The lines that commands print: what comes from files, people or the database is shown, and never acts on a terminal.

Commands print with this and with `bot.cli.console`, nothing else. `chat --jsonl` writes JSON to programs, past it.
"""

from contextlib import suppress

import typer

from bot.catalogue.hidden_signs import visible


def line(text: object, *, err: bool = False, end: str = "\n") -> None:
    """Print one line; a newline inside is not ours, and is shown as a sign."""
    typer.echo(visible(str(text)) + end, err=err, nl=False)


def row(*cells: str) -> None:
    """Print the fields of one line with tabs between; a tab inside a field is shown as a sign."""
    typer.echo("\t".join(map(visible, cells)).rstrip("\t"))


def block(text: str) -> None:
    """Print JSON, or another text of many lines of our own. JSON says the same afterwards."""
    typer.echo(visible(text, keep="\n"))


def to_stderr(text: str) -> None:
    """Print one line where it is not taken for the result; where that cannot be written, it is not."""
    with suppress(OSError):
        line(text, err=True)
